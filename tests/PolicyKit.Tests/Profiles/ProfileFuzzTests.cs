using System.Diagnostics;
using System.Text;

namespace PolicyKit.Tests.Profiles;

/// <summary>Random and mutated profiles: whatever comes in, it is facts, or findings that each have a place and a sentence.</summary>
public sealed class ProfileFuzzTests
{
    private static readonly MutatedInputs Inputs = new(
    [
        "engine: cilium\napiServer:\n  cidrs: [10.0.0.1/32]\n  ports: [6443]\n  service: 10.96.0.1\n  onNodes: true\n  sources: nodes\n",
        "apiServer: {sources: {pods: {namespace: kube-system, podLabels: {k8s-app: agent}}}}\ndns: {port: 5353, podLabels: {a: b}, addresses: [169.254.20.10], nodeLocal: 1.2.3.4/32}\n",
        "{\"networks\": {\"pods\": [\"10.0.0.0/8\", \"fd00::/8\"], \"tunnels\": []}, \"calico\": {\"version\": \"3.32\", \"edition\": \"oss\"}}",
        "cilium: {version: \"1.18\", cidrMatchMode: [nodes], enforcement: always, l7Proxy: false, clusterName: a}\nclusterNetworkPolicy: {channel: standard, placement: Admin, allowPriority: 1, denyPriority: 2}\n",
        "engine: calico",
        "dns:\n  port: 53\n",
        "networks:\n  pods:\n  - 10.0.0.0/8\n",
        "apiServer:\n  onNodes: true\n",
    ]);

    [Test]
    public void No_input_makes_reading_a_profile_throw_hang_or_eat_memory()
    {
        var (noFact, taken) = (0, 0);
        for (var number = 0; number < MutatedInputs.Count; number++)
        {
            var (isTaken, findings) = ReadGuarded(number);
            if (isTaken) taken++;
            else if (findings.Any(one => one.Message.Contains("There is no key ") || one.Message[0] == '\'')) noFact++;
        }

        noFact.ShouldBeGreaterThan(MutatedInputs.Count / 10);
        taken.ShouldBeGreaterThan(MutatedInputs.Count / 1000);
    }

    private static (bool IsTaken, ValueArray<Diagnostic> Findings) ReadGuarded(int number)
    {
        var text = Encoding.UTF8.GetString(Inputs[number]);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        try
        {
            var isTaken = ClusterProfile.TryParse(text, "f", out var profile, out var diagnostics);
            (GC.GetAllocatedBytesForCurrentThread() - allocated).ShouldBeLessThan(50_000_000);
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
            (profile is not null).ShouldBe(isTaken);
            (diagnostics.Count == 0).ShouldBe(isTaken);
            foreach (var one in diagnostics) (one is { Id: "PK5001", Severity: Severity.Error, File: "f", Message: [.., '.' or '?'] }).ShouldBeTrue(one.ToString());
            return (isTaken, diagnostics);
        }
        catch (Exception exception)
        {
            throw new AssertionException($"Input {number}: {exception.Message}\n{text}", exception);
        }
    }
}
