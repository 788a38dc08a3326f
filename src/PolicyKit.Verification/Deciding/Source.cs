using PolicyKit.Manifests;

namespace PolicyKit.Verification.Deciding;

/// <summary>Where a part of a program comes from: a place in a manifest, a line of C#, or a rule that holds whatever is written.</summary>
/// <remarks>
/// INVARIANT (source): where a rule was written is no part of what it is. Any two sources are equal, and a program that carries them
/// compares as if it did not.
/// </remarks>
public sealed class Source : IEquatable<Source>
{
    private Source()
    {
    }

    /// <summary>The object, when it comes from a manifest.</summary>
    public Manifest? Manifest { get; private init; }

    /// <summary>The path inside the object, for example <c>spec.ingress[0]</c>.</summary>
    public string? Path { get; private init; }

    /// <summary>The place in the file, when it was read from one.</summary>
    public TextPosition Position { get; private init; }

    /// <summary>The C# line, when it comes from a written policy, or from a manifest that was emitted for one.</summary>
    public Origin Line { get; private init; }

    /// <summary>The policy or the built-in rule, in words.</summary>
    public string Title { get; private init; } = "";

    /// <summary>Whether it holds whatever is written, so that nobody can change it.</summary>
    public bool IsBuiltIn { get; private init; }

    /// <summary>A place in a manifest.</summary>
    /// <param name="manifest">The object.</param>
    /// <param name="path">The path inside it.</param>
    /// <param name="position">The place in the file.</param>
    /// <returns>The source.</returns>
    public static Source Of(Manifest manifest, string path, TextPosition position = default) =>
        new() { Manifest = manifest, Path = path, Position = position, Line = manifest.Origin, Title = manifest.ToString() };

    /// <summary>A line of C#.</summary>
    /// <param name="line">The line.</param>
    /// <param name="title">The policy.</param>
    /// <returns>The source.</returns>
    public static Source Of(Origin line, string title) => new() { Line = line, Title = title };

    /// <summary>A rule that holds whatever is written.</summary>
    /// <param name="title">The rule, in words.</param>
    /// <returns>The source.</returns>
    public static Source BuiltIn(string title) => new() { Title = title, IsBuiltIn = true };

    /// <summary>Always true: see the remarks of the type.</summary>
    /// <param name="other">Another source.</param>
    /// <returns>True.</returns>
    public bool Equals(Source? other) => other is not null;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Source;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;

    /// <summary>The source on one line.</summary>
    /// <returns>For example <c>NetworkPolicy shop/web spec.ingress[0] (web.yaml(12,5))</c>.</returns>
    public override string ToString()
    {
        var path = string.IsNullOrEmpty(Path) ? "" : " " + Path;
        var file = Manifest?.File is { } name
            ? Position.IsKnown ? FormattableString.Invariant($" ({name}({Position.Line},{Position.Column}))") : $" ({name})"
            : Line.IsKnown ? $" ({Line})" : "";
        return Title + path + file;
    }
}
