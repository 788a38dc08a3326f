using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>Clouds hand out the node's credentials at one link-local address to whoever can reach it; a pod that is broken into can, unless its egress says no.</summary>
internal sealed class PK2002MetadataAddress : LintRule
{
    private static readonly CidrBlock Metadata = CidrBlock.Parse(WellKnown.MetadataAddress);

    public override void Visit(LintedRule rule)
    {
        if (rule.IsIngress) return;
        foreach (var peer in rule.Peers)
        {
            // The address by itself was written on purpose.
            var reaches = peer is AnywherePeer or OutsideClusterPeer || (peer is NetworkPeer { Block.IsSingleAddress: false } network && network.Holds(Metadata));
            if (!reaches) continue;
            rule.Report(
                RuleCatalogue.PK2002,
                $"allows egress to {peer}, which holds the cloud's metadata address 169.254.169.254.",
                peer is NetworkPeer ? $"Add .Except(\"{WellKnown.MetadataAddress}\")." : "Write Internet if public addresses are meant.",
                about: peer);
            return;
        }
    }
}
