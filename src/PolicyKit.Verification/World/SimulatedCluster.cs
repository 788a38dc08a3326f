using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;
using PolicyKit.Verification.World;

namespace PolicyKit.Verification;

/// <summary>
/// What a cluster runs, as far as policies can see it: namespaces, pods, nodes, Services, service accounts, the API server, names outside.
/// Immutable; built in C# or read from manifests with <see cref="ClusterReader"/>.
/// </summary>
public sealed class SimulatedCluster
{
    /// <summary>The label that the control plane writes on every namespace.</summary>
    internal const string NamespaceNameLabel = "kubernetes.io/metadata.name";

    private readonly Lazy<EndpointDirectory> _directory;

    private SimulatedCluster(ValueArray<ClusterObject> objects, IpSet apiServer)
    {
        Objects = objects;
        ApiServerAddresses = apiServer;
        _directory = new(() => new EndpointDirectory(this));
    }

    /// <summary>The cluster with nothing in it.</summary>
    public static SimulatedCluster Empty { get; } = new([], IpSet.Empty);

    /// <summary>Everything that was put into it, in that order.</summary>
    public ValueArray<ClusterObject> Objects { get; }

    /// <summary>The addresses at which the API server listens.</summary>
    public IpSet ApiServerAddresses { get; }

    /// <summary>Every pod as an endpoint, in the order in which they were put in.</summary>
    public ValueArray<Endpoint> Pods => _directory.Value.Pods;

    /// <summary>Every node as an endpoint, in the order in which they were put in.</summary>
    public ValueArray<Endpoint> Nodes => _directory.Value.Nodes;

    /// <summary>The same cluster with more in it; an object replaces an earlier one of its kind, namespace and name.</summary>
    /// <param name="objects">What to add.</param>
    /// <returns>The new cluster.</returns>
    public SimulatedCluster With(params IEnumerable<ClusterObject> objects) => new([.. Objects, .. objects], ApiServerAddresses);

    /// <summary>The same cluster with an API server at these addresses, on nodes or outside.</summary>
    /// <param name="addresses">The addresses.</param>
    /// <returns>The new cluster.</returns>
    public SimulatedCluster WithApiServer(IpSet addresses) => new(Objects, addresses);

    /// <summary>An end of a flow by its name.</summary>
    /// <param name="name"><c>namespace/pod</c>, <c>node:NAME</c>, <c>ip:ADDRESS</c> outside the cluster, or <c>dns:NAME</c>.</param>
    /// <returns>The endpoint.</returns>
    /// <exception cref="ArgumentException">The cluster has nothing of that name.</exception>
    public Endpoint Endpoint(string name) => _directory.Value.Find(name);

    /// <summary>A flow between two ends by their names.</summary>
    /// <param name="from">Where it comes from.</param>
    /// <param name="to">Where it goes, after Service translation.</param>
    /// <param name="traffic">What flows.</param>
    /// <returns>The flow.</returns>
    /// <exception cref="ArgumentException">The cluster has nothing of that name, or the two have no address family in common.</exception>
    public Flow Flow(string from, string to, Traffic traffic) => new(Endpoint(from), Endpoint(to), traffic);

    /// <summary>The flows that dialling a Service can become: one for each endpoint behind the dialled port.</summary>
    /// <param name="from">Where it comes from.</param>
    /// <param name="service">The Service, as <c>namespace/name</c>.</param>
    /// <param name="protocol">The protocol.</param>
    /// <param name="port">The port that is dialled.</param>
    /// <returns>The flows; none when nothing is behind the Service.</returns>
    /// <exception cref="ArgumentException">The cluster has no such Service, or the Service no such port.</exception>
    public ValueArray<Flow> FlowsThrough(string from, string service, Protocol protocol, ushort port) =>
        ServiceRouting.Flows(this, Endpoint(from), service, protocol, port);

    /// <summary>The endpoints behind a Service: listed ones, else the pods that its selector matches.</summary>
    internal ValueArray<ServiceBackend> Backends(string @namespace, string service) => ServiceRouting.Backends(this, @namespace, service);

    /// <summary>The labels of a namespace, its name among them, whether or not somebody put it in.</summary>
    internal IEnumerable<(string Key, string Value)> NamespaceLabels(string @namespace) => _directory.Value.NamespaceLabels(@namespace);

    internal Endpoint? EndpointAt(IpAddress address) => _directory.Value.At(address);
}
