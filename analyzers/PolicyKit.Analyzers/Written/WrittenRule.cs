using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Analyzers.Reading;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Written;

/// <summary>A rule as it stands in source: what completes a clause, with its ports and peers as constant values.</summary>
internal sealed class WrittenRule
{
    private readonly List<(Port Value, SyntaxNode Syntax)> _ports = [];
    private readonly List<(RulePeer Value, SyntaxNode Syntax)> _peers = [];

    private WrittenRule(SyntaxNode place, Direction direction)
    {
        Place = place;
        Direction = direction;
    }

    /// <summary>The word that began the rule, <c>AllowIngress</c> or <c>AllowEgress</c>; the word that completed it, where the clause came from elsewhere.</summary>
    internal SyntaxNode Place { get; }

    internal Direction Direction { get; }

    /// <summary>The ports that are constant.</summary>
    internal IReadOnlyList<(Port Value, SyntaxNode Syntax)> Ports => _ports;

    /// <summary>The peers that are constant.</summary>
    internal IReadOnlyList<(RulePeer Value, SyntaxNode Syntax)> Peers => _peers;

    /// <summary>Whether the rule has no ports but <see cref="Ports"/>.</summary>
    internal bool HasAllPorts { get; private set; }

    /// <summary>Whether the rule has no peers but <see cref="Peers"/>.</summary>
    internal bool HasAllPeers { get; private set; }

    /// <summary>The rule as the library would make it; what is not constant is left out.</summary>
    internal PolicyRule Known => new(ValuesOf(_ports), ValuesOf(_peers), null, default);

    /// <summary>The syntax of a port or peer; of the whole rule, when it is about nothing in it.</summary>
    internal SyntaxNode SyntaxOf(object? about)
    {
        foreach (var (value, syntax) in _peers)
        {
            if (value.Equals(about)) return syntax;
        }

        foreach (var (value, syntax) in _ports)
        {
            if (value.Equals(about)) return syntax;
        }

        return Place;
    }

    /// <summary>The rule that a call completes; null for any other call.</summary>
    internal static WrittenRule? Of(IInvocationOperation call, Vocabulary vocabulary)
    {
        var meaning = vocabulary.MeaningOf(call.TargetMethod);
        if (meaning.Verb is not (Verb.Peers or Verb.Anywhere or Verb.Kubelet) || call.Instance is null) return null;
        var direction = call.TargetMethod.ContainingType.Name == "IngressClause" ? Direction.Ingress : Direction.Egress;
        var begun = Beginning(call.Instance, vocabulary);
        var rule = new WrittenRule(NameOf(begun ?? call), direction) { HasAllPeers = true };
        if (begun is not null) rule.ReadPorts(begun, vocabulary);
        rule.ReadPeers(call, meaning, vocabulary);
        return rule;
    }

    /// <summary>The word of a call: what is underlined when the call as a whole is meant.</summary>
    internal static SyntaxNode NameOf(IInvocationOperation call) => call.Syntax is not InvocationExpressionSyntax { Expression: var callee } ? call.Syntax : callee switch
    {
        MemberAccessExpressionSyntax member => member.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => callee,
    };

    private static ValueArray<T> ValuesOf<T>(List<(T Value, SyntaxNode Syntax)> written)
    {
        var values = new T[written.Count];
        for (var at = 0; at < values.Length; at++) values[at] = written[at].Value;
        return ValueArray.Trusted(values);
    }

    private static IInvocationOperation? Beginning(IOperation clause, Vocabulary vocabulary)
    {
        while (clause is IInvocationOperation call)
        {
            if (vocabulary.MeaningOf(call.TargetMethod).Verb is Verb.AllowIngress or Verb.AllowEgress) return call;
            if (call.Instance is null) return null;
            clause = call.Instance;
        }

        return null;
    }

    private void ReadPorts(IInvocationOperation begun, Vocabulary vocabulary) => HasAllPorts = AreAllRead(begun, vocabulary.MeaningOf(begun.TargetMethod), vocabulary, _ports);

    private void ReadPeers(IInvocationOperation call, Meaning meaning, Vocabulary vocabulary)
    {
        switch (meaning.Verb)
        {
            case Verb.Anywhere: _peers.Add((AnywherePeer.Instance, NameOf(call))); return;
            case Verb.Kubelet: _peers.Add((KubeletPeer.Instance, NameOf(call))); return;
        }

        HasAllPeers = AreAllRead(call, meaning, vocabulary, _peers);
    }

    // Whether each argument that a person wrote is constant; those that are, are kept.
    private static bool AreAllRead<T>(IInvocationOperation call, Meaning meaning, Vocabulary vocabulary, List<(T Value, SyntaxNode Syntax)> read)
    {
        var all = true;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Ordinal >= meaning.Written) continue;
            foreach (var part in Constants.PartsOf(argument.Value))
            {
                if (Constants.Of(part, vocabulary) is T one) read.Add((one, part.Syntax));
                else all = false;
            }
        }

        return all;
    }
}
