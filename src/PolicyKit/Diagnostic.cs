using PolicyKit.Manifests;

namespace PolicyKit;

/// <summary>A finding about a policy or a manifest: what is wrong, where, and the mend.</summary>
/// <remarks>Diagnostics are collected, never thrown. The same ids are used by the analyzers, the lint and the command line.</remarks>
/// <param name="Id">The rule, for example <c>PK1001</c>.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Message">What is wrong, as one sentence with a full stop.</param>
/// <param name="Mend">What to write instead, as one sentence with a full stop; empty when the message already says it.</param>
public sealed record Diagnostic(string Id, Severity Severity, string Message, string Mend)
{
    /// <summary>The C# line it is about, when there is one.</summary>
    public Origin Origin { get; init; }

    /// <summary>The file that was read, when the finding is about text.</summary>
    public string? File { get; init; }

    /// <summary>The place in the YAML or JSON text, when the finding is about text.</summary>
    public TextPosition Position { get; init; }

    /// <summary>The finding on one line, in the form compilers use.</summary>
    /// <returns>For example <c>Program.cs(29): error PK3001: …</c>.</returns>
    public override string ToString()
    {
        var place = Origin.ToString();
        if (File is not null || Position.IsKnown)
        {
            var inText = File is null ? Position.ToString() : Position.IsKnown ? FormattableString.Invariant($"{File}({Position.Line},{Position.Column})") : File;
            place = place.Length == 0 ? inText : $"{place}, {inText}";
        }

        var head = place.Length == 0 ? "" : place + ": ";
        var severity = Severity switch { Severity.Info => "info", Severity.Warning => "warning", _ => "error" };
        var mend = Mend.Length == 0 ? "" : " " + Mend;
        return $"{head}{severity} {Id}: {Message}{mend}";
    }
}
