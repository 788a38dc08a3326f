using PolicyKit.Manifests;

namespace PolicyKit.Engines.Cilium;

/// <summary>The agent's rules for selectors and networks.</summary>
internal sealed class CiliumAgentPeers(TreeCheck check)
{
    // The few keys of a policy stand in nearly all of its selectors.
    private readonly HashSet<string> _soundKeys = new(StringComparer.Ordinal);

    public void Selector(ManifestMap selector)
    {
        if (selector["matchLabels"] is ManifestMap labels) Labels(labels);
        if (selector["matchExpressions"] is not ManifestList expressions) return;
        check.Enter("matchExpressions");
        for (var i = 0; i < expressions.Count; i++)
        {
            if (expressions[i] is not ManifestMap expression) continue;
            check.Enter(i);
            Expression(expression);
            check.Leave();
        }

        check.Leave();
    }

    public void Networks(ManifestList networks)
    {
        for (var i = 0; i < networks.Count; i++)
        {
            check.Enter(i);
            Network(networks[i]);
            check.Leave();
        }
    }

    public void NetworkSet(ManifestMap set)
    {
        LegacyCidr? outer = null;
        if (set["cidr"] is { } cidr)
        {
            check.Enter("cidr");
            outer = Network(cidr);
            check.Leave();
        }

        if (set["except"] is not ManifestList holes) return;
        check.Enter("except");
        for (var i = 0; i < holes.Count; i++)
        {
            check.Enter(i);
            if (Network(holes[i]) is { } hole && outer is not null) Hole(holes[i], outer, hole);
            check.Leave();
        }

        check.Leave();
    }

    private void Hole(ManifestNode node, LegacyCidr outer, LegacyCidr hole)
    {
        if (!outer.Contains(hole)) check.AgentRefuses(node, $"'{hole.Text}' is not inside '{outer.Text}'");
        else if (!outer.StrictlyContains(hole)) check.WeRefuse(node, $"'{hole.Text}' leaves nothing of '{outer.Text}'");
    }

    private void Labels(ManifestMap labels)
    {
        check.Enter("matchLabels");
        foreach (ref readonly var entry in labels.AsSpan())
        {
            if (KeyProblem(entry.Key) is { } problem) check.AgentRefuses(entry.Value, problem);
            if (!entry.Key.Contains(':', StringComparison.Ordinal) && labels.TryGet("any:" + entry.Key, out _))
                check.WeRefuse(entry.Value, $"'{entry.Key}' and 'any:{entry.Key}' are one key, and either value may win");
        }

        check.Leave();
    }

    private string? KeyProblem(string key)
    {
        if (_soundKeys.Contains(key)) return null;
        var problem = CiliumLabels.Problem(key);
        if (problem is null) _soundKeys.Add(key);
        return problem;
    }

    private void Expression(ManifestMap expression)
    {
        if (expression["key"] is ManifestText key && KeyProblem(key.Value) is { } problem) check.AgentRefuses(key, problem);
        var values = expression["values"] as ManifestList;
        if (expression["operator"] is ManifestText { Value: var word } written)
        {
            if (word is "In" or "NotIn" && values is not { Count: > 0 }) check.AgentRefuses(written, "In and NotIn need values");
            if (word is "Exists" or "DoesNotExist" && values is { Count: > 0 }) check.AgentRefuses(written, "Exists and DoesNotExist take no values");
        }

        foreach (var value in values ?? ManifestList.Empty)
        {
            if (value is ManifestText text && NameSyntax.LabelValue(text.Value) is not null) check.AgentRefuses(value, $"{UserWords.Quote(text.Value)} is not a label value");
        }
    }

    // The API server reads networks leniently; the agent knows no leading zeros.
    private LegacyCidr? Network(ManifestNode node)
    {
        if (node is not ManifestText { Value: var text } || LegacyCidr.Of(text) is not { } network) return null;
        if (network.IsCanonical) return network;
        if (HasLeadingZero(text)) check.AgentRefuses(node, $"'{text}' has a number with a leading zero");
        else check.WeRefuse(node, $"'{text}' is not the canonical spelling of a network");
        return network;
    }

    private static bool HasLeadingZero(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (text.Length > slash + 2 && text[slash + 1] is '0') return true;
        if (text.Contains(':', StringComparison.Ordinal)) return false;
        foreach (var octet in text[..slash].Split('.'))
        {
            if (octet.Length > 1 && octet[0] is '0') return true;
        }

        return false;
    }
}
