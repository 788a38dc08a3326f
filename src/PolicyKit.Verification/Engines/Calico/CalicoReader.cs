using PolicyKit.Manifests;
using PolicyKit.Verification.Engines.Kubernetes;
using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Engines.Calico;

/// <summary>
/// Input: an object of one of Calico's kinds. Output: what Calico acts on. Promise: <c>projectcalico.org/v3</c> is held to Calico's API server,
/// defaults included; <c>crd.projectcalico.org/v1</c> to its schema and then to the agent, which forgives some things and opens others.
/// </summary>
internal sealed class CalicoReader : IDialect
{
    public bool Owns(Manifest manifest) =>
        manifest.ApiVersion.Split('/')[0] is CalicoKinds.Group or CalicoKinds.StoredGroup && CalicoKinds.Since(manifest.Kind) is not null;

    public PolicyModel? Read(Manifest manifest, ReadingLog log, ClusterProfile profile)
    {
        var isStored = manifest.ApiVersion == CalicoKinds.StoredGroup + "/v1";
        var gate = new CalicoGate(log, profile, isStored);
        var root = new Fields(manifest.Root, Place.Root(manifest), log, isStored ? NullReading.Dropped : NullReading.Absent);
        if (!isStored && manifest.ApiVersion != CalicoKinds.Group + "/v3")
        {
            gate.Refuse(root.PlaceOf("apiVersion"), $"There is no {manifest.Kind} in '{manifest.ApiVersion}'.", $"Write '{CalicoKinds.Group}/v3'.");
            return null;
        }

        if (CalicoKinds.Since(manifest.Kind) is { } since && gate.Version < since)
        {
            gate.Refuse(root.PlaceOf("kind"), $"There is no {manifest.Kind} in Calico {gate.Version}; it came with {since}.", $"Use Calico {since}, or say 'calico.version' if the cluster runs it.");
            return null;
        }

        if (isStored) log.Warn(root.PlaceOf("apiVersion"), "PK5004", "This is the form in which Calico stores its objects: nobody validates it or fills defaults in.", $"Write '{CalicoKinds.Group}/v3'.");
        ObjectHeader.Read(root, log, CalicoNames.RuleOf(manifest.Kind, isStored), CalicoKinds.IsNamespaced(manifest.Kind));
        root.Skip("status");
        var spec = root.Map("spec");
        root.Close();
        if (spec is not null) return Read(manifest, root, spec, gate);
        if (!root.Has("spec")) gate.Refuse(root.PlaceOf("spec"), "The field 'spec' is required.");
        return null;
    }

    private static PolicyModel? Read(Manifest manifest, Fields root, Fields spec, CalicoGate gate)
    {
        switch (manifest.Kind)
        {
            case CalicoKinds.Tier: return CalicoSetReader.Tier(manifest, spec, gate);
            case CalicoKinds.NetworkSet or CalicoKinds.GlobalNetworkSet: return CalicoSetReader.NetworkSet(manifest, root, spec, gate);
            case CalicoKinds.StagedKubernetesPolicy: return StagedKubernetes(manifest, spec, gate);
            case CalicoKinds.HostEndpoint:
                gate.Log.NotModelled(root.Place, "A host endpoint puts policies on the host itself.", "Judge it on the hosts.");
                return null;
            default: return CalicoPolicyReader.Read(manifest, spec, gate);
        }
    }

    private static CalicoStagedKubernetesModel? StagedKubernetes(Manifest manifest, Fields spec, CalicoGate gate)
    {
        var action = CalicoPolicyReader.StagedAction(spec, gate);
        if (action == CalicoStagedAction.Delete) CalicoPolicyReader.CheckNothingElse(spec, gate);
        return KubernetesReader.ReadSpec(manifest, spec) is { } policy ? new(manifest, policy, action) : null;
    }
}
