namespace PolicyKit.Verification.Reading;

/// <summary>Policies that were read from manifests, each in its dialect's own terms, and what was found on the way.</summary>
public sealed class PolicyReading
{
    internal PolicyReading(IReadOnlyList<PolicyModel> policies, ValueArray<ReadFinding> findings)
    {
        Policies = policies;
        Findings = findings;
    }

    /// <summary>The policies that are enforced.</summary>
    internal IReadOnlyList<PolicyModel> Policies { get; }

    /// <summary>What was found: what nobody enforces, what was dropped, what deserves a second look.</summary>
    public ValueArray<ReadFinding> Findings { get; }

    /// <summary>How many policy objects are enforced.</summary>
    public int Count => Policies.Count;

    /// <summary>Whether the API server refuses one of the objects.</summary>
    public bool IsRejected => Has(ReadConsequence.RejectedByApiServer);

    /// <summary>Whether a verdict may be relied on: no object is beyond what the judge models.</summary>
    public bool IsModelled => !Has(ReadConsequence.NotModelled);

    /// <summary>The same policies with the staged ones enforced: what Calico calls pending verdicts.</summary>
    /// <returns>The new reading; equal to this one where nothing is staged. A staged deletion stays without effect, as in Calico.</returns>
    public PolicyReading WithStagedEnforced() => new([.. Policies.Select(policy => policy.WithStagedEnforced())], Findings);

    private bool Has(ReadConsequence consequence)
    {
        foreach (var finding in Findings)
        {
            if (finding.Consequence == consequence) return true;
        }

        return false;
    }
}
