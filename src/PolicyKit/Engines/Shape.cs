using PolicyKit.Manifests;

namespace PolicyKit.Engines;

/// <summary>What a custom resource definition says of a value, as data: the API server refuses what does not fit, and drops keys that are not there.</summary>
/// <remarks>For definitions whose keys come and go with versions. Where an API judges by code (Kubernetes' own kinds, Calico's server, expressions between fields), an engine walks its trees with <see cref="TreeCheck"/> alone.</remarks>
internal abstract class Shape
{
    /// <summary>A value that is not looked into.</summary>
    public static readonly Shape Whatever = new Unchecked();

    /// <summary>Any text.</summary>
    public static readonly Shape Text = new TextShape("a text", static _ => true);

    /// <summary>True or false.</summary>
    public static readonly Shape Boolean = new BooleanShape();

    public abstract void Check(TreeCheck check, ManifestNode node, EngineVersion version);

    private sealed class Unchecked : Shape
    {
        public override void Check(TreeCheck check, ManifestNode node, EngineVersion version)
        {
        }
    }

    private sealed class BooleanShape : Shape
    {
        public override void Check(TreeCheck check, ManifestNode node, EngineVersion version) => check.Boolean(node);
    }
}

/// <summary>A text of a certain form.</summary>
/// <param name="what">What it has to be, for messages.</param>
/// <param name="fits">Whether a text is one.</param>
internal sealed class TextShape(string what, Func<string, bool> fits) : Shape
{
    public override void Check(TreeCheck check, ManifestNode node, EngineVersion version)
    {
        if (check.Text(node) is { } text && !fits(text)) check.Refuses(node, $"{UserWords.Quote(text)} is not {what}");
    }
}

/// <summary>One of some words, each known since a version.</summary>
internal sealed class WordShape(params (string Word, EngineVersion Since)[] words) : Shape
{
    public WordShape(params string[] words)
        : this([.. words.Select(word => (word, default(EngineVersion)))])
    {
    }

    public override void Check(TreeCheck check, ManifestNode node, EngineVersion version)
    {
        if (check.Text(node) is not { } text) return;
        foreach (var (word, since) in words)
        {
            if (string.Equals(word, text, StringComparison.Ordinal) && since <= version) return;
        }

        check.Refuses(node, $"{UserWords.Quote(text)} is not one of {Words.List([.. words.Where(one => one.Since <= version).Select(one => one.Word)])}");
    }
}

/// <summary>A whole number within limits.</summary>
internal sealed class IntegerShape(long least, long most) : Shape
{
    public override void Check(TreeCheck check, ManifestNode node, EngineVersion version)
    {
        if (check.Integer(node) is { } number && (number < least || number > most)) check.Refuses(node, FormattableString.Invariant($"{number} is not a number from {least} to {most}"));
    }
}

/// <summary>A list of values of one shape.</summary>
/// <param name="item">The shape of the items.</param>
/// <param name="most">How many items there may be.</param>
/// <param name="mostSince">The version from which on there may not be more.</param>
/// <param name="least">How many items there have to be.</param>
/// <param name="areShared">Whether other objects may have items in common with this one.</param>
internal sealed class ListShape(Shape item, int most = int.MaxValue, EngineVersion mostSince = default, int least = 0, bool areShared = false) : Shape
{
    public override void Check(TreeCheck check, ManifestNode node, EngineVersion version)
    {
        if (check.List(node) is not { } list) return;
        if (list.Count > most && version >= mostSince) check.Refuses(node, most == 0 ? "it has to be empty" : FormattableString.Invariant($"it has {list.Count} items, and {most} are the most"));
        if (list.Count < least) check.Refuses(node, "it may not be empty");
        for (var i = 0; i < list.Count; i++)
        {
            if (areShared && check.IsSound(list[i], item)) continue;
            var before = check.Findings;
            check.Enter(i);
            item.Check(check, list[i], version);
            check.Leave();
            if (areShared && check.Findings == before) check.FoundSound(list[i], item);
        }
    }
}

/// <summary>A map of any keys with values of one shape.</summary>
internal sealed class TableShape(Shape value) : Shape
{
    public override void Check(TreeCheck check, ManifestNode node, EngineVersion version)
    {
        if (check.Map(node) is not { } map) return;
        foreach (ref readonly var entry in map.AsSpan())
        {
            check.Enter(entry.Key);
            value.Check(check, entry.Value, version);
            check.Leave();
        }
    }
}
