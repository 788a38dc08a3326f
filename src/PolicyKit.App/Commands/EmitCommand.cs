using System.CommandLine;
using PolicyKit.App.Consoles;
using PolicyKit.App.Inputs;

namespace PolicyKit.App.Commands;

/// <summary><c>emit</c>: a program's policies as manifests of one engine, to standard output or into a GitOps folder.</summary>
internal static class EmitCommand
{
    public static Command Create(WrittenSets sets, Option<string?> profile, Terminal terminal)
    {
        var engine = EngineOption.Required("The engine to write for.");
        var folder = new Option<string?>("--out") { Description = "A GitOps folder to write into, instead of standard output. Of several sets, each gets a folder of its name in it.", HelpName = "DIR" };
        var check = new Option<bool>("--check") { Description = "Write nothing; compare the folder of --out with what would be written, and exit with 3 when it is out of date." };
        var output = OutputOption.Of("yaml", "json");
        var command = new ProgramCommand("emit", "Write the policies as manifests of an engine.")
        {
            Examples =
            [
                ("emit --engine cilium --profile prod.yaml", "YAML on standard output."),
                ("emit --engine calico --out deploy/", "One file a manifest and a kustomization.yaml; only files it once wrote are replaced or removed."),
                ("emit --engine calico --out deploy/ --check", "For CI: exits with 3, and shows the difference, when the folder is out of date."),
            ],
        };
        foreach (var option in (Option[])[engine, profile, folder, check, output]) command.Options.Add(option);
        sets.AddTo(command);
        command.SetAction(line =>
        {
            if (line.GetValue(check) && line.GetValue(folder) is null) throw CommandFailure.Usage("--check needs the folder to look at: name it with --out.");
            var facts = ProfileInput.Read(line.GetValue(profile), []);
            var emitted = sets.Chosen(line).Select(set => (Set: set, Result: set.Emit(line.GetRequiredValue(engine), facts))).ToList();
            Notes(emitted.Select(one => one.Result), terminal);
            if (emitted.Any(one => !one.Result.Succeeded)) return ExitCodes.Findings;
            if (line.GetValue(folder) is not { } root) return Print(emitted.Select(one => one.Result), line.GetValue(output)!, terminal);
            var targets = emitted.Select(one => (Folder: one.Set.FolderBelow(root), one.Result)).ToList();
            return line.GetValue(check) ? FolderCheck.Run(targets, terminal) : Save(targets, terminal);
        });
        return command;
    }

    private static void Notes(IEnumerable<EmitResult> results, Terminal terminal)
    {
        foreach (var result in results)
        {
            foreach (var diagnostic in result.Diagnostics) terminal.Note(Findings.Coloured(diagnostic, terminal.ErrorColours));
            foreach (var gap in result.Gaps) terminal.Note(gap.ToString());
        }
    }

    private static int Print(IEnumerable<EmitResult> results, string form, Terminal terminal)
    {
        if (form == "json") ManifestJson.Write(results.SelectMany(result => result.Manifests), terminal.Output);
        else foreach (var result in results) result.WriteYaml(terminal.Output);
        return ExitCodes.Fine;
    }

    private static int Save(IEnumerable<(string Folder, EmitResult Result)> targets, Terminal terminal)
    {
        foreach (var (folder, result) in targets)
        {
            try
            {
                var report = result.SaveTo(folder);
                foreach (var name in report.Written) terminal.Output.Write($"written {Path.Join(folder, name)}\n");
                foreach (var name in report.Removed) terminal.Output.Write($"removed {Path.Join(folder, name)}\n");
                foreach (var name in report.Kept) terminal.Output.Write($"kept, because somebody changed it: {Path.Join(folder, name)}\n");
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw CommandFailure.BadInput($"The folder '{folder}' of --out cannot be written. {exception.Message}", exception);
            }
        }

        return ExitCodes.Fine;
    }
}
