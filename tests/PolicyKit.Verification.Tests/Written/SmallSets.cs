using FsCheck;
using FsCheck.Fluent;

namespace PolicyKit.Verification.Tests.Written;

/// <summary>Random sets of a few policies for the small cluster.</summary>
internal static class SmallSets
{
    /// <summary>Ports that every peer can be asked on.</summary>
    public static readonly Gen<Port> Ports = Gen.Elements(Port.Tcp(80), Port.TcpRange(8000, 9000), Port.Dns, Port.AnyTcp, Port.Any, Port.Https, Port.ApiServer, Port.Sctp(80));

    /// <summary>Sets of one to three policies that overlap, in either direction or both.</summary>
    public static Arbitrary<PolicySet> Of(Gen<Peer> sources, Gen<EgressPeer> destinations) =>
        (from count in Gen.Choose(1, 3)
         from policies in Gen.ListOf(APolicy(sources, destinations), count)
         select PolicySet.Create([.. policies.Select((policy, index) => policy.Named($"p{index}"))])).ToArbitrary();

    /// <summary>A policy with these rules that also denies by default: ingress where the number is even, egress where it is odd.</summary>
    public static Policy Build(Policy policy, IEnumerable<(Peer Peer, Port Port)> ingress, IEnumerable<(EgressPeer Peer, Port Port)> egress, int denies)
    {
        policy = denies % 2 == 0 ? policy.DenyIngressByDefault() : policy.DenyEgressByDefault();
        policy = ingress.Aggregate(policy, (built, rule) => built.AllowIngress(rule.Port).From(rule.Peer));
        return egress.Aggregate(policy, (built, rule) => built.AllowEgress(rule.Port).To(rule.Peer));
    }

    private static Gen<Policy> APolicy(Gen<Peer> sources, Gen<EgressPeer> destinations) =>
        from subject in Gen.Elements(LabelSelector.Everything, LabelSelector.Of(("app", "web")), LabelSelector.Parse("tier"))
        from ns in Gen.Elements("shop", "ops")
        from ingress in Gen.ListOf(from peer in sources from port in Gen.OneOf(Ports, Gen.Constant<Port>(Port.Named("http"))) select (peer, port), 3)
        from egress in Gen.ListOf(from peer in destinations from port in Ports select (peer, port), 3)
        from shape in Gen.Choose(0, 35)
        select Build(Policy.ForPods(subject).InNamespace(ns), ingress.Take(shape % 3), egress.Take(shape / 3 % 3), shape / 9);
}
