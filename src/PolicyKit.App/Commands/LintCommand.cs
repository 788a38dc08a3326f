using System.CommandLine;
using PolicyKit.App.Consoles;
using PolicyKit.App.Inputs;
using PolicyKit.Verification.Lint;

namespace PolicyKit.App.Commands;

/// <summary><c>lint</c> of YAML: what the rules find in manifests, with file, line and column.</summary>
internal static class LintCommand
{
    public static Command Create(PolicySource source, Terminal terminal)
    {
        var output = OutputOption.Of("text", "json", "sarif");
        var command = new ProgramCommand("lint", "Show what the rules find in the policies, with file, line and column.")
        {
            Examples =
            [
                ("lint deploy/", "A line for each finding; the exit code is 1 when one is a warning or an error."),
                ("lint --output sarif deploy/ > findings.sarif", "For the code host, which shows the findings beside the lines of a change."),
                ("kustomize build overlays/prod | policykit lint -", "What really reaches the cluster."),
            ],
        };
        command.Options.Add(output);
        source.AddTo(command);
        command.SetAction(line => Findings.Report([.. Found(source.Load(line, terminal))], line.GetValue(output)!, terminal));
        return command;
    }

    private static IEnumerable<Diagnostic> Found(Subject subject) =>
        ManifestLint.Check(subject.Manifests, subject.Profile)
            .Concat(subject.Cluster.Findings.Select(finding => finding.Diagnostic))
            .Distinct()
            .OrderBy(one => one.File, StringComparer.Ordinal)
            .ThenBy(one => one.Position.Line)
            .ThenBy(one => one.Position.Column)
            .ThenBy(one => one.Id, StringComparer.Ordinal);
}
