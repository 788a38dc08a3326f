using PolicyKit.Manifests;

namespace PolicyKit.Engines.Kubernetes;

/// <summary>What the API server says of a NetworkPolicy, and what we would not emit although it accepts it.</summary>
/// <remarks>Source: the validation and defaulting of <c>networking.k8s.io/v1</c> with default feature gates.</remarks>
internal static class KubernetesRules
{
    private static readonly string[] RootKeys = ["apiVersion", "kind", "metadata", "spec", "status"];
    private static readonly string[] SpecKeys = ["podSelector", "policyTypes", "ingress", "egress"];
    private static readonly string[] PeerKeys = ["ipBlock", "podSelector", "namespaceSelector"];
    private static readonly string[] BlockKeys = ["cidr", "except"];
    private static readonly string[] IngressKeys = ["from", "ports"];
    private static readonly string[] EgressKeys = ["to", "ports"];

    public static void Check(Manifest manifest, Action<RuleFinding> report, SharedNodes? shared = null)
    {
        var check = new TreeCheck(report) { Shared = shared };
        check.OnlyKeys(manifest.Root, RootKeys);
        check.Metadata(manifest.Root);
        if (!TreeCheck.Has(manifest.Root, "spec")) check.WeRefuse(manifest.Root, "it has no spec, and then denies all ingress of its namespace");
        check.Child(manifest.Root, "spec", static (check, node) =>
        {
            if (check.Map(node) is { } spec) Spec(check, spec);
        });
    }

    private static void Spec(TreeCheck check, ManifestMap spec)
    {
        check.OnlyKeys(spec, SpecKeys);
        if (!TreeCheck.Has(spec, "podSelector")) check.WeRefuse(spec, "it has no podSelector, and is then for every pod");
        check.Child(spec, "podSelector", SelectorRules.Check);
        check.Child(spec, "policyTypes", Types);
        var types = spec["policyTypes"] as ManifestList;
        if (types is not { Count: > 0 }) check.WeRefuse(spec, "it has no policyTypes, and what is then assumed depends on the egress section");
        Section(check, spec, "ingress", IngressRule, Names(types, "Ingress"));
        Section(check, spec, "egress", EgressRule, Names(types, "Egress"));
    }

    private static void Types(TreeCheck check, ManifestNode node)
    {
        if (check.List(node) is not { } types) return;
        if (types.Count > 2) check.Refuses(types, "it holds more than two items");
        else if (types.Count == 2 && types[0].Equals(types[1])) check.WeRefuse(types, "it says the same twice");
        check.Items(types, static (check, item) =>
        {
            if (check.Text(item) is { } type && type is not ("Ingress" or "Egress")) check.Refuses(item, $"'{type}' is neither Ingress nor Egress");
        });
    }

    private static void Section(TreeCheck check, ManifestMap spec, string key, Action<TreeCheck, ManifestNode> rule, bool governed)
    {
        if (!TreeCheck.Has(spec, key)) return;
        check.Enter(key);
        if (check.List(spec[key]!) is { } rules)
        {
            if (rules.Count == 0) check.WeRefuse(rules, "an empty list allows nothing here, and means something else to other engines");
            else if (!governed) check.WeRefuse(rules, "policyTypes does not name the direction, so the rules do nothing");
            check.SharedItems(rules, rule);
        }

        check.Leave();
    }

    private static bool Names(ManifestList? types, string direction)
    {
        if (types is not { Count: > 0 }) return true;
        foreach (var type in types.AsSpan())
        {
            if (type is ManifestText text && text.Value == direction) return true;
        }

        return false;
    }

    private static void IngressRule(TreeCheck check, ManifestNode node) => Rule(check, node, IngressKeys);

    private static void EgressRule(TreeCheck check, ManifestNode node) => Rule(check, node, EgressKeys);

    private static void Rule(TreeCheck check, ManifestNode node, string[] keys)
    {
        if (check.Map(node) is not { } rule) return;
        check.OnlyKeys(rule, keys);
        check.Child(rule, keys[0], static (check, node) =>
        {
            if (check.List(node) is not { } peers) return;
            if (peers.Count == 0) check.WeRefuse(node, "an empty list is everyone");
            check.Items(peers, Peer);
        });
        check.Child(rule, "ports", static (check, node) =>
        {
            if (check.List(node) is not { } ports) return;
            if (ports.Count == 0) check.WeRefuse(node, "an empty list is every port of every protocol");
            check.Items(ports, KubernetesPortRules.Check);
        });
    }

    private static void Peer(TreeCheck check, ManifestNode node)
    {
        if (check.Map(node) is not { } peer) return;
        check.OnlyKeys(peer, PeerKeys);
        var block = TreeCheck.Has(peer, "ipBlock");
        var selects = TreeCheck.Has(peer, "podSelector") || TreeCheck.Has(peer, "namespaceSelector");
        if (!block && !selects) check.Refuses(peer, "it names no peer");
        if (block && selects) check.Refuses(peer, "an ipBlock stands alone, without selectors");
        check.Child(peer, "podSelector", SelectorRules.Check);
        check.Child(peer, "namespaceSelector", SelectorRules.Check);
        check.Child(peer, "ipBlock", Block);
    }

    private static void Block(TreeCheck check, ManifestNode node)
    {
        if (check.Map(node) is not { } block) return;
        check.OnlyKeys(block, BlockKeys);
        if (!TreeCheck.Has(block, "cidr")) check.Refuses(block, "it has no cidr");
        if (!TreeCheck.Has(block, "except")) check.Child(block, "cidr", static (check, cidr) => LegacyCidr.Read(check, cidr));
        else Exceptions(check, block);
    }

    // A method of its own: the lambdas capture, and would otherwise cost every block an allocation.
    private static void Exceptions(TreeCheck check, ManifestMap block)
    {
        LegacyCidr? outer = null;
        check.Child(block, "cidr", (check, cidr) => outer = LegacyCidr.Read(check, cidr));
        check.Child(block, "except", (check, except) =>
        {
            if (check.List(except) is not { } holes) return;
            check.Items(holes, (check, item) =>
            {
                if (LegacyCidr.Read(check, item) is { } hole && outer is not null && !outer.StrictlyContains(hole))
                    check.Refuses(item, $"'{hole.Text}' is not strictly inside '{outer.Text}'");
            });
        });
    }
}
