using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.Cilium;

/// <summary>Native fragments: each rule is held to the API's own rules, and to adding to what is allowed and doing nothing else.</summary>
internal sealed class CiliumFragments(PolicyEntry entry, LoweringContext context)
{
    private bool _isSound;

    /// <summary>Whether a rule may be merged; if not, the reasons were reported.</summary>
    public bool Admits(NativeFragment fragment, ManifestNode rule)
    {
        if (!context.HearsFindings) return true;
        _isSound = true;
        CiliumRules.CheckRule(rule, fragment.Direction, context.Facts.Cilium.Version, finding =>
            Refuse(fragment, finding.RuleId, finding.Position, $"has {finding}", finding.Mend.Length > 0 ? finding.Mend : "Mend the native fragment."));
        if (rule is ManifestMap map)
        {
            if (CiliumLayer7.Restriction(map) is { } restriction) CheckRestriction(fragment, map, restriction);
            if (TreeCheck.Has(map, "toFQDNs") && !HasProxyInForce()) WarnOfMissingProxy(fragment, map);
        }

        return _isSound;
    }

    private void CheckRestriction(NativeFragment fragment, ManifestMap rule, string restriction)
    {
        if (entry.Mode is RolloutMode.DryRun)
        {
            Refuse(fragment, "PK5006", rule.Position, $"has '{restriction}', which stops requests even in a dry run.", "Take the rule out of the dry run, or enforce the policy.");
        }
        else if (OpenedWithout(fragment.Direction, rule) is { } other)
        {
            Refuse(fragment, "PK5006", rule.Position,
                $"has '{restriction}' on a port that policy '{other.Id}' may open to the same peers without it: then it restricts nothing, or stops the whole policy of the pod.",
                "Take the port out of the other rule, or the restriction out of the fragment.");
        }
    }

    // Any other rule counts, of this policy or of one that may select the same pod.
    private PolicyEntry? OpenedWithout(Direction direction, ManifestMap restricted)
    {
        var silent = new LoweringContext(context.Engine, context.Ir, Heard.Nothing);
        foreach (var other in context.Ir.Policies)
        {
            if (other.Id.Namespace != entry.Id.Namespace || other.Section(direction) is null || !CiliumOverlap.MaySelectTheSame(other.Subject.Pods, entry.Subject.Pods)) continue;
            var rules = new CiliumLowering(other, silent).Rules(direction).Concat(CiliumSet.FragmentRules(other, direction, context));
            if (rules.OfType<ManifestMap>().Any(rule => !rule.Equals(restricted) && CiliumOverlap.MayBothMatch(restricted, rule, entry.Id.Namespace!))) return other;
        }

        return null;
    }

    private bool HasProxyInForce()
    {
        foreach (var other in context.Ir.Policies)
        {
            if (other.Id.Namespace != entry.Id.Namespace || !(other.Subject.Pods.IsEverything || other.Subject.Pods.Equals(entry.Subject.Pods))) continue;
            if (CiliumSet.Of(context).Proxies(other) && CiliumDns.AsksResolver(other, context)) return true;
            if (CiliumSet.FragmentRules(other, Direction.Egress, context).Any(CiliumLayer7.HasDnsProxy)) return true;
        }

        return false;
    }

    private void WarnOfMissingProxy(NativeFragment fragment, ManifestMap rule) => Report(
        "PK5005", Severity.Warning, fragment, rule.Position, "has 'toFQDNs', and no rule lets the DNS proxy see the pod's questions: it never learns an address.", "Add .AllowClusterDns() to the policy.");

    private void Refuse(NativeFragment fragment, string id, TextPosition position, string what, string mend)
    {
        _isSound = false;
        Report(id, Severity.Error, fragment, position, what, mend);
    }

    private void Report(string id, Severity severity, NativeFragment fragment, TextPosition position, string what, string mend) =>
        context.Report(new(id, severity, $"The {context.Engine} fragment of policy '{entry.Id}' {what}", mend) { Origin = fragment.Origin, Position = position });
}
