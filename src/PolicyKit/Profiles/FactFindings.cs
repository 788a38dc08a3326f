using PolicyKit.Manifests;

namespace PolicyKit.Profiles;

/// <summary>What is wrong with a profile, collected: one mistake must not hide the next.</summary>
internal sealed class FactFindings(string? file)
{
    private readonly List<Diagnostic> _all = [];

    /// <summary>The findings in the order of the text.</summary>
    public ValueArray<Diagnostic> Sorted => _all.OrderBy(one => one.Position.Line).ThenBy(one => one.Position.Column).ToValueArray();

    public void Add(TextPosition position, string message, string mend) =>
        _all.Add(new("PK5001", Severity.Error, message, mend) { File = file, Position = position });

    /// <summary>A value of another kind than the fact has.</summary>
    public void Expected(ManifestNode found, string path, string what, string mend) =>
        Add(found.Position, $"'{path}' is {what}, and {(found is ManifestNull ? "nothing stands here" : $"here stands a {found.KindName}")}.", mend);
}
