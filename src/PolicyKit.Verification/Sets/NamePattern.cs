namespace PolicyKit.Verification.Sets;

/// <summary>A pattern of DNS names: a star stands for characters of one label, a leading <c>**.</c> for one or more labels, a lone star for every name.</summary>
/// <remarks>Names compare without case and without a trailing dot.</remarks>
/// <param name="Text">The pattern, for example <c>*.example.com</c>.</param>
public sealed record NamePattern(string Text)
{
    /// <summary>The pattern, lower-cased and without a trailing dot.</summary>
    public string Text { get; } = Plain(Text);

    /// <summary>Whether a name matches.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True if it does.</returns>
    public bool Matches(string name)
    {
        var plain = Plain(name);
        if (Text == "*") return true;
        if (!Text.StartsWith("**.", StringComparison.Ordinal)) return MatchesLabels(Text, plain);
        var rest = Text[3..];
        for (var dot = plain.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = plain.IndexOf('.', dot + 1))
        {
            if (MatchesLabels(rest, plain[(dot + 1)..])) return true;
        }

        return false;
    }

    /// <summary>The pattern.</summary>
    /// <returns>Its text.</returns>
    public override string ToString() => Text;

    private static string Plain(string name) => name.TrimEnd('.').ToLowerInvariant();

    private static bool MatchesLabels(string pattern, string name)
    {
        var patterns = pattern.Split('.');
        var labels = name.Split('.');
        return patterns.Length == labels.Length && patterns.Zip(labels).All(pair => MatchesLabel(pair.First, pair.Second));
    }

    /// <summary>Two fingers and one place to come back to: linear in practice, and a hostile pattern cannot make it explode.</summary>
    private static bool MatchesLabel(ReadOnlySpan<char> pattern, ReadOnlySpan<char> label)
    {
        int p = 0, l = 0, star = -1, back = 0;
        while (l < label.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                back = l;
            }
            else if (p < pattern.Length && pattern[p] == label[l])
            {
                p++;
                l++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                l = ++back;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].IndexOfAnyExcept('*') < 0;
    }
}
