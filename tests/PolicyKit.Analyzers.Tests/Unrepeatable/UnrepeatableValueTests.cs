namespace PolicyKit.Analyzers.Tests.Unrepeatable;

/// <summary>PK0008: the same source gives another manifest in the next run, or on another machine.</summary>
public class UnrepeatableValueTests
{
    private static readonly RuleCheck Rule = new("PK0008");

    [TestCase("""_ = web.WithLabels(("built", {|PK0008:DateTime.UtcNow|}.ToString("yyyyMMdd")));""")]
    [TestCase("""_ = web.Named($"web-{{|PK0008:Guid.NewGuid()|}:N}");""")]
    [TestCase("""var stamp = {|PK0008:DateTimeOffset.Now|}.ToUnixTimeSeconds(); var name = "web-" + stamp; _ = web.Named(name);""")]
    [TestCase("""_ = web.When({|PK0008:DateTime.Today|}.DayOfWeek != DayOfWeek.Sunday, p => p.AllowIngress(Port.Https).From(Self));""")]
    [TestCase("""_ = web.AllowIngress(Port.Tcp({|PK0008:Random.Shared|}.Next(1024, 65535))).From(Self);""")]
    [TestCase("""var random = {|PK0008:new Random()|}; _ = web.WithOrder(random.Next());""")]
    [TestCase("""_ = web.InNamespace({|PK0008~:Environment.GetEnvironmentVariable("NAMESPACE")|} ?? "shop");""")]
    [TestCase("""_ = web.WithAnnotations(("example.com/by", {|PK0008~:Environment.UserName|}));""")]
    [TestCase("""foreach (var one in args) _ = web.Named({|PK0008~:one.ToLower()|});""")]
    [TestCase("""_ = web.Named(args.Length.ToString({|PK0008~:System.Globalization.CultureInfo.CurrentCulture|}));""")]
    [TestCase("""_ = web.AllowIngress(Port.Https).From(Namespaces("a", [{|PK0008~:Environment.MachineName|}]));""")]
    [TestCase("""PolicySet set = [web]; _ = set.InMode({|PK0008~:Environment.GetEnvironmentVariable("DRY")|} is null ? RolloutMode.Enforce : RolloutMode.DryRun);""")]
    public void Reported(string statement) => Rule.Check(Program(statement));

    [TestCase("""Console.WriteLine($"{DateTime.UtcNow:O} {web}");""", TestName = "A_log_line")]
    [TestCase("""var started = DateTime.UtcNow; _ = web.AllowIngress(Port.Https).From(Self); Console.WriteLine(DateTime.UtcNow - started);""", TestName = "A_clock_beside_a_policy")]
    [TestCase("""_ = web.Named("web-" + Guid.Parse("5f0c8e5e-0000-0000-0000-000000000000").ToString("N")[..8]);""", TestName = "A_GUID_that_is_written_out")]
    [TestCase("""var random = new Random(42); _ = web.WithOrder(random.Next());""", TestName = "A_seeded_sequence")]
    [TestCase("""var path = Environment.GetEnvironmentVariable("OUT") ?? "out.yaml"; File.WriteAllText(path, PolicySet.Of(web.AllowIngress(Port.Https).From(Self)).Emit(Engine.Kubernetes).ToYaml());""", TestName = "Where_the_manifest_goes")]
    [TestCase("""_ = web.ForEach(args, (p, one) => { Console.Error.WriteLine(DateTime.Now); return p.AllowIngress(Port.Https).From(Namespace(one)); });""", TestName = "A_log_line_inside_a_policy")]
    [TestCase("""_ = web.InNamespace(Lookup(Environment.MachineName));""", TestName = "A_helper_that_may_drop_it")]
    [TestCase("""var name = Environment.UserName; name = "shop"; _ = web.InNamespace(name);""", TestName = "A_variable_that_is_written_again")]
    [TestCase("""_ = web.Named(args[0].ToLowerInvariant());""", TestName = "The_invariant_culture")]
    [TestCase("""_ = PolicySet.Of(web.AllowIngress(Port.Https).From(Self)).Emit(Engine.Kubernetes, ClusterProfile.Parse(Environment.GetEnvironmentVariable("PROFILE")!));""", TestName = "The_profile_of_a_cluster")]
    [TestCase("""_ = web.Named(Clock.DateTime.UtcNow);""", TestName = "A_clock_of_somebody_else")]
    public void Silent(string statement) => Rule.Check(Program(statement));

    [TestCase("""Named($"web-{Guid.NewGuid():N}")""", "(1,38): warning PK0008: 'Guid.NewGuid' gives another value in each run, so the policy is not the same in the next one. Write a value out, or derive it from what the policy is about.")]
    [TestCase("""WithOrder(DateTime.UtcNow.Day)""", "(1,35): warning PK0008: 'DateTime.UtcNow' gives the time of the run, so the policy is not the same in the next one. Write the value out, or leave it to the pipeline that commits the manifests.")]
    [TestCase("""Named(Environment.MachineName)""", "(1,31): info PK0008: 'Environment.MachineName' gives what the machine says, so the policy is not the same on another one. Where that is meant, nothing has to change.")]
    [TestCase("""Named(args[0].ToLower())""", "(1,31): info PK0008: 'ToLower' gives what the culture of the machine says, so the policy is not the same on another one. Use the invariant culture.")]
    public void Messages_to_the_letter(string verb, string printed) => Rule.Says($"_ = Policy.ForAllPods().{verb};", printed);

    [Test]
    public void Configurable() => Rule.IsConfigurable("_ = Policy.ForAllPods().WithOrder(DateTime.UtcNow.Day);");

    private static string Program(string statement) => $$"""
        using System.IO;

        var web = Policy.ForPods(("app", "web"));
        {{statement}}

        static string Lookup(string machine) => machine.Length > 0 ? "shop" : "web";

        static class Clock
        {
            public static class DateTime
            {
                public static string UtcNow => "web";
            }
        }
        """;
}
