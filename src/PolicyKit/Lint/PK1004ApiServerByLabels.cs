using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>The API server is a host-network pod at most, often none at all: no pod selector sees it, however it is labelled.</summary>
internal sealed class PK1004ApiServerByLabels : LintRule
{
    private const string Mend = "Write AllowApiServer().";

    public override void Visit(LintedRule rule)
    {
        if (rule.IsIngress) return;
        foreach (var peer in rule.Peers)
        {
            if (peer is PodsPeer pods && ApiServerLabel(pods.Selector) is { } label)
            {
                rule.Report(RuleCatalogue.PK1004, $"looks for the API server by the label '{label}', and it is no pod that a selector sees.", Mend, about: peer, instead: "ApiServer");
                return;
            }
        }

        if (NamesAnApiServerPort(rule.Ports)) LookAtNamespaces(rule);
    }

    // Namespace "default" holds the Service "kubernetes", and none of the API server's pods; in kube-system other pods listen on these ports too.
    private static void LookAtNamespaces(LintedRule rule)
    {
        foreach (var peer in rule.Peers)
        {
            if (peer is not NamespacePeer { Scope: NamespaceScope.Named { Names: var names } }) continue;
            var inDefault = names.AsSpan().Contains("default");
            if (!inDefault && !names.AsSpan().Contains("kube-system")) continue;
            rule.Report(
                RuleCatalogue.PK1004,
                $"allows the API server's port to the pods of namespace '{(inDefault ? "default" : "kube-system")}', and the API server is no pod that a selector sees.",
                inDefault ? Mend : "If the API server is meant, write AllowApiServer().",
                inDefault ? Severity.Warning : Severity.Info,
                about: peer,
                instead: "ApiServer");
            return;
        }
    }

    private static string? ApiServerLabel(LabelSelector selector)
    {
        foreach (var one in selector.Requirements)
        {
            if (one.Operator is LabelOperator.In && one.Values is [var value] && WellKnown.IsApiServerLabel(one.Key, value)) return one.ToString();
        }

        return null;
    }

    private static bool NamesAnApiServerPort(ValueArray<Port> ports)
    {
        foreach (var port in ports)
        {
            if (port is Port.ApiServerEndpoint or Port.Numbered { Protocol: Protocol.Tcp, Number: 443 or 6443 }) return true;
        }

        return false;
    }
}
