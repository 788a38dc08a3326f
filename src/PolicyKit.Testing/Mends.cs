using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Explaining;

namespace PolicyKit.Testing;

/// <summary>What to change so that an end decides otherwise.</summary>
internal static class Mends
{
    /// <summary>Labels that tell replicas and rollouts apart select nothing that stays.</summary>
    private static readonly string[] Fleeting = ["pod-template-hash", "controller-revision-hash", "statefulset.kubernetes.io/pod-name", "apps.kubernetes.io/pod-index"];

    public static string ToAllow(TestCluster cluster, EndExplanation end)
    {
        var subject = Like(end.Subject);
        if (end.Rule is { } denying) return $"If it should be allowed: change what is written at {denying}, or allow the connection in a rule that is asked before it.";
        if (!cluster.IsWrittenInCSharp) return $"If it should be allowed: allow {FlowWords.Of(end.Flow.Traffic)} {(IsIngress(end) ? "from" : "to")} {Other(end)} in a policy for {subject}.";
        var verb = IsIngress(end) ? $".AllowIngress({PortOf(end.Flow.Traffic)}).From({Peer(end)})" : $".AllowEgress({PortOf(end.Flow.Traffic)}).To({Peer(end)})";
        return $"If it should be allowed: add {verb} to a policy for {subject}.";
    }

    public static string? ToDeny(TestCluster cluster, EndExplanation end)
    {
        if (!end.Subject.CanBeSubject) return null;
        var direction = IsIngress(end) ? "Ingress" : "Egress";
        if (IsItself(end) || end.Rule is { IsBuiltIn: true }) return "No policy can deny this.";
        if (end.Rule is { } rule) return $"If it should be denied: narrow the rule at {rule}.";
        return cluster.IsWrittenInCSharp
            ? $"If it should be denied: restrict the {direction.ToLowerInvariant()} of {Like(end.Subject)}, with Deny{direction}ByDefault() in a policy for them or WithDefaultDeny(Directions.{direction}) on the set."
            : $"If it should be denied: restrict the {direction.ToLowerInvariant()} of {Like(end.Subject)} with a policy that selects them.";
    }

    /// <summary>One way to settle whatever is open.</summary>
    public static string ToSettle(EndExplanation end)
    {
        var answers = end.Questions.Select(question => QuestionWords.WhoAnswers(question.Question)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return answers.Count == 0
            ? "Nothing that can be said of a cluster settles this; ask about a connection that does not depend on it."
            : $"Say what the cluster runs, for example .WithProfile(new ClusterProfile {{ Engine = Enforcer.Calico }}): {string.Join("; ", answers)}.";
    }

    private static bool IsItself(EndExplanation end) => string.Equals(end.Flow.From.Name, end.Flow.To.Name, StringComparison.Ordinal);

    private static bool IsIngress(EndExplanation end) => end.Direction == Direction.Ingress;

    private static Endpoint PeerOf(EndExplanation end) => IsIngress(end) ? end.Flow.From : end.Flow.To;

    /// <summary>The pods that are like a pod, as people call them.</summary>
    private static string Like(Endpoint pod)
    {
        var labels = Labels(pod);
        return labels.Count == 0 ? $"the pods of namespace '{pod.Namespace}'" : $"the pods of namespace '{pod.Namespace}' with {string.Join(", ", labels.Select(label => $"{label.Key}={label.Value}"))}";
    }

    private static string Other(EndExplanation end) => PeerOf(end) switch
    {
        { Namespace: not null } pod when (pod.Kinds & Kinds.HostNetworkPod) == 0 => Like(pod),
        var other => EndWords.Bare(other),
    };

    /// <summary>The other end in the words of policies.</summary>
    private static string Peer(EndExplanation end)
    {
        var peer = PeerOf(end);
        if ((peer.Kinds & Kinds.ApiServer) != 0) return "ApiServer";
        if ((peer.Kinds & (Kinds.AnyNode | Kinds.HostNetworkPod)) != 0) return "Nodes";
        if (peer.Namespace is { } ns)
        {
            var labels = Labels(peer);
            return $"Namespace(\"{ns}\"){(labels.Count == 0 ? "" : $".Pods({string.Join(", ", labels.Select(label => $"(\"{label.Key}\", \"{label.Value}\")"))})")}";
        }

        if (peer.DnsNames.Count > 0 && !IsIngress(end)) return $"Fqdn(\"{peer.DnsNames[0]}\")";
        var address = IsIngress(end) ? end.Flow.FromAddress : end.Flow.ToAddress;
        return $"Cidr(\"{address}/{(address.Family == IpFamily.V4 ? "32" : "128")}\")";
    }

    private static List<ScopedLabel> Labels(Endpoint pod) => [.. pod.Labels.Where(label => label.Scope == LabelScope.Pod && !Fleeting.Contains(label.Key, StringComparer.Ordinal)).Take(2)];

    private static string PortOf(Traffic traffic) => traffic is Traffic.Transport transport
        ? FormattableString.Invariant($"Port.{transport.Protocol}({transport.DestinationPort})")
        : "Port.Any";
}
