using System.Globalization;
using System.Text;
using PolicyKit.Manifests;

namespace PolicyKit.Engines;

/// <summary>Walks a manifest for an engine's rules: keeps the path, and reports findings at it.</summary>
/// <remarks>The path is made into a text only when something is found, so that a sound manifest costs no strings.</remarks>
/// <param name="report">Where findings go.</param>
/// <param name="facts">The cluster, for rules that differ by version.</param>
/// <param name="selectors">Who objects to a label selector of the right shape that says nothing valid: a custom resource is stored with it.</param>
internal sealed class TreeCheck(Action<RuleFinding> report, ClusterProfile? facts = null, Objector selectors = Objector.ApiServerRefuses)
{
    private static readonly string[] MetadataKeys =
    [
        "annotations", "creationTimestamp", "deletionGracePeriodSeconds", "deletionTimestamp", "finalizers", "generateName", "generation", "labels", "managedFields",
        "name", "namespace", "ownerReferences", "resourceVersion", "selfLink", "uid",
    ];

    // Deep enough for what engines nest, so that it need not grow.
    private readonly List<(string? Key, int Index)> _path = new(12);

    /// <summary>Trees that come again, and were found sound; null when every tree is to be looked at.</summary>
    public SharedNodes? Shared { get; init; }

    /// <summary>How much was found so far.</summary>
    public int Findings { get; private set; }

    /// <summary>The cluster that the manifest is for.</summary>
    public ClusterProfile Facts { get; } = facts ?? ClusterProfile.Unknown;

    /// <summary>Whether a key is there with a value other than null.</summary>
    public static bool Has(ManifestMap map, string key) => map.TryGet(key, out var value) && value is not ManifestNull;

    public void Refuses(ManifestNode node, string message) => Find(Objector.ApiServerRefuses, node, message);

    public void Prunes(ManifestNode node, string message) => Find(Objector.ApiServerPrunes, node, message);

    public void AgentRefuses(ManifestNode node, string message) => Find(Objector.AgentRefuses, node, message);

    public void WeRefuse(ManifestNode node, string message) => Find(Objector.WeRefuse, node, message);

    /// <summary>Reports a trap that has a rule of its own, whoever objects.</summary>
    public void Trap(Objector objector, ManifestNode node, string message, string ruleId, string mend)
    {
        Findings++;
        report(new(objector, Path(), message, node.Position) { RuleId = ruleId, Mend = mend });
    }

    /// <summary>Steps into a key, for walks that are not made of callbacks; <see cref="Leave"/> steps out again.</summary>
    public void Enter(string key) => _path.Add((key, -1));

    /// <summary>Steps into an item of a list.</summary>
    public void Enter(int index) => _path.Add((null, index));

    /// <summary>Steps out of what was entered last.</summary>
    public void Leave() => _path.RemoveAt(_path.Count - 1);

    /// <summary>Reports what a label selector of the right shape says.</summary>
    public void Selector(ManifestNode node, string message) => Find(selectors, node, message);

    /// <summary>Runs a check one step deeper.</summary>
    public void At(string key, Action<TreeCheck> check)
    {
        _path.Add((key, -1));
        check(this);
        _path.RemoveAt(_path.Count - 1);
    }

    /// <summary>Runs a check on the value of a key, when it is there and not null.</summary>
    public void Child(ManifestMap map, string key, Action<TreeCheck, ManifestNode> check)
    {
        if (map.TryGet(key, out var value) && value is not ManifestNull) Step((key, -1), value, check);
    }

    /// <summary>Runs a check on each item of a list.</summary>
    public void Items(ManifestList list, Action<TreeCheck, ManifestNode> check)
    {
        for (var i = 0; i < list.Count; i++) Step((null, i), list[i], check);
    }

