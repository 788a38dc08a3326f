using PolicyKit.Tests.Emitting;
using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Engines.Cilium;

/// <summary>What Cilium, or a version of it, cannot say: the refusals, to the letter.</summary>
public sealed class CiliumRefusalsTests
{
    private static readonly string LongKey = new('k', 29);
    private static readonly string LongestKey = new('k', 60);

    private static IEnumerable<TestCaseData> Refusals()
    {
        yield return Case("a range before 1.16", Web.AllowIngress(Port.TcpRange(8000, 8010)).From(Anywhere), At(1, 15),
            "PK3008: Policy 'shop/web' allows the ports 8000-8010/TCP, and cilium 1.15 has no ranges: the end would be dropped, and only the first port stay open. Write the ports one by one, or say 'cilium.version: \"1.16\"' or later if the cluster runs it.");
        yield return Case("SCTP", Web.AllowIngress(Port.Sctp(5000)).From(Anywhere), At(1, 18),
            "PK3008: Policy 'shop/web' allows 5000/SCTP, and the profile does not say that cilium has SCTP switched on. Say 'cilium.sctp: true' if the cluster runs so.");
        yield return Case("every port of SCTP", Web.AllowEgress(Port.AnySctp).To(Anywhere), At(1, 18),
            "PK3008: Policy 'shop/web' allows every port/SCTP, and the profile does not say that cilium has SCTP switched on. Say 'cilium.sctp: true' if the cluster runs so.");
        yield return Case("a name toward pods", Web.AllowEgress(Port.Metrics).To(Namespace("a")), At(1, 18),
            "PK3003: Policy 'shop/web' allows the named port 'metrics' on egress, and cilium skips such a rule where pods give the name to different numbers. Write the number: Port.Named(\"metrics\").At(…).");
        yield return Case("a name toward anywhere", Web.AllowEgress(Port.Metrics).To(Anywhere), At(1, 18),
            "PK3003: Policy 'shop/web' allows the named port 'metrics' on egress, and cilium skips such a rule where pods give the name to different numbers. Write the number: Port.Named(\"metrics\").At(…).");
        yield return Case("a name toward the resolver", Web.AllowEgress(Port.Metrics).To(ClusterDns), At(1, 18),
            "PK3003: Policy 'shop/web' allows the named port 'metrics' on egress, and cilium skips such a rule where pods give the name to different numbers. Write the number: Port.Named(\"metrics\").At(…).");
        yield return Case("any depth before 1.19", Web.AllowEgress(Port.Https).To(Fqdn("**.example.com")), At(1, 18),
            "PK3008: Policy 'shop/web' allows the host name '**.example.com', and cilium 1.18 reads '**.' as one label, like '*.'. Write a pattern for each depth, or say 'cilium.version: \"1.19\"' or later if the cluster runs it.");
        yield return Case("a host name without the proxy", Web.AllowEgress(Port.Https).To(Fqdn("api.example.com")), new() { Cilium = new() { L7Proxy = false } },
            "PK3008: Policy 'shop/web' allows the host name 'api.example.com', and cilium learns the addresses of a name in its layer-7 proxy, which the profile says does not run. Switch the proxy on and say 'cilium.l7Proxy: true', or write the host's network with Cidr(…).");
        yield return Case("calls of the API server from an unknown place", Web.AllowIngress(Port.Https).From(ApiServer), At(1, 18),
            "PK3002: Policy 'shop/web' allows ingress from the API server, and the profile does not say where its calls come from in this cluster. Say it with 'apiServer.sources', or write FromAnywhere().");
        yield return Case("no namespace", Policy.ForPods(("app", "web")).DenyIngressByDefault(), At(1, 18),
            "PK0011: Policy 'web' has no namespace, and cilium needs one. Add InNamespace(\"…\") to the policy or to its set.");
        yield return Case("a version that nobody looked at", Web.DenyIngressByDefault(), At(1, 13),
            "PK3008: Policy 'shop/web' is for cilium 1.13, and what versions before 1.14 make of it is not known. Say the version that the cluster runs with 'cilium.version'.");
        yield return Case("a key that is Cilium's own", Web.AllowIngress(Port.Https).From(AnyNamespace.Pods(("io.kubernetes.pod.namespace", "a"))), At(1, 18),
            "PK3007: Policy 'shop/web' selects pods by the label 'io.kubernetes.pod.namespace', and for cilium that is not a label of the pod but a key of its own. Select by namespace, or by another label.");
        yield return Case("a subject by Cilium's own key", Policy.ForPods(("io.cilium.k8s.policy.cluster", "a")).Named("web").InNamespace("shop").DenyIngressByDefault(), At(1, 18),
            "PK3007: Policy 'shop/web' selects pods by the label 'io.cilium.k8s.policy.cluster', and for cilium that is not a label of the pod but a key of its own. Select by namespace, or by another label.");
        yield return Case("a key that grows too long", Web.AllowIngress(Port.Https).From(Namespaces((LongKey, "a"))), At(1, 18),
            $"PK3009: Policy 'shop/web' selects by the label '{LongKey}', and cilium counts its own 'k8s:io.cilium.k8s.namespace.labels.' before the key, which is then longer than a key may be. Select by a label with a shorter key.");
        yield return Case("a key of a pod that grows too long", Web.AllowIngress(Port.Https).From(Pods((LongestKey, "a"))), At(1, 18),
            $"PK3009: Policy 'shop/web' selects by the label '{LongestKey}', and cilium counts its own 'k8s:' before the key, which is then longer than a key may be. Select by a label with a shorter key.");
        yield return Case("a dry run before 1.16", Rehearsed, At(1, 15),
            "PK3008: Policy 'shop/web' is a dry run, and cilium 1.15 has no 'enableDefaultDeny' and would drop the field: the dry run would enforce. Enforce it, or say in the profile what the cluster really runs.");
        yield return Case("a dry run where it is switched off", Rehearsed, new() { Cilium = new() { NonDefaultDeny = false } },
            "PK3008: Policy 'shop/web' is a dry run, and the profile says that cilium ignores 'enableDefaultDeny': the dry run would enforce. Enforce it, or say in the profile what the cluster really runs.");
    }

