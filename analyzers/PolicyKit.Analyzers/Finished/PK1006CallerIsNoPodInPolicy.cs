using PolicyKit.Analyzers.Reading;
using PolicyKit.Lint;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Finished;

/// <summary>PK1006 in a finished policy: a webhook's or probe's port for pods only, and no other rule that may let the caller in.</summary>
internal sealed class PK1006CallerIsNoPodInPolicy() : SectionRule(RuleCatalogue.PK1006, new PK1006CallerIsNoPod())
{
    protected override bool MayConcern(Direction direction, KnownRule one)
    {
        if (direction is Direction.Egress) return false;
        foreach (var port in one.Ports ?? ValueArray<Port>.Empty)
        {
            if ((port as Port.ByName)?.Name is { } name && WellKnown.CallerOf(name) is not null) return true;
            if ((port as Port.Numbered)?.KeptName is { } kept && WellKnown.CallerOf(kept) is not null) return true;
        }

        return false;
    }

    protected override ValueArray<PolicyRule>? Beside(Section section, KnownRule one, PolicyRule written) => WhatMayBeThere(section, one, written);

    // The port is written once more as it stands; where it stands elsewhere there is nothing to copy.
    protected override (string Key, string Text)? Mend(LintFinding found, KnownRule one)
    {
        for (var at = 0; at < one.Ports!.Count; at++)
        {
            if (!one.Ports[at].Equals(found.About)) continue;
            var port = Places.PortAt(one.Site, at, one.Ports.Count);
            return port == Places.RuleAt(one.Site) ? null : ("append", $"AllowIngress({port}).{(found.Mend.Contains("FromKubelet()") ? "FromKubelet()" : "From(ApiServer)")}");
        }

        return null;
    }
}
