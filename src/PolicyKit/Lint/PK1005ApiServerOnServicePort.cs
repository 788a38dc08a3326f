using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>Policies act on the endpoint's port: a rule for 443, the Service's, does not reach an API server that listens on 6443.</summary>
internal sealed class PK1005ApiServerOnServicePort : LintRule
{
    public override void Visit(LintedRule rule)
    {
        if (rule.IsIngress || !NamesApiServer(rule) || SaysEndpointPort(rule.Ports)) return;
        var endpoints = rule.Facts.ApiServer.Ports;
        if (endpoints is null)
        {
            if (!rule.Ports.Hold(Protocol.Tcp, 443) || rule.Ports.Hold(Protocol.Tcp, 6443)) return;
            Report(rule, "and in many clusters its endpoints listen on 6443.");
        }
        else if (endpoints.Any(port => !rule.Ports.Hold(Protocol.Tcp, port)))
        {
            Report(rule, $"and its endpoints listen on {Words.List([.. endpoints.Select(port => FormattableString.Invariant($"{port}"))])}.");
        }
    }

    private static void Report(LintedRule rule, string fact) => rule.Report(
        RuleCatalogue.PK1005,
        $"allows the API server on {Words.List([.. rule.Ports.Select(port => port.ToString())])}, {fact}",
        "Write Port.ApiServer: policies act on the endpoint's port, not on the Service's.",
        about: rule.Ports is [{ } only] ? only : null,
        instead: rule.Ports is [_] ? "Port.ApiServer" : null);

    private static bool NamesApiServer(LintedRule rule)
    {
        foreach (var peer in rule.Peers)
        {
            if (peer is ApiServerPeer or ApiServerAtPeer) return true;
            if (peer is NetworkPeer network && rule.Facts.ApiServer.Cidrs is { } endpoints && endpoints.AsSpan().Contains(network.Block)) return true;
        }

        return false;
    }

    private static bool SaysEndpointPort(ValueArray<Port> ports)
    {
        foreach (var port in ports)
        {
            if (port is Port.ApiServerEndpoint) return true;
        }

        return false;
    }
}
