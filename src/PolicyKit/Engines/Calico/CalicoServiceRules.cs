using PolicyKit.Manifests;

namespace PolicyKit.Engines.Calico;

/// <summary>The rules for what names endpoints by something else than labels and addresses: <c>services</c>, and <c>domains</c> of Enterprise.</summary>
internal static class CalicoServiceRules
{
    private static readonly string[] Keys = ["name", "namespace"];
    private static readonly string[] BesideServices = ["selector", "notSelector", "namespaceSelector", "nets", "notNets", "serviceAccounts"];
    private static readonly string[] BesideDomains = ["selector", "nets"];

    public static void Check(TreeCheck check, ManifestMap rule, Direction direction, bool isGlobal)
    {
        foreach (var end in (ReadOnlySpan<string>)["source", "destination"])
        {
            if (rule[end] is not ManifestMap entity) continue;
            if (TreeCheck.Has(entity, "services") || TreeCheck.Has(entity, "domains")) Check(check, rule, entity, end, direction, isGlobal);
        }
    }

    // A method of its own: the lambda captures, and would otherwise cost every rule an allocation.
    private static void Check(TreeCheck check, ManifestMap rule, ManifestMap entity, string end, Direction direction, bool isGlobal) => check.At(end, check =>
    {
        var isDestination = end is "destination";
        if (TreeCheck.Has(entity, "services")) Services(check, entity, isPeer: isDestination == (direction is Direction.Egress), isDestination, isGlobal);
        if (TreeCheck.Has(entity, "domains")) Domains(check, entity, rule, isAllowed: isDestination && direction is Direction.Egress);
    });

    private static void Services(TreeCheck check, ManifestMap entity, bool isPeer, bool isDestination, bool isGlobal)
    {
        if (!isPeer) check.Refuses(entity, "services may only stand in the source of ingress and the destination of egress");
        Beside(check, entity, "services", BesideServices);
        if (isDestination) Beside(check, entity, "services", ["ports", "notPorts"]);
        check.Child(entity, "services", (check, node) =>
        {
            if (check.Map(node) is not { } service) return;
            check.OnlyKeys(service, Keys);
            check.Child(service, "name", Text);
            check.Child(service, "namespace", Text);
            if (service["name"] is not ManifestText { Value.Length: > 0 }) check.Refuses(node, "it has no name");
            if (service["namespace"] is ManifestText { Value.Length: > 0 }) return;
            if (isGlobal) check.Refuses(node, "it has no namespace");
            else check.WeRefuse(node, "it has no namespace, and then matches nothing");
        });
    }

    private static void Domains(TreeCheck check, ManifestMap entity, ManifestMap rule, bool isAllowed)
    {
        if (!isAllowed || rule["action"] is not ManifestText { Value: "Allow" }) check.Refuses(entity, "domains may only stand in the destination of an egress rule that allows");
        Beside(check, entity, "domains", BesideDomains);
    }

    private static void Beside(TreeCheck check, ManifestMap entity, string what, string[] others)
    {
        foreach (var other in others)
        {
            if (TreeCheck.Has(entity, other) && entity[other] is not (ManifestList { Count: 0 } or ManifestText { Value: "" })) check.Refuses(entity, $"{what} may not stand beside {other}");
        }
    }

    private static void Text(TreeCheck check, ManifestNode node)
    {
        if (check.Text(node) is { } text) CalicoLists.Limit(check, node, text.Length, CalicoLimits.NameLength, "characters");
    }
}
