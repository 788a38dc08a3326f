using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Reading;

/// <summary>What each verb of the vocabulary makes of its receiver and its arguments.</summary>
internal static class Verbs
{
    private const EgressFacts BothSettled = EgressFacts.ApiServerSettled | EgressFacts.DnsSettled;

    /// <param name="verb">How the method makes its result.</param>
    /// <param name="call">The call.</param>
    /// <param name="receiver">What it is called on.</param>
    /// <param name="arguments">The arguments, in the order of the parameters.</param>
    internal static Value Apply(Verb verb, IInvocationOperation call, Value? receiver, Value[] arguments) => verb switch
    {
        Verb.Keep => receiver ?? Value.Unknown,
        Verb.ForPods => ForPods(Selectors.OfLabels(Words(call, arguments))),
        Verb.ForWorkload => Value.Of(new Known.Policy(null, call.Syntax, EgressFacts.None, null)),
        Verb.InNamespace => InNamespace(receiver!, arguments[0], call.Syntax),
        Verb.AllowEgress => receiver!.Map<Known.Policy, Known.Ports>(Vocabulary.AllPortsOf(Words(call, arguments)), (policy, ports) => new Known.Clause(policy, ports!)),
        Verb.Peers or Verb.Anywhere when call.TargetMethod.ContainingType.Name == "EgressClause" =>
            receiver!.Map<Known.Clause, Known.Peers>(PeersOf(call, arguments), (clause, peers) => Complete(clause, peers!, call.Syntax)),
        Verb.AllowIngress or Verb.Peers or Verb.Anywhere or Verb.Kubelet or Verb.DenyIngress or Verb.DenyEgress or Verb.Named or Verb.Ordered or Verb.DefaultDeny => receiver ?? Value.Unknown,
        Verb.Native => IsNull(call, "egress", arguments) ? receiver! : receiver!.Map<Known.Policy>(policy => policy with { Facts = policy.Facts | BothSettled }),
        Verb.SetOf => Sets.Of([.. arguments.Select(argument => (argument, argument.Alternatives.Any(one => one is Known.Row)))]),
        Verb.TcpPorts => Literals.Ports(Protocol.Tcp, arguments),
        Verb.UdpPorts => Literals.Ports(Protocol.Udp, arguments),
        Verb.NumberBehindName => IsSurelyTcp(call.Instance) ? Literals.Ports(Protocol.Tcp, arguments) : Value.Unknown,
        Verb.Network => Literals.Network(arguments[0]),
        Verb.NamedNamespaces => Literals.Namespaces(Items(call, arguments)),
        Verb.Labels => Selectors.OfLabels(Items(call, arguments)),
        Verb.Key => arguments[0].OnlyText is { } name ? Value.Of(new Known.Key(name)) : Value.Unknown,
        Verb.In => Selectors.OfValues(receiver!, "in", Items(call, arguments)),
        Verb.NotIn => Selectors.OfValues(receiver!, "notin", Items(call, arguments)),
        Verb.Exists => receiver!.Map<Known.Key>(key => Known.Selector.Of([key.Name])),
        Verb.DoesNotExist => receiver!.Map<Known.Key>(key => Known.Selector.Of(["!" + key.Name])),
        Verb.And => Selectors.OfLabels([receiver!, .. Items(call, arguments)]),
        _ => Value.Unknown,
    };

    /// <summary>The effect that a method is annotated with.</summary>
    internal static Value Add(Value value, EgressFacts effects, SyntaxNode site) => Sets.EachPolicy(value, policy => policy with
    {
        Facts = policy.Facts | effects,
        Site = policy.Site ?? ((effects & EgressFacts.Restricts) != 0 ? site : null),
    });

    private static Value ForPods(Value subjects) => subjects.IsUnknown
        ? Value.Of(new Known.Policy(null, null, EgressFacts.None, null))
        : subjects.Map<Known.Selector>(subject => new Known.Policy(subject, null, EgressFacts.None, null));

    private static Value InNamespace(Value value, Value name, SyntaxNode place)
    {
        if (name.IsUnknown) return Sets.EachPolicy(value, policy => Within(policy, place));
        return name.Alternatives.OfType<Known.Constant>().Aggregate(
            Value.None, (all, one) => one.Content is { } text ? all.Or(Sets.EachPolicy(value, policy => Within(policy, text))) : all);

        Known.Policy Within(Known.Policy policy, object chosen) =>
            policy.Namespace is not null && value.Alternatives.Any(one => one is Known.Set) ? policy : policy with { Namespace = chosen };
    }

    private static Known.Policy Complete(Known.Clause clause, Known.Peers peers, SyntaxNode site)
    {
        var facts = EgressReach.OfRule(clause.Chosen.Least, peers.Least);
        var most = EgressReach.OfRule(clause.Chosen.Most, peers.Most);
        // What only may be there keeps the rule silent, so it counts as settled.
        const EgressFacts apiServer = EgressFacts.ApiServerSettled | EgressFacts.ApiServerPossible;
        const EgressFacts dns = EgressFacts.DnsSettled | EgressFacts.DnsPossible;
        if ((facts & apiServer) != (most & apiServer)) facts |= EgressFacts.ApiServerSettled;
        if ((facts & dns) != (most & dns)) facts |= EgressFacts.DnsSettled;
        return clause.Begun with { Facts = clause.Begun.Facts | facts, Site = clause.Begun.Site ?? site };
    }

    private static Value PeersOf(IInvocationOperation call, Value[] arguments) => call.TargetMethod.Parameters.Length == 0
        ? Vocabulary.Peers(PeerTraits.Anywhere, PeerTraits.Anywhere)
        : Vocabulary.AllPeersOf(Words(call, arguments));

    // The arguments that a person wrote: the compiler's own, a file and a line, stand for nothing.
    private static IEnumerable<Value> Words(IInvocationOperation call, Value[] arguments)
    {
        var parameters = call.TargetMethod.Parameters;
        return Items(call, arguments, at => parameters[at].Type.SpecialType is not (SpecialType.System_String or SpecialType.System_Int32));
    }

    private static IEnumerable<Value> Items(IInvocationOperation call, Value[] arguments, Func<int, bool>? isMeant = null)
    {
        for (var at = 0; at < arguments.Length; at++)
        {
            if (isMeant?.Invoke(at) is false) continue;
            if (call.TargetMethod.Parameters[at].IsParams && arguments[at].Alternatives is [Known.Row row])
            {
                foreach (var item in row.Items) yield return item;
            }
            else
            {
                yield return arguments[at];
            }
        }
    }

    private static bool IsNull(IInvocationOperation call, string parameter, Value[] arguments)
    {
        for (var at = 0; at < arguments.Length; at++)
        {
            if (call.TargetMethod.Parameters[at].Name == parameter) return arguments[at].Is(null);
        }

        return false;
    }

    private static bool IsSurelyTcp(IOperation? named) => named is IPropertyReferenceOperation
        || (named is IInvocationOperation call && call.Arguments.All(one => one.Parameter?.Type.TypeKind is not TypeKind.Enum || one.Value.ConstantValue is { HasValue: true, Value: (int)Protocol.Tcp }));
}
