using PolicyKit.Manifests;

namespace PolicyKit.Verification.Reading;

/// <summary>Collects what is found while one object is read, and with it whether the object is enforced at all.</summary>
internal sealed class ReadingLog(Manifest manifest)
{
    private const string RefusedOrPruned = "PK5002";
    private const int LongestPart = 320;

    private readonly List<ReadFinding> _findings = [];

    public Manifest Manifest => manifest;

    public IReadOnlyList<ReadFinding> Findings => _findings;

    /// <summary>Whether the object is enforced in spite of what was found.</summary>
    public bool IsEnforced => _findings.TrueForAll(finding => finding.Consequence is ReadConsequence.Accepted or ReadConsequence.Pruned);

    /// <summary>The API server refuses the object.</summary>
    public void Reject(Place place, string problem, string mend = "", string id = RefusedOrPruned) =>
        Add(place, ReadConsequence.RejectedByApiServer, Severity.Error, id, $"{problem} The API server refuses the object.", mend);

    /// <summary>The API server stores the object; the engine's agent refuses it.</summary>
    public void Ignore(Place place, string problem, string mend = "", string id = RefusedOrPruned) =>
        Add(place, ReadConsequence.IgnoredByAgent, Severity.Error, id, $"{problem} The agent refuses the object, and nothing of it is enforced.", mend);

    /// <summary>The API server drops the field.</summary>
    public void Prune(Place place, string problem, string mend = "") =>
        Add(place, ReadConsequence.Pruned, Severity.Error, RefusedOrPruned, $"{problem} The API server drops it, and the rest acts without it.", mend);

    /// <summary>The judge has no model of this.</summary>
    public void NotModelled(Place place, string problem, string mend = "") =>
        Add(place, ReadConsequence.NotModelled, Severity.Error, RefusedOrPruned, $"{problem} PolicyKit does not model this, so it says nothing about what the object selects.", mend);

    /// <summary>Nobody objects, but somebody should know.</summary>
    public void Warn(Place place, string id, string problem, string mend = "", Severity severity = Severity.Warning) =>
        Add(place, ReadConsequence.Accepted, severity, id, problem, mend);

    private void Add(Place place, ReadConsequence consequence, Severity severity, string id, string problem, string mend) =>
        _findings.Add(new(manifest, place.Path, consequence, new(id, severity, $"{Short(manifest.ToString())}: {(place.Path.Length == 0 ? "" : $"'{Short(place.Path)}': ")}{Short(problem)}", Short(mend)) { File = manifest.File, Position = place.Position }));

    /// <summary>The words of a hostile file may be megabytes long; a message keeps their beginning and its own end.</summary>
    private static string Short(string text) =>
        text.Length <= LongestPart ? text : $"{text[..(LongestPart / 2)]}…{text[^(LongestPart / 2)..]}";
}
