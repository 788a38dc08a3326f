namespace PolicyKit.Verification.Deciding;

/// <summary>What a rule does when it matches.</summary>
public enum Effect
{
    /// <summary>The direction allows the flow.</summary>
    Allow,

    /// <summary>The direction denies the flow.</summary>
    Deny,

    /// <summary>The rest of the tier is skipped, its endings included.</summary>
    Pass,

    /// <summary>The next rule is asked (Calico's Log).</summary>
    Continue,

    /// <summary>Allowed if the request satisfies the rule's layer 7 part, which is not modelled.</summary>
    AllowIfLayer7,
}