    [TestCaseSource(nameof(Refusals))]
    public void A_refusal_names_the_construct_and_the_mend(Policy policy, ClusterProfile profile, string error)
    {
        var emitted = policy.Emit(Engine.Cilium, profile);

        emitted.Errors().ShouldBe([error]);
        Should.Throw<EmitException>(emitted.ToYaml);
    }

    private static IEnumerable<TestCaseData> JustWithin()
    {
        yield return Fine("a range in 1.16", Web.AllowIngress(Port.TcpRange(8000, 8010)).From(Anywhere), At(1, 16));
        yield return Fine("one label before 1.19", Web.AllowEgress(Port.Https).To(Fqdn("*.example.com")), At(1, 14));
        yield return Fine("any depth in 1.19", Web.AllowEgress(Port.Https).To(Fqdn("**.example.com")), At(1, 19));
        yield return Fine("a dry run in 1.16", Rehearsed, At(1, 16));
        yield return Fine("the oldest version", Web.DenyIngressByDefault(), At(1, 14));
        yield return Fine("the longest key of a namespace", Web.AllowIngress(Port.Https).From(Namespaces((LongKey[1..], "a"))), At(1, 18));
        yield return Fine("the longest key of a pod", Web.AllowIngress(Port.Https).From(Pods((LongestKey[1..], "a"))), At(1, 18));
        yield return Fine("a host name beside anywhere", Web.AllowEgress(Port.Any).To(Anywhere, Fqdn("api.example.com")), new() { Cilium = new() { L7Proxy = false } });
        yield return Fine("a number that keeps its name", Web.AllowEgress(Port.Metrics.At(8083)).To(Namespace("a")), At(1, 18));
    }

    [TestCaseSource(nameof(JustWithin))]
    public void What_the_version_has_is_written(Policy policy, ClusterProfile profile) => policy.Emit(Engine.Cilium, profile).Errors().ShouldBeEmpty();

    private static Policy Rehearsed => (Policy)PolicySet.Of(Web.DenyIngressByDefault()).InMode(RolloutMode.DryRun)[0];

    private static ClusterProfile At(int major, int minor) => new() { Cilium = new() { Version = new(major, minor) } };

    private static TestCaseData Case(string name, Policy policy, ClusterProfile profile, string error) => new TestCaseData(policy, profile, error).SetArgDisplayNames(name);

    private static TestCaseData Fine(string name, Policy policy, ClusterProfile profile) => new TestCaseData(policy, profile).SetArgDisplayNames(name);
}
