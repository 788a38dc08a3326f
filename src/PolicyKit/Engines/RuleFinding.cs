using PolicyKit.Manifests;
using PolicyKit.Rules;

namespace PolicyKit;

/// <summary>Who objects to a manifest.</summary>
internal enum Objector
{
    /// <summary>The API server refuses the object.</summary>
    ApiServerRefuses,

    /// <summary>The API server drops the field without a word, and what remains means something else.</summary>
    ApiServerPrunes,

    /// <summary>The engine's agent refuses the object after the API server took it.</summary>
    AgentRefuses,

    /// <summary>It is valid, but not what we emit: its meaning differs between engines, or is not what it looks like.</summary>
    WeRefuse,
}

/// <summary>What a validity rule of an engine found.</summary>
/// <param name="Objector">Who objects.</param>
/// <param name="Path">The field, for example <c>spec.ingress[0].ports[1].port</c>.</param>
/// <param name="Message">What is wrong, as a clause without the path.</param>
/// <param name="Position">Where the value was read.</param>
internal sealed record RuleFinding(Objector Objector, string Path, string Message, TextPosition Position)
{
    /// <summary>The rule of the catalogue that a user meets it as, where it is handed-in YAML.</summary>
    public string RuleId { get; init; } = "PK5002";

    /// <summary>What to write instead, where that can be said; otherwise empty.</summary>
    public string Mend { get; init; } = "";

    /// <summary>How much it weighs where it is handed-in YAML: as the catalogue says.</summary>
    public Severity Severity => RuleCatalogue.All.First(rule => rule.Id == RuleId).Severity;

    /// <summary>Whether handed-in YAML is reported for it: what only we object to is the user's own business, unless it has a rule of its own.</summary>
    public bool ConcernsRaw => Objector is not Objector.WeRefuse || RuleId is not "PK5002";

    /// <summary>The finding as a sentence.</summary>
    public override string ToString() => $"{Path}: {Message} ({Objection}).";

    private string Objection => Objector switch
    {
        Objector.ApiServerRefuses => "the API server refuses it",
        Objector.ApiServerPrunes => "the API server drops it",
        Objector.AgentRefuses => "the agent refuses it",
        Objector.WeRefuse => "we refuse it",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
