using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;
using PolicyKit.Verification.Written;

namespace PolicyKit.Verification.Explaining;

/// <summary>What an end of a flow is, and is not, in words.</summary>
internal static class EndWords
{
    /// <summary>More networks than these are counted: nobody reads a list of them.</summary>
    private const int MostNetworks = 4;

    private static readonly string[] Prefixes = ["ip:", "dns:"];

    public static string Of(IReadOnlyList<Need.OfEnd> needs, Sight sight, Side side)
    {
        var end = sight.At(side);
        if (needs.FirstOrDefault(need => need.Leaf is EndpointPredicate.Is) is not { } kind) return string.Join(", and ", needs.Select(need => Of(need, sight)));

        var others = needs.Where(need => !ReferenceEquals(need, kind));
        var what = $"{Bare(end)} is {KindOf(sight.KindsAt(side))}";

        // What is no pod has no namespace and no labels: they belong to what it should have been.
        return kind.Wanted
            ? $"{what}, not {AnyOf(((EndpointPredicate.Is)kind.Leaf).Kinds)}{string.Concat(others.Select(need => " " + Wanted(need)))}"
            : string.Join(", and ", others.Select(need => Of(need, sight)).Prepend($"{what}, which is left out"));
    }

    /// <summary>What an end is, in its most telling word.</summary>
    public static string KindOf(Kinds actual) => actual switch
    {
        _ when (actual & Kinds.HostNetworkPod) != 0 => "a pod on its node's network",
        _ when (actual & Kinds.Pod) != 0 => "a pod",
        _ when (actual & Kinds.ApiServer) != 0 => "the API server",
        _ when (actual & Kinds.OwnNode) != 0 => "the pod's own node",
        _ when (actual & Kinds.OtherNode) != 0 => "another node",
        _ when (actual & Kinds.Health) != 0 => "Cilium's health endpoint",
        _ when (actual & Kinds.IngressProxy) != 0 => "Cilium's ingress proxy",
        _ => "outside the cluster",
    };

    /// <summary>What an end has to be, for example <c>a pod or a node</c>.</summary>
    private static string AnyOf(Kinds wanted)
    {
        var words = new List<string>();
        if ((wanted & Kinds.Pod) != 0) words.Add("a pod");
        else if ((wanted & Kinds.HostNetworkPod) != 0) words.Add("a pod on its node's network");
        if ((wanted & Kinds.AnyNode) == Kinds.AnyNode) words.Add("a node");
        else if ((wanted & Kinds.OwnNode) != 0) words.Add("the pod's own node");
        else if ((wanted & Kinds.OtherNode) != 0) words.Add("another node");
        if ((wanted & Kinds.ApiServer) != 0) words.Add("the API server");
        if ((wanted & Kinds.Outside) != 0) words.Add("an address outside the cluster");
        else if ((wanted & Kinds.ServiceAddress) != 0) words.Add("the address of a Service");
        if ((wanted & Kinds.Health) != 0) words.Add("Cilium's health endpoint");
        if ((wanted & Kinds.IngressProxy) != 0) words.Add("Cilium's ingress proxy");
        return Sentences.List(words, "or");
    }

    /// <summary>The networks of a set, or how many there are.</summary>
    public static string Networks(IpSet set) =>
        set.Equals(Meanings.PublicAddresses) ? "the public networks (Internet)"
        : set.Ranges.Length > MostNetworks ? FormattableString.Invariant($"any of {set.Ranges.Length} networks")
        : set.ToString();