    /// <summary>Runs a check on each item of a list whose items other objects may have in common.</summary>
    public void SharedItems(ManifestList list, Action<TreeCheck, ManifestNode> check)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (IsSound(list[i], check)) continue;
            var before = Findings;
            Step((null, i), list[i], check);
            if (Findings == before) FoundSound(list[i], check);
        }
    }

    /// <summary>Whether a check found nothing in this very tree before, so that it can be passed over.</summary>
    public bool IsSound(ManifestNode node, object check) => Shared?.IsSound(node, check) ?? false;

    /// <summary>Says that a check found nothing in a tree.</summary>
    public void FoundSound(ManifestNode node, object check) => Shared?.FoundSound(node, check);

    /// <summary>Runs a check on each entry of a map.</summary>
    public void Entries(ManifestMap map, Action<TreeCheck, string, ManifestNode> check)
    {
        for (var i = 0; i < map.Count; i++)
        {
            _path.Add((map[i].Key, -1));
            check(this, map[i].Key, map[i].Value);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    /// <summary>Reports keys that the API server does not know: it drops them, and what remains may mean something else.</summary>
    public void OnlyKeys(ManifestMap map, string[] known)
    {
        foreach (ref readonly var entry in map.AsSpan())
        {
            if (Array.IndexOf(known, entry.Key) >= 0) continue;
            _path.Add((entry.Key, -1));
            Prunes(entry.Value, "nobody knows this key here");
            _path.RemoveAt(_path.Count - 1);
        }
    }

    public ManifestMap? Map(ManifestNode node) => node as ManifestMap ?? Expected<ManifestMap>(node, "a map");

    public ManifestList? List(ManifestNode node) => node as ManifestList ?? Expected<ManifestList>(node, "a list");

    public string? Text(ManifestNode node) => (node as ManifestText ?? Expected<ManifestText>(node, "a text"))?.Value;

    public long? Integer(ManifestNode node) => (node as ManifestInteger ?? Expected<ManifestInteger>(node, "a whole number"))?.Value;

    public bool? Boolean(ManifestNode node) => (node as ManifestBoolean ?? Expected<ManifestBoolean>(node, "true or false"))?.Value;

    /// <summary>The rules for <c>metadata</c> that every kind shares.</summary>
    public void Metadata(ManifestMap root)
    {
        if (!Has(root, "metadata"))
        {
            Refuses(root, "it has no metadata");
            return;
        }

        Child(root, "metadata", static (check, node) =>
        {
            if (check.Map(node) is not { } metadata) return;
            check.OnlyKeys(metadata, MetadataKeys);
            if (!Has(metadata, "name") && !Has(metadata, "generateName")) check.Refuses(metadata, "it has no name");
            check.Child(metadata, "name", Name);
            check.Child(metadata, "namespace", Namespace);
            check.Child(metadata, "labels", static (check, value) =>
            {
                if (check.Map(value) is { } labels) check.Entries(labels, Label);
            });
            check.Child(metadata, "annotations", static (check, value) =>
            {
                if (check.Map(value) is { } annotations) check.Entries(annotations, Annotation);
            });
        });
    }

    private static void Name(TreeCheck check, ManifestNode node)
    {
        if (check.Text(node) is { } name && NameSyntax.Subdomain(name, "a name") is not null) check.Refuses(node, $"'{name}' is not a name");
    }

    private static void Namespace(TreeCheck check, ManifestNode node)
    {
        if (check.Text(node) is { } name && NameSyntax.Namespace(name) is not null) check.Refuses(node, $"'{name}' is not a namespace");
    }

    private static void Label(TreeCheck check, string key, ManifestNode value)
    {
        if (NameSyntax.LabelKey(key) is not null) check.Refuses(value, $"'{key}' is not a label key");
        if (check.Text(value) is { } text && NameSyntax.LabelValue(text) is not null) check.Refuses(value, $"'{text}' is not a label value");
    }

    private static void Annotation(TreeCheck check, string key, ManifestNode value)
    {
        if (NameSyntax.AnnotationKey(key) is not null) check.Refuses(value, $"'{key}' is not an annotation key");
        check.Text(value);
    }

    private T? Expected<T>(ManifestNode node, string what)
        where T : ManifestNode
    {
        Refuses(node, $"{what} is expected, not a {node.KindName}");
        return null;
    }

    private void Step((string? Key, int Index) step, ManifestNode node, Action<TreeCheck, ManifestNode> check)
    {
        _path.Add(step);
        check(this, node);
        _path.RemoveAt(_path.Count - 1);
    }

    private void Find(Objector objector, ManifestNode node, string message)
    {
        Findings++;
        report(new(objector, Path(), message, node.Position));
    }

    private string Path()
    {
        var text = new StringBuilder();
        foreach (var (key, index) in _path)
        {
            if (key is null) text.Append('[').Append(index.ToString(CultureInfo.InvariantCulture)).Append(']');
            else if (text.Length == 0) text.Append(key);
            else text.Append('.').Append(key);
        }

        return text.Length == 0 ? "the object" : text.ToString();
    }
}
