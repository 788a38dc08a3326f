// Linked into the analyzers: this file must also compile for netstandard2.0.
#if JUDGE
namespace PolicyKit.Verification.Rules;
#else
namespace PolicyKit.Rules;
#endif

/// <summary>Every rule there is, once: ids, titles and severities for the analyzers, the lint and the command line.</summary>
/// <remarks>The pages of the rules say when each fires. A number that is missing was never given, or belongs to a rule that does not exist yet.</remarks>
internal static class RuleCatalogue
{
    // INVARIANT (registration order): static initialisers run in textual order, so this list comes first and All is sorted by id.
    private static readonly List<Rule> Registered = [];

    // PK0 the words
    internal static Rule PK0001 { get; } = Error("PK0001", "The result of a policy verb is dropped");
    internal static Rule PK0002 { get; } = Error("PK0002", "Two policies of one set share a name and namespace");
    internal static Rule PK0003 { get; } = Error("PK0003", "A text is not a network");
    internal static Rule PK0004 { get; } = Error("PK0004", "An exception is not strictly inside its network");
    internal static Rule PK0005 { get; } = Error("PK0005", "Kubernetes refuses a port");
    internal static Rule PK0006 { get; } = Error("PK0006", "Kubernetes refuses a label or a name");
    internal static Rule PK0007 { get; } = Error("PK0007", "No engine accepts a host pattern");
    internal static Rule PK0008 { get; } = Warning("PK0008", "A policy depends on the clock, a random number or the machine");
    internal static Rule PK0009 { get; } = Error("PK0009", "A policy governs no direction");
    internal static Rule PK0010 { get; } = Error("PK0010", "An empty sequence of peers or ports reaches a verb");
    internal static Rule PK0011 { get; } = Error("PK0011", "A name or a namespace is missing");
    internal static Rule PK0012 { get; } = Warning("PK0012", "A direction is governed only on some paths");

    // PK1 outages: what is cut off without noticing
    internal static Rule PK1001 { get; } = Warning("PK1001", "Egress is restricted and nothing allows the API server");
    internal static Rule PK1002 { get; } = Warning("PK1002", "Egress is restricted and nothing allows DNS");
    internal static Rule PK1003 { get; } = Warning("PK1003", "DNS is allowed over UDP only, or over TCP only");
    internal static Rule PK1004 { get; } = Warning("PK1004", "The API server is looked for by labels");
    internal static Rule PK1005 { get; } = Warning("PK1005", "The API server is allowed on port 443 only");
    internal static Rule PK1006 { get; } = Warning("PK1006", "A port for webhooks or probes is open to pods only");
    internal static Rule PK1007 { get; } = Warning("PK1007", "A default deny cuts off a shared namespace");
    internal static Rule PK1008 { get; } = Warning("PK1008", "A default deny cuts off a workload that has no rule");
    internal static Rule PK1009 { get; } = Info("PK1009", "A network holds Service addresses, which policies never see");
    internal static Rule PK1013 { get; } = Warning("PK1013", "An allow rule isolates pods in a namespace that is not the set's own");
    internal static Rule PK1014 { get; } = Error("PK1014", "Nothing allows a need that was declared");

    // PK2 exposure: what is opened without noticing
    internal static Rule PK2001 { get; } = Warning("PK2001", "The whole internet is written as networks");
    internal static Rule PK2002 { get; } = Warning("PK2002", "Egress reaches the cloud metadata address");
    internal static Rule PK2003 { get; } = Info("PK2003", "Every port is open to a peer");
    internal static Rule PK2004 { get; } = Info("PK2004", "Every pod of the cluster is a peer");
    internal static Rule PK2005 { get; } = Warning("PK2005", "A sensitive port is open to anywhere");
    internal static Rule PK2006 { get; } = Info("PK2006", "Only one address family of everywhere is named");
    internal static Rule PK2010 { get; } = Warning("PK2010", "A ClusterNetworkPolicy accepts and denies nothing, so it restricts nothing");

    // PK3 engines: what this engine cannot say
    internal static Rule PK3001 { get; } = Error("PK3001", "The engine has no host names");
    internal static Rule PK3002 { get; } = Error("PK3002", "The engine needs a fact of the cluster that is not known");
    internal static Rule PK3003 { get; } = Error("PK3003", "A named port has nobody to look the name up at");
    internal static Rule PK3004 { get; } = Info("PK3004", "The engine has no place for an order");
    internal static Rule PK3005 { get; } = Warning("PK3005", "Ingress from a network or a node has no effect on this engine");
    internal static Rule PK3006 { get; } = Warning("PK3006", "A network overlaps pods, nodes or the API server, and engines differ on what it matches");
    internal static Rule PK3007 { get; } = Warning("PK3007", "A selector asks for a label that never matches or changes with every rollout");
    internal static Rule PK3008 { get; } = Error("PK3008", "The engine's version does not have a feature");
    internal static Rule PK3009 { get; } = Error("PK3009", "An object is larger than the engine takes");
    internal static Rule PK3010 { get; } = Warning("PK3010", "An engine does not see the policies as they are written");
    internal static Rule PK3011 { get; } = Warning("PK3011", "A NetworkPolicy leaves a Baseline object without effect");
    internal static Rule PK3012 { get; } = Error("PK3012", "A Deny comes before an Accept that it overlaps");
    internal static Rule PK3013 { get; } = Warning("PK3013", "A fragment or raw manifest is for another engine");
    internal static Rule PK3014 { get; } = Info("PK3014", "A dry run enforces nothing");

    // PK4 selectors and rules
    internal static Rule PK4001 { get; } = Warning("PK4001", "A namespace is chosen by a label that nothing guarantees");
    internal static Rule PK4002 { get; } = Info("PK4002", "An earlier rule already allows what this one does");
    internal static Rule PK4003 { get; } = Warning("PK4003", "A namespace and pods stand side by side that look meant together");

    // PK5 raw YAML and native fragments
    internal static Rule PK5001 { get; } = Error("PK5001", "A raw manifest, a native fragment or a profile cannot be read");
    internal static Rule PK5002 { get; } = Error("PK5002", "The engine refuses or drops a field");
    internal static Rule PK5003 { get; } = Error("PK5003", "An empty Cilium section does not do what it does in Kubernetes");
    internal static Rule PK5004 { get; } = Warning("PK5004", "A Calico policy leaves its types to be guessed, or is of the internal API");
    internal static Rule PK5005 { get; } = Warning("PK5005", "A host name is allowed while no rule lets the DNS proxy learn it");
    internal static Rule PK5006 { get; } = Error("PK5006", "A native fragment does more than allow");
    internal static Rule PK5007 { get; } = Warning("PK5007", "A rule or a section is left empty or without effect");
    internal static Rule PK5008 { get; } = Warning("PK5008", "A Calico policy does something else than it seems to");

    /// <summary>All rules, sorted by id.</summary>
    internal static IReadOnlyList<Rule> All => Registered;

    private static Rule Info(string id, string title) => Add(new(id, Severity.Info, title));

    private static Rule Warning(string id, string title) => Add(new(id, Severity.Warning, title));

    private static Rule Error(string id, string title) => Add(new(id, Severity.Error, title));

    private static Rule Add(Rule rule)
    {
        Registered.Add(rule);
        return rule;
    }
}
