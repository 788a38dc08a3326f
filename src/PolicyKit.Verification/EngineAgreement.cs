using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification;

/// <summary>What became of the check of one engine.</summary>
public enum AgreementOutcome
{
    /// <summary>The manifests were read back and compared.</summary>
    Checked,

    /// <summary>The engine refuses the set, so there is nothing to disagree with.</summary>
    Refused,

    /// <summary>The manifests are not accepted as they were written.</summary>
    Unreadable,

    /// <summary>Nobody here can read the engine's manifests back.</summary>
    NotJudged,
}

/// <summary>Whether one engine's manifests mean what is written.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Outcome">What became of the check.</param>
public sealed record EngineAgreement(Engine Engine, AgreementOutcome Outcome)
{
    /// <summary>How many flows were compared.</summary>
    public int Flows { get; init; }

    /// <summary>The flows that differ and that no declared gap covers.</summary>
    public ValueArray<Disagreement> Disagreements { get; init; } = [];

    /// <summary>Declared gaps that cover no flow that differs: they promise a difference that is not there.</summary>
    public ValueArray<Gap> EmptyGaps { get; init; } = [];

    /// <summary>Why the engine refuses the set.</summary>
    public ValueArray<Diagnostic> Refusals { get; init; } = [];

    /// <summary>What was found when the manifests were read back.</summary>
    public ValueArray<ReadFinding> Findings { get; init; } = [];

    /// <summary>Whether nothing disagrees, and every declared gap is really there. An engine that refuses the set cannot say anything else than is written.</summary>
    public bool Holds => Outcome is AgreementOutcome.Refused || (Outcome is AgreementOutcome.Checked && Disagreements.Count == 0 && EmptyGaps.Count == 0);

    /// <summary>The result in words.</summary>
    /// <returns>A line, and below it what disagrees.</returns>
    public override string ToString() => string.Join('\n', new object[] { $"{Engine}: {Words()}" }
        .Concat(Disagreements).Concat(EmptyGaps.Select(gap => $"{gap} (no flow differs)")).Concat(Refusals.Cast<object>()).Concat(Findings));

    private string Words() => Outcome switch
    {
        AgreementOutcome.Checked => FormattableString.Invariant($"{Flows} flows compared, {(Disagreements.Count == 0 ? "all the same up to the declared gaps" : "and not the same")}"),
        AgreementOutcome.Refused => "refuses the set",
        AgreementOutcome.Unreadable => "its manifests are not accepted as they were written",
        AgreementOutcome.NotJudged => "nobody here can read its manifests back",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
