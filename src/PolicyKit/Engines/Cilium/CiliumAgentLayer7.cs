using System.Text.RegularExpressions;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.Cilium;

/// <summary>The agent's rules for layer-7 rules and redirects.</summary>
internal static class CiliumAgentLayer7
{
    public static void Check(TreeCheck check, ManifestMap entry, ManifestList ports, CiliumSection section)
    {
        if (TreeCheck.Has(entry, "listener") && section.Direction is Direction.Ingress) check.AgentRefuses(entry["listener"]!, "a listener is for egress");
        if (entry["rules"] is not ManifestMap rules) return;
        if (TreeCheck.Has(entry, "listener")) check.AgentRefuses(rules, "rules may not stand beside a listener");
        if (entry["serverNames"] is ManifestList { Count: > 0 } && !TreeCheck.Has(entry, "terminatingTLS")) check.AgentRefuses(rules, "beside serverNames, rules need terminatingTLS");
        check.Enter("rules");
        if (TreeCheck.Has(rules, "dns")) Dns(check, rules, ports, section);
        if (rules.Any(one => one.Key is not "dns" && one.Value is ManifestList { Count: > 0 } or ManifestText)) Requests(check, rules, ports, section);
        if (rules["http"] is ManifestList requests) Http(check, requests);
        check.Leave();
    }

    private static void Dns(TreeCheck check, ManifestMap rules, ManifestList ports, CiliumSection section)
    {
        if (section.Direction is Direction.Ingress) check.AgentRefuses(rules, "DNS rules are for egress");
        if (ports.Count == 0) check.AgentRefuses(rules, "DNS rules need ports");
        if (ports.OfType<ManifestMap>().Any(port => port["endPort"] is ManifestInteger { Value: > 0 })) check.AgentRefuses(rules, "DNS rules take no ranges of ports");
        if (ports.OfType<ManifestMap>().Any(IsEveryPort)) check.AgentRefuses(rules, "DNS rules do not take port 0");
    }

    private static void Requests(TreeCheck check, ManifestMap rules, ManifestList ports, CiliumSection section)
    {
        if (section.ForNodes) check.AgentRefuses(rules, "a policy for nodes has no such rules");
        if (ports.OfType<ManifestMap>().Any(port => port["protocol"] is not ManifestText { Value: "TCP" })) check.AgentRefuses(rules, "each of its ports has to say TCP");
        if (ports.OfType<ManifestMap>().Any(IsEveryPort)) check.AgentRefuses(rules, "such rules do not take port 0");
    }

    private static void Http(TreeCheck check, ManifestList requests)
    {
        check.Enter("http");
        for (var i = 0; i < requests.Count; i++)
        {
            if (requests[i] is not ManifestMap request) continue;
            check.Enter(i);
            foreach (var key in (ReadOnlySpan<string>)["path", "method", "host"])
            {
                if (request[key] is ManifestText { Value: var text } node && !IsExpression(text)) check.AgentRefuses(node, $"{UserWords.Quote(text)} is not a regular expression");
            }

            check.Leave();
        }

        check.Leave();
    }

    private static bool IsEveryPort(ManifestMap port) => port["port"] is ManifestText { Value: "0" };

    // The engine without backtracking has what the agent's has: no look-around and no back references.
    private static bool IsExpression(string text)
    {
        try
        {
            _ = new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
