namespace PolicyKit.Verification;

/// <summary>How far <see cref="Agreement"/> goes.</summary>
public sealed record AgreementOptions
{
    /// <summary>The most flows that are asked for each engine and each neighbourhood; a larger world is thinned out evenly.</summary>
    public int MostFlows { get; init; } = 20_000;

    /// <summary>How many disagreements are kept for each engine before it stops.</summary>
    public int MostDisagreements { get; init; } = 1;
}
