using System.Text.Json;
using PolicyKit.App.Consoles;

namespace PolicyKit.App.Commands;

/// <summary>Findings, for a person or a program.</summary>
internal static class Findings
{
    /// <summary>Writes all findings.</summary>
    /// <returns>1 when one of them asks for a change, else 0.</returns>
    public static int Report(IReadOnlyList<Diagnostic> found, string form, Terminal terminal)
    {
        if (form == "json") Json.WriteIndented(terminal.Output, json => WriteTo(json, found));
        else foreach (var one in found) terminal.Output.Write(Coloured(one, terminal.Colours) + "\n");
        return found.Any(one => one.Severity > Severity.Info) ? ExitCodes.Findings : ExitCodes.Fine;
    }

    /// <summary>A finding on one line, its weight in colour.</summary>
    public static string Coloured(Diagnostic diagnostic, Palette colours)
    {
        var (word, painted) = diagnostic.Severity switch
        {
            Severity.Error => ("error", colours.Bad("error")),
            Severity.Warning => ("warning", colours.Doubtful("warning")),
            _ => ("info", colours.Quiet("info")),
        };
        var text = diagnostic.ToString();
        var marker = $"{word} {diagnostic.Id}: ";
        var at = text.IndexOf(marker, StringComparison.Ordinal);
        return $"{text[..at]}{painted}{text[(at + word.Length)..]}";
    }

    private static void WriteTo(Utf8JsonWriter json, IReadOnlyList<Diagnostic> found)
    {
        json.WriteStartObject();
        json.WriteStartArray("findings");
        foreach (var one in found)
        {
            json.WriteStartObject();
            json.WriteString("id", one.Id);
            json.WriteString("severity", one.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" });
            json.WriteString("message", one.Message);
            json.WriteString("mend", one.Mend);
            if ((one.File ?? one.Origin.File) is { } file) json.WriteString("file", file);
            var position = one.Position.IsKnown ? one.Position : new(one.Origin.Line, 0);
            if (position.Line > 0) json.WriteNumber("line", position.Line);
            if (position.Column > 0) json.WriteNumber("column", position.Column);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
