using PolicyKit.Ir;

namespace PolicyKit.Engines.Calico;

/// <summary>Host names to the <c>domains</c> of Calico Enterprise, with the gaps that come with them.</summary>
internal static class CalicoHostNames
{
    /// <summary>The name as Calico Enterprise writes it; null when refused.</summary>
    public static string? Lower(PolicyEntry entry, RuleIr rule, DnsPattern pattern, LoweringContext context)
    {
        if (!context.Facts.Calico.HasDomains())
        {
            context.Refuse("PK3001", rule.Origin,
                $"Policy '{entry.Id}' allows the host name '{pattern}', and the open-source {context.Engine} has no egress by host name.",
                "Use an engine that has it, say 'calico.edition: enterprise' if the cluster runs that, or write the host's network with Cidr(…).");
            return null;
        }

        if (context.HearsGaps) Declare(entry, rule, pattern, context);

        // A leading "*." is there what "**." is here: one or more labels.
        return pattern.Wildcard is DnsWildcard.None ? pattern.Name : $"*.{pattern.Name}";
    }

    private static void Declare(PolicyEntry entry, RuleIr rule, DnsPattern pattern, LoweringContext context)
    {
        Declare(Gaps.NameByAddress, $"on {context.Engine}, other host names on the addresses learned for '{pattern}' are open to '{entry.Id}' too.",
            pattern, "another name has an address that was learned for this one", entry, rule, context);
        if (pattern.Wildcard is not DnsWildcard.OneLabel) return;
        Declare(Gaps.NameDepth, $"on {context.Engine}, '{pattern}' also opens names with two or more labels before '{pattern.Name}' to '{entry.Id}'.",
            DnsPattern.Parse($"**.{pattern.Name}"), null, entry, rule, context);
    }

    private static void Declare(
        GapId id, string sentence, DnsPattern covered, string? condition, PolicyEntry entry, RuleIr rule, LoweringContext context) => context.Declare(new(
        id,
        context.Engine,
        sentence,
        new(Direction.Egress, entry.Subject.Namespace, entry.Subject.Pods, [new HostNamePeer(covered)], rule.Traffic.AsWritten(), condition),
        GapEffect.Opens));
}
