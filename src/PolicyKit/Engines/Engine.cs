using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit;

/// <summary>A dialect that policies can be emitted in.</summary>
/// <remarks>The set of engines is closed: each one needs an independent reader that says what its manifests mean.</remarks>
public abstract class Engine
{
    // To add an engine:
    //  1. Copy the folder Engines/Kubernetes and rename its files: XEngine, XLowering, XPeers, XPorts, XRules, XDryRun.
    //  2. XPeers and XPorts switch over PeerIr, TrafficIr and PortIr: say each leaf, or refuse it with a rule id and a mend.
    //  3. XLowering puts peers and ports together and writes the isolation of each governed direction into the object itself.
    //  4. XRules says who objects to a manifest: the API server refuses, prunes, the agent refuses, or we do.
    //  5. Add the engine below and to All. A difference that stays is a Gap from the catalogue, with the flows it covers.
    //  6. Facts it needs go into ClusterProfile; a missing one is refused through FactsNeeded, which names the key.
    //  7. Give it a reader in PolicyKit.Verification that shares no code with it, and an answer to each open question.
    //  8. Add its output to every case of the conformance corpus; the tests say which leaf is still in none.
    private protected Engine(string name) => Name = name;

    /// <summary>Kubernetes NetworkPolicy (<c>networking.k8s.io/v1</c>).</summary>
    public static Engine Kubernetes { get; } = new Engines.Kubernetes.KubernetesEngine();

    /// <summary>Cilium's CiliumNetworkPolicy (<c>cilium.io/v2</c>).</summary>
    public static Engine Cilium { get; } = new Engines.Cilium.CiliumEngine();

    /// <summary>Calico NetworkPolicy (<c>projectcalico.org/v3</c>).</summary>
    public static Engine Calico { get; } = new Engines.Calico.CalicoEngine();

    /// <summary>ClusterNetworkPolicy (<c>policy.networking.k8s.io/v1alpha2</c>), in two layers for each policy.</summary>
    public static Engine ClusterNetworkPolicy { get; } = new Engines.ClusterNetworkPolicy.ClusterNetworkPolicyEngine();

    /// <summary>Every engine, in a fixed order.</summary>
    public static ValueArray<Engine> All { get; } = [Kubernetes, Cilium, Calico, ClusterNetworkPolicy];

    /// <summary>The name, as profiles and the command line write it.</summary>
    public string Name { get; }

    /// <summary>The kinds of object the engine's policies are made of, for messages.</summary>
    internal abstract string ObjectName { get; }

    /// <summary>Whether the engine ranks policies by a number, so that <c>WithOrder</c> has a place there.</summary>
    internal virtual bool HasOrder => false;

    /// <summary>The engine's name.</summary>
    /// <returns>For example <c>kubernetes</c>.</returns>
    public sealed override string ToString() => Name;

    /// <summary>Lowers one policy to manifests that mean the same, or reports why that cannot be.</summary>
    /// <remarks>Pure but for what it reports: lowering the same entry again gives the same manifests.</remarks>
    internal abstract IReadOnlyList<Manifest> Lower(PolicyEntry entry, LoweringContext context);

    /// <summary>Whether a manifest is an object of this engine.</summary>
    internal abstract bool Owns(Manifest manifest);

    /// <summary>Why a manifest is no object of this engine: the rule, the sentence and the mend.</summary>
    internal virtual (string Id, string Message, string Mend) Disowned(Manifest manifest) =>
        ("PK5001", $"{manifest} of {manifest.ApiVersion} is not an object of {this}.", $"Write {ObjectName}, or name the engine whose object it is.");

    /// <summary>Rewrites a raw manifest for dry run, so that it denies nothing; null when that cannot be done.</summary>
    internal abstract Manifest? Rehearsed(Manifest raw, LoweringContext context);

    /// <summary>The engine's own validity rules, for a manifest that is about to leave or was handed in.</summary>
    internal abstract void Check(Manifest manifest, LoweringContext context, Action<RuleFinding> report);
}
