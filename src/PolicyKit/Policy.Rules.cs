using System.Runtime.CompilerServices;
using PolicyKit.Rules;

namespace PolicyKit;

public sealed partial record Policy
{
    /// <summary>Denies every connection to the pods that no rule allows.</summary>
    /// <returns>A new policy that governs ingress.</returns>
    [Verb(Verb.DenyIngress)]
    public Policy DenyIngressByDefault() => this with
    {
        Ingress = Ingress ?? ValueArray<PolicyRule>.Empty,
        Provenance = Provenance with { IngressGovernedOnlyAt = null },
    };

    /// <summary>Denies every connection from the pods that no rule allows.</summary>
    /// <returns>A new policy that governs egress.</returns>
    [Verb(Verb.DenyEgress)]
    public Policy DenyEgressByDefault() => this with
    {
        Egress = Egress ?? ValueArray<PolicyRule>.Empty,
        Provenance = Provenance with { EgressGovernedOnlyAt = null },
    };

    /// <summary>Begins a rule that lets connections in; the clause asks from whom.</summary>
    /// <param name="port">The port of the pods.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>A clause that knows <c>From</c>.</returns>
    [Verb(Verb.AllowIngress)]
    public IngressClause AllowIngress(Port port, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new(this, [port], new Origin(file, line));

    /// <summary>Begins a rule that lets connections in on two ports; the clause asks from whom.</summary>
    /// <param name="first">A port of the pods.</param>
    /// <param name="second">Another port.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>A clause that knows <c>From</c>.</returns>
    [Verb(Verb.AllowIngress)]
    public IngressClause AllowIngress(Port first, Port second, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new(this, [first, second], new Origin(file, line));

    /// <summary>Begins a rule that lets connections in on several ports; the clause asks from whom.</summary>
    /// <param name="ports">The ports of the pods. A sequence that turns out empty is an error (PK0010), not "all ports".</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>A clause that knows <c>From</c>.</returns>
    [Verb(Verb.AllowIngress)]
    public IngressClause AllowIngress(IEnumerable<Port> ports, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new(this, ports.ToValueArray(), new Origin(file, line));

    /// <summary>Begins a rule that lets connections out; the clause asks to whom.</summary>
    /// <param name="port">The port at the other end.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>A clause that knows <c>To</c>.</returns>
    [Verb(Verb.AllowEgress)]
    public EgressClause AllowEgress(Port port, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new(this, [port], new Origin(file, line));

    /// <summary>Begins a rule that lets connections out to two ports; the clause asks to whom.</summary>
    /// <param name="first">A port at the other end.</param>
    /// <param name="second">Another port.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>A clause that knows <c>To</c>.</returns>
    [Verb(Verb.AllowEgress)]
    public EgressClause AllowEgress(Port first, Port second, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new(this, [first, second], new Origin(file, line));

    /// <summary>Begins a rule that lets connections out to several ports; the clause asks to whom.</summary>
    /// <param name="ports">The ports at the other end. A sequence that turns out empty is an error (PK0010), not "all ports".</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>A clause that knows <c>To</c>.</returns>
    [Verb(Verb.AllowEgress)]
    public EgressClause AllowEgress(IEnumerable<Port> ports, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new(this, ports.ToValueArray(), new Origin(file, line));

    /// <summary>Allows DNS to the cluster's resolver: UDP and TCP, wherever the profile says that it answers.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>A new policy that governs egress.</returns>
    [PolicyEffect(PolicyEffects.RestrictsEgress | PolicyEffects.SettlesDns)]
    public Policy AllowClusterDns([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        AllowEgress(Port.Dns, file, line).To(ClusterDnsPeer.Instance);

    /// <summary>Allows the cluster's API server on its endpoint's port.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>A new policy that governs egress.</returns>
    [PolicyEffect(PolicyEffects.RestrictsEgress | PolicyEffects.SettlesApiServer)]
    public Policy AllowApiServer([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        AllowEgress(Port.ApiServer, file, line).To(ApiServerPeer.Instance);

    /// <summary>Declares what the workload has to reach. A declared need that no rule allows is an error.</summary>
    /// <param name="need">What it needs, for example <c>ApiServer</c>.</param>
    /// <param name="more">Further needs, for example <c>ClusterDns</c> and <c>Need("object store", Port.Https, Cidr("203.0.113.0/24"))</c>.</param>
    /// <returns>A new policy; what it allows is the same.</returns>
    [Verb(Verb.Keep)]
    public Policy Needs(INeed need, params INeed[] more) => this with { DeclaredNeeds = DeclaredNeeds.Concat(more.Prepend(need)).Distinct().ToValueArray() };

    /// <summary>Says that the workload never calls the API server, so that nobody is warned about it.</summary>
    /// <param name="because">Why that is so.</param>
    /// <returns>A new policy; what it allows is the same.</returns>
    [PolicyEffect(PolicyEffects.SettlesApiServer)]
    public Policy NeedsNoApiServer(string because) => this with { NoApiServerBecause = Reason.Checked(because) };

    /// <summary>Says that the workload never asks the resolver, so that nobody is warned about it.</summary>
    /// <param name="because">Why that is so.</param>
    /// <returns>A new policy; what it allows is the same.</returns>
    [PolicyEffect(PolicyEffects.SettlesDns)]
    public Policy NeedsNoDns(string because) => this with { NoDnsBecause = Reason.Checked(because) };

    /// <summary>Adds rules in an engine's own YAML. They can only add to what the policy allows; on other engines they are reported, not dropped in silence.</summary>
    /// <param name="engine">The engine whose language it is.</param>
    /// <param name="ingress">A list of that engine's ingress rules, or null.</param>
    /// <param name="egress">A list of that engine's egress rules, or null.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>A new policy.</returns>
    [Verb(Verb.Native)]
    public Policy Native(Engine engine, string? ingress = null, string? egress = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var origin = new Origin(file, line);
        var fragments = Fragments;
        if (ingress is not null) fragments = fragments.Add(new(engine, Direction.Ingress, ingress, origin));
        if (egress is not null) fragments = fragments.Add(new(engine, Direction.Egress, egress, origin));
        return this with { Fragments = fragments };
    }

    internal Policy WithIngressRule(PolicyRule rule)
    {
        var governed = DenyIngressByDefault();
        return governed with { Ingress = governed.Ingress!.Add(rule), Origin = OriginOr(rule) };
    }

    internal Policy WithEgressRule(PolicyRule rule)
    {
        var governed = DenyEgressByDefault();
        return governed with { Egress = governed.Egress!.Add(rule), Origin = OriginOr(rule) };
    }

    // A call with any number of labels cannot be told its line; the first rule's is the nearest there is.
    private Origin OriginOr(PolicyRule rule) => Origin.IsKnown ? Origin : rule.Origin;
}
