using System.CommandLine;
using PolicyKit.App.Consoles;
using PolicyKit.App.Inputs;
using PolicyKit.Verification.Lint;

namespace PolicyKit.App.Commands;

/// <summary><c>lint</c> of a program's own policies: what is found at their lines of C#, and in the text of raw manifests.</summary>
internal static class WrittenLintCommand
{
    public static Command Create(WrittenSets sets, Option<string?> profile, Terminal terminal)
    {
        var engine = EngineOption.Optional("The engine the policies are for. Without it, the one that the profile names, else kubernetes.");
        var output = OutputOption.Of("text", "json", "sarif");
        var command = new ProgramCommand("lint", "Show what the rules find in the policies, at their lines of C#.")
        {
            Examples =
            [
                ("lint --output sarif > findings.sarif", "For the code host, which shows the findings beside the lines of a change."),
                ("lint --engine cilium --profile prod.yaml", "A line for each finding; the exit code is 1 when one is a warning or an error."),
            ],
        };
        foreach (var option in (Option[])[engine, profile, output]) command.Options.Add(option);
        sets.AddTo(command);
        command.SetAction(line =>
        {
            var facts = ProfileInput.Read(line.GetValue(profile), []);
            var dialect = line.GetValue(engine) ?? EngineOption.Of(facts);
            var found = sets.Chosen(line).Select(set => set.Build())
                .SelectMany(set => set.Emit(dialect, facts).Diagnostics.Concat(ManifestLint.CheckRaw(set, dialect, facts)))
                .Distinct().ToList();
            return Findings.Report(found, line.GetValue(output)!, terminal);
        });
        return command;
    }
}
