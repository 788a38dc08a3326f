using FsCheck;
using FsCheck.Fluent;
using PolicyKit.Verification.Connecting;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Tests.Cases;
using PolicyKit.Verification.Tests.Deciding;

namespace PolicyKit.Verification.Tests.Connecting;

/// <summary>The list of connections says for every pair and port what the judge says about that one flow, down to the questions it depends on.</summary>
internal sealed class ConcreteAgreementTests
{
    private static readonly ushort[] Ports = [1, 53, 79, 80, 81, 443, 7999, 8000, 8080, 8125, 8999, 9000, 9001, 65535];

    [FsCheck.NUnit.Property(MaxTest = 60)]
    public Property On_random_policies_under_random_answers() =>
        Prop.ForAll(LawTests.Sets, LawTests.SomeAnswers, (policies, answers) => Agrees(Asked.JudgeOf(Asked.Together(policies)).Assuming(answers)));

    [TestCase("differential/cilium")]
    [TestCase("differential/networkpolicy")]
    [TestCase("differential/fuzz-cnp")]
    [TestCase("differential/fuzz-cnp-named-noipblock")]
    [TestCase("differential/fuzz-cnp-net-named")]
    [TestCase("differential/fuzz-cnp-net-noipblock")]
    [TestCase("differential/fuzz-cnp-noipblock")]
    [TestCase("differential/calico")]
    [TestCase("differential/calico-v6")]
    public void On_every_port_of_the_shared_flows(string folder)
    {
        var differences = SharedCases.Below(folder).SelectMany(name => SharedCases.Read(name).DifferencesFromConnections().Select(difference => $"{name}: {difference}")).ToList();
        differences.Count.ShouldBe(0, string.Join('\n', differences.Take(20)));
    }

    private static bool Agrees(Judge judge)
    {
        var reachability = Reachability.Of(judge);
        var pairs = reachability.Pairs.ToDictionary(pair => (pair.From, pair.To));
        var differences =
            from source in Worlds.Ends
            from destination in Worlds.Ends
            where source != destination && !source.StartsWith("dns:", StringComparison.Ordinal) && !destination.StartsWith("dns:", StringComparison.Ordinal)
            where judge.Cluster.Endpoint(source).CanBeSubject || judge.Cluster.Endpoint(destination).CanBeSubject
            let pair = pairs.GetValueOrDefault((Listing.EndOf(reachability, source), Listing.EndOf(reachability, destination)))
            from protocol in Enum.GetValues<Protocol>()
            from port in Ports
            let traffic = new Traffic.Transport(protocol, port, 40000)
            let concrete = judge.Decide(source, destination, traffic).Whole.ToString()
            let listed = Listing.In(pair, traffic)
            where concrete != listed
            select $"{source} > {destination} {traffic}: {concrete}, listed as {listed}";
        var found = differences.Take(5).ToList();
        foreach (var difference in found) TestContext.Out.WriteLine(difference);
        return found.Count == 0;
    }
}
