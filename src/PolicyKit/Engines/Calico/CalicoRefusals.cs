using PolicyKit.Ir;

namespace PolicyKit.Engines.Calico;

/// <summary>What Calico would read as something else, or not take at all.</summary>
internal static class CalicoRefusals
{
    /// <summary>A selector on a key that Calico keeps for itself.</summary>
    public static void KeptKey(PolicyEntry entry, Origin origin, string what, string key, LoweringContext context) => context.Refuse("PK3007", origin,
        $"Policy '{entry.Id}' selects {what} by the label '{key}', a name that {context.Engine} keeps for itself: it never looks at a label of that name.",
        "Select by another label, or write the rule as a native fragment.");

    public static void TooLong(PolicyEntry entry, Origin origin, string selector, LoweringContext context)
    {
        if (selector.Length <= CalicoLimits.SelectorLength) return;
        context.Refuse("PK3009", origin,
            FormattableString.Invariant($"A selector of policy '{entry.Id}' has {selector.Length} characters, and {context.Engine} takes at most {CalicoLimits.SelectorLength}: {UserWords.Quote(selector)}."),
            "Select by fewer labels or values, or split the values over several rules.");
    }

    public static void TooManyRules(PolicyEntry entry, Direction direction, int count, LoweringContext context)
    {
        if (count <= CalicoLimits.Rules) return;
        context.Refuse("PK3009", entry.Origin,
            FormattableString.Invariant($"Policy '{entry.Id}' becomes {count} {(direction is Direction.Ingress ? "ingress" : "egress")} rules, and {context.Engine} takes at most {CalicoLimits.Rules} in one object."),
            "Split it into several policies for the same pods: what any of them allows is allowed.");
    }

    /// <summary>Whether the version is one that is written for.</summary>
    public static bool Version(PolicyEntry entry, LoweringContext context)
    {
        var calico = context.Facts.Calico;
        if (calico.IsTooOld())
        {
            context.Refuse("PK3008", entry.Origin,
                $"Policy '{entry.Id}' is for {context.Engine} {calico.Version}, which drops fields that are written here without a word.",
                $"Use {CalicoVersions.Oldest} or later, and say so with 'calico.version'.");
            return false;
        }

        if (entry.Mode is RolloutMode.Enforce || calico.HasStaged()) return true;
        context.Refuse("PK3008", entry.Origin,
            $"The dry run of policy '{entry.Id}' needs {CalicoKinds.StagedPolicy}, which {context.Engine} {calico.Version} does not have.",
            $"Use {CalicoVersions.Staged} or later, and say so with 'calico.version', or enforce the policy.");
        return false;
    }
}
