using PolicyKit.Verification.Agreeing;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;
using PolicyKit.Verification.World;

namespace PolicyKit.Testing;

/// <summary>Input: a cluster. Output: the same cluster with the API server and the resolver that every cluster has, and its pods' connections to them.</summary>
internal static class NeededEnds
{
    /// <summary>Where nothing says where the API server is, it is at an address that is reserved for documentation.</summary>
    private const string SomeAddress = "192.0.2.254/32";

    /// <summary>Each pod with each address of the API server, on each port that its endpoint may have.</summary>
    public static void ShouldReachTheApiServer(TestCluster cluster, IReadOnlyCollection<string> pods)
    {
        var facts = cluster.Profile.ApiServer;
        var addresses = facts.Cidrs is { Count: > 0 } cidrs ? AddressPlan.SetOf(cidrs) : cluster.Objects.ApiServerAddresses.IsEmpty ? IpSet.Parse(SomeAddress) : cluster.Objects.ApiServerAddresses;
        var objects = cluster.Objects.WithApiServer(addresses);
        var names = new List<string>();
        foreach (var range in addresses.Ranges)
        {
            var listens = IpSet.Between(range.First, range.Last);
            if (objects.Nodes.FirstOrDefault(node => node.Addresses.Any(listens.Contains)) is { } known) names.Add(known.Name);
            else if (facts.OnNodes != true) names.Add($"ip:{range.First}");
            else
            {
                names.Add($"node:api-server-{names.Count}");
                objects = objects.With(new ClusterNode($"api-server-{names.Count - 1}") { Addresses = [range.First] });
            }
        }

        var port = facts.Ports is null ? " If it listens on one port only, say so in the profile: apiServer.ports." : "";
        Check(cluster.WithObjects(objects), pods, names.Distinct(), Port.ApiServer, "the API server", $"If the pods need it: add AllowApiServer() to a policy for them. If not: say NeedsNoApiServer(\"why\") there.{port}");
    }

    /// <summary>Each pod with each resolver, over UDP and TCP.</summary>
    public static void ShouldReachDns(TestCluster cluster, IReadOnlyCollection<string> pods)
    {
        var facts = cluster.Profile.Dns;
        var labels = LabelVariants.Meeting(facts.PodLabels);
        var objects = cluster.Objects;
        var resolvers = Resolvers().ToList();
        if (resolvers.Count == 0)
        {
            objects = objects.With(new ClusterPod(facts.Namespace, "dns") { Labels = labels.Select(label => (label.Key, label.Value)).ToValueArray() });
            resolvers = [.. Resolvers()];
        }

        foreach (var range in AddressPlan.SetOf(facts.Addresses).Ranges) resolvers.Add($"ip:{range.First}");
        Check(cluster.WithObjects(objects), pods.Except(resolvers), resolvers, Port.Dns, "the cluster's DNS", "If the pods look names up: add AllowClusterDns() to a policy for them. If not: say NeedsNoDns(\"why\") there.");

        IEnumerable<string> Resolvers() => objects.Pods.Where(pod => pod.Namespace == facts.Namespace && labels.All(label => pod.Label(LabelScope.Pod, label.Key) == label.Value)).Select(pod => pod.Name);
    }

    private static void Check(TestCluster cluster, IEnumerable<string> pods, IEnumerable<string> targets, Port port, string target, string mend)
    {
        foreach (var name in targets)
        {
            var to = cluster.Judge.Cluster.Endpoint(name);
            foreach (var pod in pods.Where(pod => pod != name))
            {
                foreach (var flow in TestPorts.Flows(cluster, cluster.Judge.Cluster.Endpoint(pod), to, port))
                {
                    if (cluster.Judge.Decide(Direction.Egress, flow) is not Verdict.Allow) throw ConnectionMessage.NotReached(cluster.Judge.Explain(Direction.Egress, flow), $"{target} ({name})", mend);
                }
            }
        }
    }
}
