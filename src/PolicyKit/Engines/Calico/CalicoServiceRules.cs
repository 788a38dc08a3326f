using PolicyKit.Manifests;

namespace PolicyKit.Engines.Calico;

/// <summary>The rules for what names endpoints by something else than labels and addresses: <c>services</c>, and <c>domains</c> of Enterprise.</summary>
internal static class CalicoServiceRules
{
    private static readonly string[] Keys = ["name", "namespace"];
    private static readonly string[] BesideServices = ["selector", "notSelector", "namespaceSelector", "nets", "notNets", "serviceAccounts"];
    private static readonly string[] Ports = ["ports", "notPorts"];
    private static readonly string[] BesideDomains = ["selector", "nets"];

    public static void Check(TreeCheck check, ManifestMap rule, Direction direction, bool isGlobal)
    {
        foreach (var end in (ReadOnlySpan<string>)["source", "destination"])
        {
            if (rule[end] is not ManifestMap entity) continue;
            check.Enter(end);
            var isDestination = end is "destination";
            if (TreeCheck.Has(entity, "services")) Services(check, entity, isPeer: isDestination == (direction is Direction.Egress), isDestination, isGlobal);
            if (TreeCheck.Has(entity, "domains")) Domains(check, entity, rule, isAllowed: isDestination && direction is Direction.Egress);
            check.Leave();
        }
    }

    private static void Services(TreeCheck check, ManifestMap entity, bool isPeer, bool isDestination, bool isGlobal)
    {
        if (!isPeer) check.Refuses(entity, "services may only stand in the source of ingress and the destination of egress");
        Beside(check, entity, "services", BesideServices);
        if (isDestination) Beside(check, entity, "services", Ports);
        check.Child(entity, "services", isGlobal ? GlobalService : Service);
    }

    private static void Service(TreeCheck check, ManifestNode node)
    {
        if (!HasNamespace(check, node)) check.WeRefuse(node, "it has no namespace, and then matches nothing");
    }

    private static void GlobalService(TreeCheck check, ManifestNode node)
    {
        if (!HasNamespace(check, node)) check.Refuses(node, "it has no namespace");
    }

    private static bool HasNamespace(TreeCheck check, ManifestNode node)
    {
        if (check.Map(node) is not { } service) return true;
        check.OnlyKeys(service, Keys);
        check.Child(service, "name", Text);
        check.Child(service, "namespace", Text);
        if (service["name"] is not ManifestText { Value.Length: > 0 }) check.Refuses(node, "it has no name");
        return service["namespace"] is ManifestText { Value.Length: > 0 };
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
