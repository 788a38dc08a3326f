using System.Reflection;

namespace PolicyKit.Conformance;

/// <summary>A case of the corpus: a folder with <c>policies.cs</c>, perhaps <c>profile.yaml</c>, the approved output of every engine, and flows.</summary>
/// <param name="Name">The folder, for example <c>001-mission</c>.</param>
/// <param name="Policies">What is written.</param>
internal sealed record Case(string Name, PolicySet Policies)
{
    /// <summary>Every case, in the order of their numbers. A class <c>Case001</c> belongs to the folder that begins with <c>001-</c>.</summary>
    public static IReadOnlyList<Case> All { get; } = Read();

    public string File(string name) => Path.Combine(Corpus.Root, Name, name);

    public ClusterProfile Profile => System.IO.File.Exists(File("profile.yaml")) ? ClusterProfile.Load(File("profile.yaml")) : Corpus.UsualProfile;

    public override string ToString() => Name;

    private static List<Case> Read()
    {
        var written = typeof(Case).Assembly.GetTypes()
            .Where(type => type.Name.StartsWith("Case", StringComparison.Ordinal) && type.Name.Length == 7)
            .ToDictionary(type => type.Name[4..], StringComparer.Ordinal);
        return [.. Directory.GetDirectories(Corpus.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal).Select(name => Of(name!, written))];
    }

    private static Case Of(string name, Dictionary<string, Type> written) => written.TryGetValue(name[..3], out var type)
        ? new(name, (PolicySet)type.GetProperty("Policies", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!)
        : throw new InvalidOperationException($"The folder '{name}' of the corpus has no class 'Case{name[..3]}'.");
}
