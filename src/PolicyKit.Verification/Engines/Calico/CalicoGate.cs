using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Engines.Calico;

/// <summary>
/// Who looks at an object before it acts. What comes in as <c>projectcalico.org/v3</c> passes Calico's API server, which validates
/// everything. What is written as <c>crd.projectcalico.org/v1</c> meets only a schema, and then the agent, which drops what it cannot read.
/// </summary>
internal sealed class CalicoGate(ReadingLog log, ClusterProfile profile, bool isStored)
{
    private const int LongestSelector = 1024;

    /// <summary>From here on, schemas bound the lengths of lists and selectors.</summary>
    private static readonly EngineVersion Bounds = new(3, 33);

    public ReadingLog Log => log;

    /// <summary>Whether the object is in the form that passes no API server of Calico.</summary>
    public bool IsStored => isStored;

    public EngineVersion Version => profile.Calico.Version;

    public bool IsEnterprise => profile.Calico.Edition == CalicoEdition.Enterprise;

    /// <summary>What every form of the schema refuses.</summary>
    public void Refuse(Place place, string problem, string mend = "") => log.Reject(place, problem, mend);

    /// <summary>What the API server refuses, and the agent too where no API server stands before it.</summary>
    public void RefuseOrIgnore(Place place, string problem, string mend = "")
    {
        if (isStored) log.Ignore(place, problem, mend);
        else log.Reject(place, problem, mend);
    }

    /// <summary>What only the API server refuses; what becomes of it in an agent nobody has looked up.</summary>
    public void RefuseOrDoubt(Place place, string problem, string mend = "")
    {
        if (isStored) log.NotModelled(place, problem, mend);
        else log.Reject(place, problem, mend);
    }

    /// <summary>A list that schemas bound since 3.33.</summary>
    public void Bound(Fields fields, string key, int count, int most)
    {
        if (count > most && Version >= Bounds) log.Reject(fields.PlaceOf(key), FormattableString.Invariant($"There are {count} items here, and {most} are allowed."), "Split it.");
    }

    /// <summary>A selector of a field; null when it is not written, or written empty.</summary>
    public CalicoSelector? Selector(Fields fields, string key, bool isBounded = true) =>
        fields.Text(key) is { Length: > 0 } text ? Parsed(fields.PlaceOf(key), text, isBounded) : null;

    /// <summary>A selector that must not say <c>global()</c>, or only alone; Calico looks for the letters, also inside quotes.</summary>
    public CalicoSelector? SelectorWithoutGlobal(Fields fields, string key, bool orAlone = false)
    {
        if (fields.Text(key) is not { Length: > 0 } text) return null;
        var place = fields.PlaceOf(key);
        if (text.Contains("global(", StringComparison.Ordinal) && !(orAlone && text.Trim(' ', '\t') == "global()"))
        {
            RefuseOrDoubt(place, orAlone ? "global() stands beside something else." : "global() has no meaning here.", "Write it only as the whole namespaceSelector of a source or destination.");
        }

        return Parsed(place, text, isBounded: true);
    }

    /// <summary>A list in which nothing may stand twice.</summary>
    public IReadOnlyList<Item<string>> Set(Fields fields, string key)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var items = fields.Texts(key) ?? [];
        foreach (var item in items)
        {
            if (!seen.Add(item.Value)) Refuse(item.Place, $"'{Shown.Of(item.Value)}' is written twice.", "Write it once.");
        }

        return items;
    }

    private CalicoSelector? Parsed(Place place, string text, bool isBounded)
    {
        if (isBounded && text.Length > LongestSelector && Version >= Bounds)
        {
            log.Reject(place, FormattableString.Invariant($"The selector has {text.Length} characters, and {LongestSelector} are allowed."), "Split the rule, or write 'key in {…}' instead of many comparisons.");
        }

        var reading = CalicoSelectorParser.Parse(text);
        if (reading.Selector is { } selector) return selector;
        var problem = FormattableString.Invariant($"The selector '{Shown.Of(text)}' cannot be read: at character {reading.At}, {reading.Problem}.");
        if (reading.IsTooDeep) log.NotModelled(place, problem, reading.Mend);
        else RefuseOrIgnore(place, problem, reading.Mend);
        return null;
    }
}
