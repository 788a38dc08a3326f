using System.CommandLine;
using System.Text.Json;
using PolicyKit.App.Consoles;
using PolicyKit.App.Inputs;
using PolicyKit.Verification;

namespace PolicyKit.App.Commands;

/// <summary><c>verify</c>: do the manifests of every engine mean what is written?</summary>
internal static class VerifyCommand
{
    public static Command Create(WrittenSets sets, Option<string?> profile, Terminal terminal)
    {
        var output = OutputOption.Of("text", "json", "md");
        var engine = EngineOption.Optional("The only engine to look at; without it, all of them.");
        var folder = new Option<string?>("--folder") { Description = "A folder that emit --out wrote: what stands in it now is compared, not what would be written anew.", HelpName = "DIR" };
        var command = new ProgramCommand("verify", "Emit for every engine, read the text back, and compare what it means with what is written.")
        {
            Examples =
            [
                ("verify", "A line for each engine: the flows compared, the declared gaps, or why it refuses the policies."),
                ("verify --profile prod.yaml --output md", "The same as a table for a pull request."),
                ("verify --engine cilium --folder deploy/", "Whether the files, changed by hand since perhaps, still mean what is written; if not, a flow that shows it."),
            ],
        };
        foreach (var option in (Option[])[engine, folder, profile, output]) command.Options.Add(option);
        sets.AddTo(command);
        command.SetAction(line =>
        {
            if (line.GetValue(folder) is not null && line.GetValue(engine) is null) throw CommandFailure.Usage("--folder holds the manifests of one engine: name it with --engine.");
            var facts = ProfileInput.Read(line.GetValue(profile), []);
            using var progress = new Progress(terminal, "engines verified");
            var rows = sets.Chosen(line).SelectMany(set => Rows(set, line.GetValue(engine), line.GetValue(folder), facts, progress, terminal)).ToList();
            Write(rows, line.GetValue(output)!, terminal);
            return rows.All(row => row.Found.Holds) ? ExitCodes.Fine : ExitCodes.Findings;
        });
        return command;
    }

    private static IEnumerable<Row> Rows(WrittenSet set, Engine? engine, string? folder, ClusterProfile facts, Progress progress, Terminal terminal)
    {
        var policies = set.Build();
        IEnumerable<EngineAgreement> checkedEngines = folder is null
            ? Agreement.Check(policies, facts).Engines.Where(found => engine is null || found.Engine == engine)
            : [Agreement.CheckManifests(policies, engine!, ManifestInput.Read([set.FolderBelow(folder)], terminal), facts)];
        foreach (var found in checkedEngines)
        {
            progress.Step();
            yield return new(set.Name, found, found.Outcome == AgreementOutcome.Refused ? [] : [.. policies.Emit(found.Engine, facts).Gaps]);
        }
    }

    private static void Write(IReadOnlyList<Row> rows, string form, Terminal terminal)
    {
        switch (form)
        {
            case "json": Json.WriteIndented(terminal.Output, json => Write(json, rows)); break;
            case "md": TextTable.WriteMarkdown(terminal.Output, ["policies", "engine", "result", "flows", "gaps"], rows.Select(row => row.Cells(Palette.None))); break;
            default: TextTable.Write(terminal.Output, rows.Select(row => row.Cells(terminal.Colours))); break;
        }

        if (form == "json") return;
        foreach (var row in rows.Where(row => row.Found.Outcome != AgreementOutcome.Checked || !row.Found.Holds)) terminal.Output.Write($"\n{row.Found}\n");
        foreach (var sentence in rows.SelectMany(row => row.Gaps).Select(gap => gap.ToString()).Distinct(StringComparer.Ordinal)) terminal.Note(sentence);
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Row> rows)
    {
        json.WriteStartObject();
        json.WriteStartArray("engines");
        foreach (var row in rows)
        {
            json.WriteStartObject();
            if (row.Set is not null) json.WriteString("policies", row.Set);
            json.WriteString("engine", row.Found.Engine.Name);
            json.WriteString("result", row.Result);
            json.WriteNumber("flows", row.Found.Flows);
            json.WriteStartArray("gaps");
            foreach (var name in row.GapNames) json.WriteStringValue(name);
            json.WriteEndArray();
            json.WriteStartArray("disagreements");
            foreach (var disagreement in row.Found.Disagreements) json.WriteStringValue(disagreement.ToString());
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private sealed record Row(string? Set, EngineAgreement Found, IReadOnlyList<Gap> Gaps)
    {
        public string Result => Found.Outcome switch
        {
            AgreementOutcome.Checked => Found.Holds ? "agrees" : "DIFFERS",
            AgreementOutcome.Refused => "refuses",
            AgreementOutcome.Unreadable => "NOT ACCEPTED",
            AgreementOutcome.NotJudged => "not judged",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        public IEnumerable<string> GapNames => Gaps.Select(gap => gap.Id.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

        public IReadOnlyList<string> Cells(Palette colours) =>
        [
            Set ?? "",
            Found.Engine.Name,
            Found.Holds ? colours.Good(Result) : colours.Bad(Result),
            FormattableString.Invariant($"{Found.Flows} flows"),
            string.Join(", ", GapNames.Select(name => $"gap {name}")),
        ];
    }
}
