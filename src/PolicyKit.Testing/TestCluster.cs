using PolicyKit.Manifests;
using PolicyKit.Verification;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.World;

namespace PolicyKit.Testing;

/// <summary>A cluster for unit tests: some pods, the policies that are applied to them, and what enforces them.</summary>
/// <remarks>Immutable: each verb returns a new cluster. Nothing runs; what is asked is answered by the judge of PolicyKit.Verification.</remarks>
/// <example>
/// <code>
/// var cluster = TestCluster.Empty
///     .WithPod("shop/web-0", ("app", "web"))
///     .WithPod("monitoring/prometheus", ("app", "prometheus"))
///     .Apply(policies);
/// cluster.Connect("monitoring/prometheus", "shop/web-0", Port.Tcp(8083)).ShouldBeAllowed();
/// </code>
/// </example>
public sealed class TestCluster
{
    private readonly Lazy<Judge> _judge;
    private readonly ValueArray<AppliedPolicies> _applied;

    private TestCluster(SimulatedCluster objects, ValueArray<AppliedPolicies> applied, ClusterProfile profile)
    {
        Objects = objects;
        _applied = applied;
        Profile = profile;
        _judge = new(() => AppliedPolicies.Judge(_applied, Objects, Profile));
    }

    /// <summary>The cluster with nothing in it: no pods, no policies, and nothing known about what enforces them.</summary>
    public static TestCluster Empty { get; } = new(SimulatedCluster.Empty, [], ClusterProfile.Unknown);

    /// <summary>What runs in the cluster.</summary>
    public SimulatedCluster Objects { get; }

    /// <summary>What the cluster enforces policies with, and its facts.</summary>
    public ClusterProfile Profile { get; }

    internal Judge Judge => _judge.Value;

    /// <summary>Whether mends are C#, because that is how the policies are written.</summary>
    internal bool IsWrittenInCSharp => _applied.Count > 0 && _applied.All(applied => applied.IsWrittenInCSharp);

    /// <summary>Reads a cluster from manifests: pods and workloads, namespaces, nodes, Services, and the policies among them, which are applied.</summary>
    /// <param name="yaml">The manifests as YAML or JSON.</param>
    /// <param name="file">The name of the file they came from, for messages.</param>
    /// <returns>The cluster.</returns>
    /// <exception cref="FormatException">Something cannot be read, or an API server or an engine would refuse it; the message says what, where, and the mend.</exception>
    public static TestCluster FromYaml(string yaml, string? file = null) => FromManifests(ReadManifests.Of(ManifestReader.Read(yaml, file)));

    /// <summary>Reads a cluster from files of manifests, as <see cref="FromYaml"/> does.</summary>
    /// <param name="path">A file.</param>
    /// <param name="more">More files.</param>
    /// <returns>The cluster.</returns>
    /// <exception cref="FormatException">Something cannot be read, or an API server or an engine would refuse it; the message says what, where, and the mend.</exception>
    public static TestCluster FromFiles(string path, params string[] more) =>
        FromManifests(more.Prepend(path).SelectMany(file => ReadManifests.Of(ManifestReader.ReadFile(file))).ToValueArray());

    /// <summary>The same cluster with a pod.</summary>
    /// <param name="name">Its name, as <c>namespace/name</c>.</param>
    /// <param name="labels">Its labels.</param>
    /// <returns>The new cluster.</returns>
    /// <exception cref="FormatException">The name is not of that form.</exception>
    public TestCluster WithPod(string name, params (string Key, string Value)[] labels) => With(Pod(name, labels));

    /// <summary>The same cluster with a pod that declares ports by name.</summary>
    /// <param name="name">Its name, as <c>namespace/name</c>.</param>
    /// <param name="labels">Its labels.</param>
    /// <param name="port">The name of a port of a container, and its number; it is a TCP port.</param>
    /// <param name="more">More ports.</param>
    /// <returns>The new cluster.</returns>
    /// <exception cref="FormatException">The name is not of that form.</exception>
    public TestCluster WithPod(string name, IEnumerable<(string Key, string Value)> labels, (string Name, int Number) port, params (string Name, int Number)[] more) =>
        With(Pod(name, labels) with { NamedPorts = more.Prepend(port).Select(one => new ContainerPort(one.Name, Protocol.Tcp, checked((ushort)one.Number))).ToValueArray() });