    private static string Of(Need.OfEnd need, Sight sight)
    {
        var end = sight.At(need.Side);
        var address = sight.AddressAt(need.Side);
        return (need.Leaf, need.Wanted) switch
        {
            (EndpointPredicate.InNamespace leaf, true) when end.Namespace is { } actual => $"the namespace '{actual}' is {NoneOf(leaf.Names)}",
            (EndpointPredicate.InNamespace leaf, true) => $"{Bare(end)} is in no namespace, and it has to be {Sentences.Quoted(leaf.Names, "or")}",
            (EndpointPredicate.InNamespace, false) => $"the namespace '{end.Namespace}' is left out",
            (EndpointPredicate.Label { Scope: LabelScope.Namespace, Key: SimulatedCluster.NamespaceNameLabel, Value: LabelTest.In values }, true) when end.Namespace is { } actual => $"the namespace '{actual}' is {NoneOf(values.Values)}",
            (EndpointPredicate.Label leaf, _) => Label(leaf, need.Wanted, end),
            (EndpointPredicate.AddressIn leaf, true) => $"{address} is not in {Networks(leaf.Set)}",
            (EndpointPredicate.AddressIn leaf, false) => $"{address} is in {Networks(leaf.Set)}, which is left out",
            (EndpointPredicate.BackendOf leaf, true) => $"{Bare(end)} is not behind the Service {leaf.Service}",
            (EndpointPredicate.BackendOf leaf, false) => $"{Bare(end)} is behind the Service {leaf.Service}, which is left out",
            (EndpointPredicate.RunsAs leaf, true) => $"the service account '{end.ServiceAccount}' is {NoneOf(leaf.Names)}",
            (EndpointPredicate.RunsAs, false) => $"the service account '{end.ServiceAccount}' is left out",
            (EndpointPredicate.LearnedFor leaf, true) => $"{Bare(end)} is not known as an address of '{leaf.Pattern}'",
            (EndpointPredicate.LearnedFor leaf, false) => $"{Bare(end)} is an address of '{leaf.Pattern}', which is left out",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string Label(EndpointPredicate.Label leaf, bool wanted, Endpoint end)
    {
        var (whose, noun) = leaf.Scope switch
        {
            LabelScope.Pod => ("", $"{Bare(end)}"),
            LabelScope.Namespace => ("the namespace's ", $"the namespace '{end.Namespace}'"),
            LabelScope.ServiceAccount => ("the service account's ", $"the service account '{end.ServiceAccount}'"),
            LabelScope.Node => ("the node's ", $"the node '{end.Node}'"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var actual = end.Label(leaf.Scope, leaf.Key);
        if (!wanted) return $"{noun} has the label {leaf.Key}={actual}, which is left out";
        if (actual is null) return $"{noun} has no label {leaf.Key}{(leaf.Value is LabelTest.Exists ? "" : $" ({Value(leaf.Value)} is wanted)")}";
        return $"{(whose.Length == 0 ? "the " : whose)}label {leaf.Key} is '{actual}', not {Value(leaf.Value)}";
    }

    /// <summary>The condition as part of what something should be, for example <c>in the namespace 'monitoring'</c>.</summary>
    private static string Wanted(Need.OfEnd need) => need.Leaf switch
    {
        EndpointPredicate.InNamespace leaf when need.Wanted => $"in the namespace {Sentences.Quoted(leaf.Names, "or")}",
        EndpointPredicate.Label { Scope: LabelScope.Namespace, Value: LabelTest.Exists } leaf when need.Wanted => $"in a namespace with the label {leaf.Key}",
        EndpointPredicate.Label { Scope: LabelScope.Namespace } leaf when need.Wanted => $"in a namespace whose label {leaf.Key} is {Value(leaf.Value)}",
        EndpointPredicate.Label { Value: LabelTest.Exists } leaf when need.Wanted => $"with the label {leaf.Key}",
        EndpointPredicate.Label leaf when need.Wanted => $"whose label {leaf.Key} is {Value(leaf.Value)}",
        EndpointPredicate.Label leaf => $"without the label {leaf.Key}",
        EndpointPredicate.AddressIn leaf when need.Wanted => $"in {Networks(leaf.Set)}",
        EndpointPredicate.AddressIn leaf => $"not in {Networks(leaf.Set)}",
        EndpointPredicate.BackendOf leaf when need.Wanted => $"behind the Service {leaf.Service}",
        EndpointPredicate.RunsAs leaf when need.Wanted => $"that runs as {Sentences.Quoted(leaf.Names, "or")}",
        EndpointPredicate.LearnedFor leaf when need.Wanted => $"known as '{leaf.Pattern}'",
        EndpointPredicate.Is leaf => $"{(need.Wanted ? "and also" : "and not")} {AnyOf(leaf.Kinds)}",
        _ => "and otherwise than now",
    };

    private static string NoneOf(ValueArray<string> names) => names.Count switch
    {
        0 => "nothing that could match",
        1 => $"not '{names[0]}'",
        _ => $"none of {Sentences.Quoted(names, "or")}",
    };

    private static string Value(LabelTest test) => test switch
    {
        LabelTest.Exists => "any value",
        LabelTest.In values => Sentences.Quoted(values.Values, "or"),
        LabelTest.StartsWith start => $"a value that starts with '{start.Text}'",
        LabelTest.EndsWith end => $"a value that ends with '{end.Text}'",
        LabelTest.Contains part => $"a value with '{part.Text}' in it",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The end without the prefix that tells kinds of names apart; of a node it stays, for it says what it is.</summary>
    public static string Bare(Endpoint end)
    {
        foreach (var prefix in Prefixes)
        {
            if (end.Name.StartsWith(prefix, StringComparison.Ordinal)) return end.Name[prefix.Length..];
        }

        return end.Name;
    }
}
