using PolicyKit.Manifests;
using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Engines.Calico;

/// <summary>Reads the spec of a policy: of a namespace or global, enforced or staged.</summary>
internal static class CalicoPolicyReader
{
    private static readonly EngineVersion Tiers = new(3, 29);

    /// <summary>From here on, a policy of any tier may have any name.</summary>
    private static readonly EngineVersion FreeNames = new(3, 32);

    public static CalicoPolicyModel? Read(Manifest manifest, Fields spec, CalicoGate gate)
    {
        var isGlobal = !CalicoKinds.IsNamespaced(manifest.Kind);
        var action = CalicoKinds.IsStaged(manifest.Kind) ? StagedAction(spec, gate) : (CalicoStagedAction?)null;
        var tier = gate.Version >= Tiers && spec.Text("tier") is { Length: > 0 } written ? written : CalicoTier.DefaultName;
        CheckName(manifest, spec, tier, gate);
        var order = spec.Number("order");
        var subject = new CalicoSubject(
            gate.SelectorWithoutGlobal(spec, "selector"),
            isGlobal ? gate.SelectorWithoutGlobal(spec, "namespaceSelector") : null,
            gate.SelectorWithoutGlobal(spec, "serviceAccountSelector"));
        var ingress = new CalicoRuleReader(gate, isGlobal, Direction.Ingress).Read(spec);
        var egress = new CalicoRuleReader(gate, isGlobal, Direction.Egress).Read(spec);
        var types = action == CalicoStagedAction.Delete ? [] : Types(spec, ingress.Count > 0, egress.Count > 0, gate);
        CheckHints(spec, gate);
        if (isGlobal) CheckHostFields(spec, egress.Count > 0, types, gate);
        if (action == CalicoStagedAction.Delete) CheckNothingElse(spec, gate);
        spec.Skip("types");
        spec.Close();
        if (!gate.Log.IsEnforced) return null;
        var model = new CalicoPolicyModel(manifest, tier, subject, types) { Ingress = ingress, Egress = egress, Staged = action };
        return order is { } place ? model with { Order = place } : model;
    }

    public static CalicoStagedAction StagedAction(Fields spec, CalicoGate gate)
    {
        var text = spec.Text("stagedAction") ?? nameof(CalicoStagedAction.Set);
        if (Enum.GetNames<CalicoStagedAction>().Contains(text, StringComparer.Ordinal)) return Enum.Parse<CalicoStagedAction>(text);
        gate.Refuse(spec.PlaceOf("stagedAction"), $"'{Shown.Of(text)}' is not a staged action.", "Write Set, Delete, Learn or Ignore, or leave the field out.");
        return CalicoStagedAction.Set;
    }

    /// <summary>A staged deletion names only what it would delete.</summary>
    public static void CheckNothingElse(Fields spec, CalicoGate gate)
    {
        foreach (var key in spec.Keys.Where(key => key is not ("stagedAction" or "tier")))
        {
            gate.RefuseOrDoubt(spec.PlaceOf(key), "A staged deletion has a spec of its own.", "Leave out everything but 'stagedAction' and 'tier'.");
            return;
        }
    }

    private static void CheckName(Manifest manifest, Fields spec, string tier, CalicoGate gate)
    {
        if (gate.IsStored || tier == CalicoTier.DefaultName || gate.Version >= FreeNames || manifest.Name is not { } name) return;
        if (!name.StartsWith(tier + ".", StringComparison.Ordinal)) gate.Refuse(spec.PlaceOf("tier"), $"The name '{Shown.Of(name)}' does not begin with its tier.", $"Name the policy '{tier}.{name}'.");
    }

    /// <summary>The API server fills absent types in from the rules; where it has not looked, the agent takes both.</summary>
    private static ValueArray<Direction> Types(Fields spec, bool hasIngress, bool hasEgress, CalicoGate gate)
    {
        if (spec.List("types") is not { } written)
        {
            gate.Log.Warn(
                spec.PlaceOf("types"),
                "PK5004",
                gate.IsStored ? "There are no types, and in this form that means Ingress and Egress: what the policy selects is isolated in both directions." : "There are no types, so the directions depend on which rules there are.",
                "Write 'types'.",
                gate.IsStored ? Severity.Error : Severity.Warning);
            return (gate.IsStored, hasIngress, hasEgress) switch
            {
                (true, _, _) or (_, true, true) => [Direction.Ingress, Direction.Egress],
                (_, false, true) => [Direction.Egress],
                _ => [Direction.Ingress],
            };
        }

        var types = new List<Direction>();
        if (written.Count is 0 or > 2) gate.Refuse(spec.PlaceOf("types"), "There must be one type or two.", "Write Ingress, Egress, or both.");
        foreach (var type in gate.Set(spec, "types"))
        {
            if (type.Value is "Ingress" or "Egress") types.Add(type.Value == "Ingress" ? Direction.Ingress : Direction.Egress);
            else gate.Refuse(type.Place, $"'{Shown.Of(type.Value)}' is not a type of policy.", "Write Ingress or Egress.");
        }

        return types.ToValueArray();
    }

    private static void CheckHints(Fields spec, CalicoGate gate)
    {
        foreach (var hint in gate.Set(spec, "performanceHints"))
        {
            if (hint.Value != "AssumeNeededOnEveryNode") gate.Refuse(hint.Place, $"'{Shown.Of(hint.Value)}' is not a hint.", "Write AssumeNeededOnEveryNode, or leave it out.");
        }
    }

    private static void CheckHostFields(Fields spec, bool hasEgress, ValueArray<Direction> types, CalicoGate gate)
    {
        var doNotTrack = spec.Boolean("doNotTrack") ?? false;
        var preDnat = spec.Boolean("preDNAT") ?? false;
        var applyOnForward = spec.Boolean("applyOnForward") ?? false;
        if (!doNotTrack && !preDnat) return;
        var key = preDnat ? "preDNAT" : "doNotTrack";
        var place = spec.PlaceOf(key);
        if (doNotTrack && preDnat) gate.Refuse(place, "preDNAT and doNotTrack exclude each other.", "Write one of them.");
        else if (!applyOnForward) gate.Refuse(place, $"{key} needs applyOnForward.", "Write 'applyOnForward: true'.");
        else if (preDnat && (hasEgress || types.Contains(Direction.Egress))) gate.Refuse(place, "A policy before translation has no egress.", "Write 'types: [Ingress]', and no egress rules.");
        else gate.Log.NotModelled(place, $"A policy with {key} is about host endpoints.", "Judge it on the hosts.");
    }
}
