using System.Text.RegularExpressions;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Engines.Cilium;

/// <summary>
/// Reads what a proxy checks on a port. Input: an entry of <c>toPorts</c>. Output: whether requests are refused by what they say. Promise:
/// such a restriction is never taken for a plain allow, and what the agent refuses about it is refused.
/// </summary>
internal sealed class CiliumLayer7Reader(CiliumFacts facts)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    public bool Restricts(Fields entry, ValueArray<CiliumPort> ports, CiliumSide side)
    {
        var rules = entry.Map("rules");
        var http = rules?.Maps("http") ?? [];
        var names = rules?.Maps("dns") ?? [];
        var others = (rules?.List("kafka")?.Count ?? 0) + (string.IsNullOrEmpty(rules?.Text("l7proto")) ? 0 : 1);
        var place = entry.PlaceOf("rules");
        var hasRules = http.Count + names.Count + others > 0;
        CheckListener(entry, hasRules, side);
        CheckServerNames(entry, hasRules);
        if (hasRules)
        {
            if (!facts.L7Proxy) entry.Log.Ignore(place, "Layer 7 rules need the layer 7 proxy, which is off.", "Allow the ports alone.");
            if (names.Count > 0) CheckNames(entry, place, ports, side);
            if (names.Count == 0) CheckPorts(entry, place, ports);
            foreach (var request in http) CheckRequest(request);
        }

        var redirects = entry.Has("listener") || entry.Has("terminatingTLS") || entry.Has("originatingTLS") || entry.List("serverNames") is { Count: > 0 };
        var restricts = redirects || http.Count + others > 0 || (names.Count > 0 && !names.Any(name => name.Text("matchPattern") == "*"));
        if (restricts) entry.Log.Warn(entry.Place, "PK5002", "A proxy decides by what a request says, which is not modelled: on these ports the verdict stays open.", "Ask about a port without layer 7 rules, or answer the question.");
        return restricts;
    }

    private static void CheckPorts(Fields entry, Place place, ValueArray<CiliumPort> ports)
    {
        if (ports.Any(port => port.Protocols != ProtocolSet.Of(Protocol.Tcp))) entry.Log.Ignore(place, "Layer 7 rules stand on a port that is not TCP alone.", "Write 'protocol: TCP'.");
        if (ports.Any(port => port.Number == 0)) entry.Log.Ignore(place, "Layer 7 rules stand on port 0.", "Write the port.");
    }

    private static void CheckNames(Fields entry, Place place, ValueArray<CiliumPort> ports, CiliumSide side)
    {
        if (side == CiliumSide.Ingress) entry.Log.Ignore(place, "Rules for DNS stand in an ingress rule.", "Write them into the egress rule of the pods that ask.");
        if (ports.Count == 0) entry.Log.Ignore(place, "Rules for DNS stand without ports.", "Write port \"53\".");
        if (ports.Any(port => port.EndPort > 0)) entry.Log.Ignore(place, "Rules for DNS stand on a range of ports.", "Write port \"53\".");
    }

    private static void CheckServerNames(Fields entry, bool hasRules)
    {
        var names = entry.Texts("serverNames") ?? [];
        if (names.Any(name => name.Value.Length == 0)) entry.Log.Ignore(entry.PlaceOf("serverNames"), "There is an empty name of a server.", "Leave it out.");
        if (names.Count > 0 && hasRules && !entry.Has("terminatingTLS")) entry.Log.Ignore(entry.PlaceOf("serverNames"), "Names of servers stand beside layer 7 rules without 'terminatingTLS'.", "Write one of the two.");
    }

    private static void CheckListener(Fields entry, bool hasRules, CiliumSide side)
    {
        if (!entry.Has("listener")) return;
        if (side == CiliumSide.Ingress) entry.Log.Ignore(entry.PlaceOf("listener"), "A listener stands in an ingress rule.", "Leave it out.");
        if (hasRules) entry.Log.Ignore(entry.PlaceOf("listener"), "A listener stands beside layer 7 rules.", "Write one of the two.");
    }

    private static void CheckRequest(Fields request)
    {
        foreach (var key in new[] { "path", "method", "host" })
        {
            if (request.Text(key) is { } pattern && !IsExpression(pattern)) request.Log.Ignore(request.PlaceOf(key), $"'{pattern}' is not a regular expression.", "Escape its brackets with a backslash.");
        }
    }

    /// <summary>Whether the text is a regular expression; it is never run.</summary>
    private static bool IsExpression(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant, Patience);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
