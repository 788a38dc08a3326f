using PolicyKit.Manifests;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Engines.Calico;

/// <summary>Reads what policies refer to: tiers and network sets.</summary>
internal static class CalicoSetReader
{
    public static CalicoTierModel? Tier(Manifest manifest, Fields spec, CalicoGate gate)
    {
        var order = spec.Number("order") ?? double.PositiveInfinity;
        var action = DefaultAction(spec, gate);
        spec.Close();
        if (Array.Find(CalicoTier.BuiltIn, tier => tier.Name == manifest.Name) is { } builtIn && (builtIn.Order != order || builtIn.DefaultAction != action))
        {
            gate.Refuse(spec.Place, $"The tier '{builtIn.Name}' is part of Calico, and is changed here.", FormattableString.Invariant($"Write 'order: {builtIn.Order}' and 'defaultAction: {Word(builtIn.DefaultAction)}', or leave the object out."));
        }

        return gate.Log.IsEnforced ? new(manifest, order, action) : null;
    }

    public static CalicoNetworkSetModel? NetworkSet(Manifest manifest, Fields root, Fields spec, CalicoGate gate)
    {
        var labels = root.Map("metadata")?.TextMap("labels") ?? [];
        foreach (var (_, _, place) in labels.Where(label => label.Key == CalicoLabels.Namespace))
        {
            gate.RefuseOrDoubt(place, $"Calico sets the label '{CalicoLabels.Namespace}' itself.", "Leave it out.");
        }

        var nets = CalicoNetReader.InSet(spec, gate);
        if (spec.Has("allowedEgressDomains")) HostNames(spec, gate);
        spec.Close();
        return gate.Log.IsEnforced ? new(manifest, labels.Select(label => (label.Key, label.Value)).ToValueArray(), nets) : null;
    }

    private static void HostNames(Fields spec, CalicoGate gate)
    {
        var place = spec.PlaceOf("allowedEgressDomains");
        if (gate.IsEnterprise) gate.Log.NotModelled(place, "The set has host names.", "Write them as 'domains' of a rule.");
        else gate.Log.Prune(place, "Host names are part of Calico Enterprise; open-source Calico has no such field.", "Write the networks of the hosts.");
    }

    private static EndEffect DefaultAction(Fields spec, CalicoGate gate)
    {
        switch (spec.Text("defaultAction"))
        {
            case null or "Deny": return EndEffect.Deny;
            case "Pass": return EndEffect.NextTier;
            case var other:
                gate.Refuse(spec.PlaceOf("defaultAction"), $"'{Shown.Of(other)}' is not a default action.", "Write Deny or Pass.");
                return EndEffect.Deny;
        }
    }

    private static string Word(EndEffect action) => action == EndEffect.Deny ? "Deny" : "Pass";
}
