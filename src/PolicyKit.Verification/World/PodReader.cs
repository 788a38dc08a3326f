using PolicyKit.Manifests;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.World;

/// <summary>Reads pods, and the pods that workloads make: one a workload, under the workload's name, since replicas are alike.</summary>
internal static class PodReader
{
    public static bool Reads(Manifest manifest) => (manifest.ApiVersion, manifest.Kind) is
        ("v1", "Pod") or ("apps/v1", "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet") or ("batch/v1", "Job" or "CronJob");

    public static IEnumerable<ClusterObject> Pods(string kind, Fields root)
    {
        if (kind != "Pod" && root.Map("spec")?.Integer("replicas") == 0) return [];
        var template = kind switch
        {
            "Pod" => root,
            "CronJob" => root.Map("spec")?.Map("jobTemplate")?.Map("spec")?.Map("template"),
            _ => root.Map("spec")?.Map("template"),
        };
        if (template?.Map("spec") is { } spec) return [Pod(root, template, spec)];
        root.Log.Reject(root.PlaceOf("spec"), "The workload has no pod template.");
        return [];
    }

    private static ClusterPod Pod(Fields root, Fields template, Fields spec)
    {
        var status = root.Map("status");
        var listed = (status?.Maps("podIPs") ?? []).Select(ip => new Item<string>(ip.Text("ip") ?? "", ip.PlaceOf("ip"))).ToList();
        if (listed.Count == 0 && status?.Text("podIP") is { Length: > 0 } only) listed.Add(new(only, status.PlaceOf("podIP")));
        return new(ClusterReader.Namespace(root), ClusterReader.Name(root))
        {
            Labels = ClusterReader.Labels(template.Map("metadata")),
            Addresses = ClusterReader.Addresses(root.Log, listed).Distinct().ToValueArray(),
            HostNetwork = spec.Boolean("hostNetwork") ?? false,
            Node = spec.Text("nodeName"),
            Owner = ReferenceEquals(root, template) ? Owner(root.Map("metadata")) : ClusterReader.Name(root),
            ServiceAccount = spec.Text("serviceAccountName") ?? spec.Text("serviceAccount") ?? "default",
            NamedPorts = (spec.Maps("initContainers") ?? []).Concat(spec.Maps("containers") ?? []).SelectMany(NamedPorts).ToValueArray(),
        };
    }

    /// <summary>The controller of a pod; of a Deployment's pod that is a ReplicaSet, whose name is the Deployment's and the hash that is also a label.</summary>
    private static string? Owner(Fields? metadata)
    {
        if ((metadata?.Maps("ownerReferences") ?? []).FirstOrDefault(owner => owner.Boolean("controller") ?? false) is not { } controller || controller.Text("name") is not { } name) return null;
        var hash = controller.Text("kind") == "ReplicaSet" ? metadata!.TextMap("labels")?.FirstOrDefault(label => label.Key == "pod-template-hash")?.Value : null;
        return hash is not null && name.EndsWith($"-{hash}", StringComparison.Ordinal) ? name[..^(hash.Length + 1)] : name;
    }

    private static IEnumerable<ContainerPort> NamedPorts(Fields container)
    {
        foreach (var port in container.Maps("ports") ?? [])
        {
            if (port.Text("name") is { } name && ServiceReader.Port(port, "containerPort") is { } number) yield return new(name, ServiceReader.ReadProtocol(port), number);
        }
    }
}
