using PolicyKit.Manifests;

namespace PolicyKit.Profiles;

/// <summary>The words that a fact may be, and what each stands for.</summary>
internal sealed class FactWords<T>(params (string Word, T Value)[] words)
    where T : struct
{
    public T? Read(ManifestNode node, string path, FactFindings findings)
    {
        if (node is not ManifestText text)
        {
            findings.Expected(node, path, $"one of {Words.List([.. All])}", "Write one of them.");
            return null;
        }

        foreach (var (word, value) in words)
        {
            if (string.Equals(word, text.Value, StringComparison.Ordinal)) return value;
        }

        findings.Add(text.Position, $"'{path}' cannot be {UserWords.Quote(text.Value)}.", Spelling.Mend(text.Value, All, "They are"));
        return null;
    }

    private IEnumerable<string> All => words.Select(one => one.Word);
}
