using System.Diagnostics;
using System.Globalization;

namespace PolicyKit.Tests.Determinism;

/// <summary>Same input, same bytes: in any order, under any culture, in any process.</summary>
public sealed class DeterminismTests
{
    // A Turkish i without its dot, a Swedish minus sign, Arabic and Persian digits: what has broken output elsewhere.
    private static readonly string[] Cultures = ["tr-TR", "sv-SE", "ar-SA", "fa-IR"];

    [Test]
    public void The_sample_is_worth_comparing()
    {
        var text = string.Concat(SampleProgram.Sets.Select(SampleProgram.Text));

        foreach (var kind in (string[])["apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy", "apiVersion: projectcalico.org/v3\nkind: NetworkPolicy", "kind: CiliumNetworkPolicy", "kind: ClusterNetworkPolicy"])
            text.Split($"{kind}\n").Length.ShouldBeGreaterThan(200, kind);
        text.ShouldContain("# Warning PK1001");
        text.ShouldContain("# gap dry-run-suspends-others");
    }

    [Test]
    public void The_order_of_entries_peers_and_ports_changes_no_byte()
    {
        foreach (var set in SampleProgram.Sets)
        {
            foreach (var engine in Engine.All)
            {
                var yaml = Yaml(set, engine);
                for (var seed = 1; seed <= 5; seed++) Yaml(Shuffled.Of(set, seed), engine).ShouldBe(yaml);
            }
        }
    }

    [TestCaseSource(nameof(Cultures))]
    public void The_culture_changes_no_byte(string culture)
    {
        var expected = SampleProgram.Sets.Select(SampleProgram.Text).ToArray();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            SampleProgram.Sets.Select(SampleProgram.Text).ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    // Another process hashes texts otherwise: output that follows a dictionary's order shows here.
    [TestCaseSource(nameof(Cultures))]
    public void Another_process_under_another_culture_writes_the_same_bytes(string culture) =>
        InAnotherProcess(culture, seed: 7).ShouldBe(string.Concat(SampleProgram.Sets.Select(set => SampleProgram.Text(Shuffled.Of(set, 7)))));

    private static string Yaml(PolicySet set, Engine engine) => set.Emit(engine, Generators.ProfileGen.For(engine)) is { Succeeded: true } emitted ? emitted.ToYaml() : "";

    private static string InAnotherProcess(string culture, int seed)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(SampleProgram).Assembly.Location, culture, seed.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, errors.Result);
        return output;
    }
}