    /// <summary>The same cluster with labels on a namespace. A namespace without labels need not be said.</summary>
    /// <param name="name">The name of the namespace.</param>
    /// <param name="labels">Its labels; <c>kubernetes.io/metadata.name</c> is added, as the control plane does.</param>
    /// <returns>The new cluster.</returns>
    public TestCluster WithNamespace(string name, params (string Key, string Value)[] labels) => With(new ClusterNamespace(name) { Labels = labels.ToValueArray() });

    /// <summary>The same cluster with anything that policies can see.</summary>
    /// <param name="item">The object.</param>
    /// <param name="more">More objects.</param>
    /// <returns>The new cluster.</returns>
    public TestCluster With(ClusterObject item, params ClusterObject[] more) => new(Objects.With(more.Prepend(item)), _applied, Profile);

    /// <summary>The same cluster with what it enforces policies with, and its facts; it settles what specifications leave open.</summary>
    /// <param name="profile">The profile.</param>
    /// <returns>The new cluster.</returns>
    public TestCluster WithProfile(ClusterProfile profile) => new(Objects, _applied, profile);

    /// <summary>The same cluster with policies applied as they are written, before any engine's form.</summary>
    /// <param name="policies">The policies.</param>
    /// <returns>The new cluster.</returns>
    /// <exception cref="ArgumentException">The set holds words of one engine, or policies of another form are applied already; the message says the mend.</exception>
    public TestCluster Apply(PolicySet policies) => Apply(AppliedPolicies.Written(policies));

    /// <summary>The same cluster with policies applied as an engine's manifests say them: they are emitted, and read back.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="engine">The engine.</param>
    /// <returns>The new cluster.</returns>
    /// <exception cref="ArgumentException">Policies are applied already as they are written; the message says the mend.</exception>
    public TestCluster Apply(PolicySet policies, Engine engine) => Apply(AppliedPolicies.Emitted(policies, engine));

    /// <summary>A connection that a test asks about.</summary>
    /// <param name="from">Where it comes from: <c>namespace/pod</c>, <c>node:NAME</c>, <c>ip:ADDRESS</c> outside the cluster, or <c>dns:NAME</c>.</param>
    /// <param name="to">Where it goes, in the same words; of a Service, a pod behind it.</param>
    /// <param name="port">The port at the destination; of a range every port is meant, and of a name the one that the destination declares.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="ArgumentException">The cluster has nothing of that name, or the destination declares no such port; the message says the mend.</exception>
    public TestConnection Connect(string from, string to, Port port) => new(this, Objects.Endpoint(from), Objects.Endpoint(to), port);

    /// <summary>Every connection to a pod.</summary>
    /// <param name="pod">The pod, as <c>namespace/name</c>.</param>
    /// <returns>The connections.</returns>
    /// <exception cref="ArgumentException">The cluster has no such pod.</exception>
    public TestConnections To(string pod) => new(this, Objects.Endpoint(pod), Direction.Ingress);

    /// <summary>Every connection from a pod.</summary>
    /// <param name="pod">The pod, as <c>namespace/name</c>.</param>
    /// <returns>The connections.</returns>
    /// <exception cref="ArgumentException">The cluster has no such pod.</exception>
    public TestConnections From(string pod) => new(this, Objects.Endpoint(pod), Direction.Egress);

    internal TestCluster WithObjects(SimulatedCluster objects) => new(objects, _applied, Profile);

    private static TestCluster FromManifests(ValueArray<Manifest> manifests) => new(ReadManifests.Cluster(manifests), [AppliedPolicies.Manifests(manifests)], ClusterProfile.Unknown);

    private TestCluster Apply(AppliedPolicies policies) => new(Objects, AppliedPolicies.Together(_applied, policies), Profile);

    private static ClusterPod Pod(string name, IEnumerable<(string Key, string Value)> labels) =>
        name.Split('/') is [{ Length: > 0 } ns, { Length: > 0 } pod]
            ? new(ns, pod) { Labels = labels.ToValueArray() }
            : throw new FormatException($"'{name}' is not the name of a pod. Write 'namespace/name'.");
}
