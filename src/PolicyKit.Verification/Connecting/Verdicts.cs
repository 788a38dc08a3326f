namespace PolicyKit.Verification.Connecting;

/// <summary>What becomes of all traffic: the set that is allowed whatever is answered, and the sets that depend on questions; the rest is denied.</summary>
/// <param name="Allowed">The set that is allowed.</param>
/// <param name="Undefined">Disjoint sets, each with the questions it depends on as bits.</param>
internal sealed record Verdicts(int Allowed, (uint Questions, int Set)[] Undefined)
{
    public static Verdicts AllowAll { get; } = new(TrafficSets.Everything, []);

    /// <summary>The undefined sets and, without a question, everything else.</summary>
    public IEnumerable<(uint Questions, int Set)> WithRest(TrafficSets sets) =>
        [(0u, Undefined.Aggregate(TrafficSets.Everything, (rest, part) => sets.Combine(SetOperation.Without, rest, part.Set))), .. Undefined];

    /// <summary>The undefined sets and, without a question, what is allowed.</summary>
    public IEnumerable<(uint Questions, int Set)> NotDenied => [(0u, Allowed), .. Undefined];
}
