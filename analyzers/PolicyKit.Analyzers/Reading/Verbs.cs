using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Reading;

/// <summary>What each verb of the vocabulary makes of its receiver and its arguments.</summary>
internal static class Verbs
{
    private const EgressFacts BothSettled = EgressFacts.ApiServerSettled | EgressFacts.DnsSettled;

    private static readonly Value Anywhere = Value.Of(new Known.Peers(PeerTraits.Anywhere, PeerTraits.Anywhere, [AnywherePeer.Instance]));
    private static readonly Value Kubelet = Value.Of(new Known.Peers(PeerTraits.None, PeerTraits.None, [KubeletPeer.Instance]));

    private static readonly ValueArray<Port> DnsPorts = [Port.Dns];
    private static readonly ValueArray<RulePeer> Resolver = [ClusterDnsPeer.Instance];
    private static readonly ValueArray<Port> ApiServerPorts = [Port.ApiServer];
    private static readonly ValueArray<RulePeer> ApiServer = [ApiServerPeer.Instance];

    /// <param name="meaning">What the method's attributes say.</param>
    /// <param name="call">The call.</param>
    /// <param name="receiver">What it is called on.</param>
    /// <param name="arguments">The arguments, in the order of the parameters.</param>
    internal static Value Apply(Meaning meaning, IInvocationOperation call, Value? receiver, Value[] arguments) => meaning.Verb switch
    {
        Verb.Keep => receiver ?? Value.Unknown,
        Verb.ForPods => ForPods(Selectors.OfLabels(Words(call, arguments, meaning)), call.Syntax),
        Verb.Named => Named(receiver!, arguments[0], call.Syntax),
        Verb.Ordered => Ordered(receiver!, call.Syntax),
        Verb.ForWorkload => Value.Of(ForWorkload(call.Syntax)),
        Verb.Between => Between(Vocabulary.AllPortsOf([arguments[2]]), call.Syntax),
        Verb.InNamespace => InNamespace(receiver!, arguments[0], call.Syntax),
        Verb.DenyIngress => Denied(receiver!, Direction.Ingress, call.Syntax),
        Verb.DenyEgress => Denied(receiver!, Direction.Egress, call.Syntax),
        Verb.AllowIngress => Begin(receiver!, Words(call, arguments, meaning), Direction.Ingress),
        Verb.AllowEgress => Begin(receiver!, Words(call, arguments, meaning), Direction.Egress),
        Verb.Peers => Complete(receiver!, Vocabulary.AllPeersOf(Words(call, arguments, meaning)), call.Syntax),
        Verb.Anywhere => Complete(receiver!, Anywhere, call.Syntax),
        Verb.Kubelet => Complete(receiver!, Kubelet, call.Syntax),
        Verb.Native => Native(receiver!, call, arguments),
        Verb.SetOf => Sets.Of([.. arguments.Select(argument => (argument, argument.Alternatives.Any(one => one is Known.Row)))]),
        Verb.Owned => Value.Of(new Known.Owned(receiver!.Alternatives is [Known.Peers { Exact: [NamespacePeer { Scope: NamespaceScope.Named { Names: [var name] } }] }] ? name : null)),
        Verb.DefaultDeny => DefaultDeny(receiver!, call, arguments),
        Verb.TcpPorts => Literals.Ports(Protocol.Tcp, arguments),
        Verb.UdpPorts => Literals.Ports(Protocol.Udp, arguments),
        Verb.NumberBehindName => IsSurelyTcp(call.Instance) ? Literals.Ports(Protocol.Tcp, arguments) : Value.Unknown,
        Verb.Network => Literals.Network(arguments[0]),
        Verb.NamedNamespaces => Literals.Namespaces(Items(call, arguments)),
        Verb.Labels => Selectors.OfLabels(Items(call, arguments)),
        Verb.Key => Selectors.OfKey(arguments[0]),
        Verb.In => Selectors.OfValues(receiver!, Items(call, arguments), (key, first, rest) => key.In(first, rest)),
        Verb.NotIn => Selectors.OfValues(receiver!, Items(call, arguments), (key, first, rest) => key.NotIn(first, rest)),
        Verb.Exists => receiver!.Map<Known.Key>(key => new Known.Selector(key.Written.Exists())),
        Verb.DoesNotExist => receiver!.Map<Known.Key>(key => new Known.Selector(key.Written.DoesNotExist())),
        Verb.And => Selectors.OfLabels([receiver!, .. Items(call, arguments)]),
        _ => Value.Unknown,
    };

    /// <summary>The effect that a method is annotated with; where it is no word of ours, it may add rules that nobody reads.</summary>
    internal static Value Add(Value value, EgressFacts effects, IMethodSymbol method, SyntaxNode site) => Sets.EachPolicy(value, policy => policy with
    {
        Facts = policy.Facts | effects,
        Site = policy.Site ?? ((effects & EgressFacts.Restricts) != 0 ? site : null),
        Details = method.Name switch
        {
            "AllowClusterDns" => policy.Details.With(Direction.Egress, new KnownRule(site, DnsPorts, Resolver, IsAlways: true)),
            "AllowApiServer" => policy.Details.With(Direction.Egress, new KnownRule(site, ApiServerPorts, ApiServer, IsAlways: true)),
            "NeedsNoApiServer" or "NeedsNoDns" => policy.Details,
            _ => policy.Details with { HasUnreadRules = true },
        },
    });

    /// <summary>Notes what is governed only inside a When or ForEach: on the other paths the direction stays open.</summary>
    internal static Value GovernedOnlyInside(Value before, Value after) => after.Alternatives.All(one => one is Known.Policy)
        ? EachDetails(after, details => Inside(Inside(details, before, Direction.Ingress), before, Direction.Egress))
        : after;

    private static Details Inside(Details details, Value before, Direction direction) =>
        details[direction] is { IsEver: true, OnlyAt: null, Place: { } place } section && before.Alternatives.All(one => one is Known.Policy policy && !policy.Details[direction].IsEver)
            ? details.With(direction, section with { OnlyAt = place })
            : details;

    private static Value ForPods(Value subjects, SyntaxNode root) => subjects.IsUnknown
        ? Value.Of(new Known.Policy(null, null, EgressFacts.None, null, new(root)))
        : subjects.Map<Known.Selector>(subject => new Known.Policy(subject, null, EgressFacts.None, null, new(root)));

    private static Known.Policy ForWorkload(SyntaxNode root) => new(null, root, EgressFacts.None, null, new(root) { Name = Details.UnknownName });

    // Egress of one workload, ingress of the other; which pods those are is not known.
    private static Value Between(Value ports, SyntaxNode place) =>
        Value.Of(new Known.Set([End(ports, Direction.Egress, place), End(ports, Direction.Ingress, place)]));

    private static Value End(Value ports, Direction direction, SyntaxNode place) =>
        ports.Map<Known.Ports>(opened => Complete(new Known.Clause(ForWorkload(place), opened, direction), new Known.Peers(PeerTraits.None, PeerTraits.SystemPods), place));

    private static Value EachDetails(Value value, Func<Details, Details> change) => Sets.EachPolicy(value, policy => policy with { Details = change(policy.Details) });

    private static Value Named(Value value, Value name, SyntaxNode place) => EachDetails(value, details => details with { Name = name.OnlyText ?? Details.UnknownName, NamePlace = place });

    private static Value Ordered(Value value, SyntaxNode place) => EachDetails(value, details => details with { OrderPlace = place });

    private static Value Denied(Value value, Direction direction, SyntaxNode place) => EachDetails(value, details => details.With(direction, details[direction].Denied(place)));

    private static Value Begin(Value policy, Value[] ports, Direction direction) =>
        policy.Map<Known.Policy, Known.Ports>(Vocabulary.AllPortsOf(ports), (begun, some) => new Known.Clause(begun, some!, direction));

    private static Value Native(Value policy, IInvocationOperation call, Value[] arguments) => policy.Map<Known.Policy>(one => one with
    {
        Facts = IsNull(call, "egress", arguments) ? one.Facts : one.Facts | BothSettled,
        Details = one.Details with { HasUnreadRules = true },
    });

    // One more policy, for every pod of the namespace that is named, or of the only one that the set is in.
    private static Value DefaultDeny(Value set, IInvocationOperation call, Value[] arguments)
    {
        var isNamed = call.TargetMethod.Parameters[0].Type.SpecialType is SpecialType.System_String;
        var directions = arguments[isNamed ? 1 : 0].Alternatives is [Known.Constant { Content: int number }] ? (Directions?)number : null;
        var isOrdered = call.Arguments.Any(one => one is { Parameter.Name: "order", ArgumentKind: not ArgumentKind.DefaultValue } && !arguments[one.Parameter.Ordinal].Is(null));
        return set.Map<Known.Set>(one => Sets.WithEntry(one, Value.Of(new Known.Policy(
            Known.Selector.Everything,
            isNamed ? arguments[0].OnlyText ?? (object)call.Syntax : NamespaceOf(one, call.Syntax),
            EgressFacts.None,
            null,
            new Details(call.Syntax)
            {
                Name = "default-deny",
                OrderPlace = isOrdered ? call.Syntax : null,
                Ingress = Denied(Directions.Ingress),
                Egress = Denied(Directions.Egress),
            }))));

        Section Denied(Directions direction) => directions is null
            ? Section.Ungoverned.Denied(call.Syntax) with { IsAlways = false }
            : (directions & direction) == 0 ? Section.Ungoverned : Section.Ungoverned.Denied(call.Syntax);
    }

    private static object? NamespaceOf(Known.Set set, SyntaxNode unknown)
    {
        object?[] all = [.. set.Entries.SelectMany(entry => entry.IsUnknown ? [unknown] : entry.Alternatives.OfType<Known.Policy>().Select(policy => policy.Namespace)).Distinct()];
        return all switch
        {
            [var only] => only,
            _ => all.Any(one => one is SyntaxNode) || set.Entries.Any(entry => entry.Alternatives.Length > 1) ? unknown : null,
        };
    }

    private static Value InNamespace(Value value, Value name, SyntaxNode place)
    {
        if (name.IsUnknown) return Sets.EachPolicy(value, policy => Within(policy, place));
        return name.Alternatives.OfType<Known.Constant>().Aggregate(
            Value.None, (all, one) => one.Content is { } text ? all.Or(Sets.EachPolicy(value, policy => Within(policy, text))) : all);

        Known.Policy Within(Known.Policy policy, object chosen) =>
            policy.Namespace is not null && value.Alternatives.Any(one => one is Known.Set) ? policy : policy with { Namespace = chosen };
    }

    private static Value Complete(Value clauses, Value peers, SyntaxNode site) => clauses.Map<Known.Clause, Known.Peers>(peers, (clause, some) => Complete(clause, some!, site));

    private static Known.Policy Complete(Known.Clause clause, Known.Peers peers, SyntaxNode site)
    {
        var details = clause.Begun.Details.With(clause.Direction, new KnownRule(site, clause.Chosen.Exact, peers.Exact, IsAlways: true));
        if (clause.Direction is Direction.Ingress) return clause.Begun with { Details = details };

        var facts = EgressReach.OfRule(clause.Chosen.Least, peers.Least);
        var most = EgressReach.OfRule(clause.Chosen.Most, peers.Most);
        // What only may be there keeps the rule silent, so it counts as settled.
        const EgressFacts apiServer = EgressFacts.ApiServerSettled | EgressFacts.ApiServerPossible;
        const EgressFacts dns = EgressFacts.DnsSettled | EgressFacts.DnsPossible;
        if ((facts & apiServer) != (most & apiServer)) facts |= EgressFacts.ApiServerSettled;
        if ((facts & dns) != (most & dns)) facts |= EgressFacts.DnsSettled;
        return clause.Begun with { Facts = clause.Begun.Facts | facts, Site = clause.Begun.Site ?? site, Details = details };
    }

    private static Value[] Items(IInvocationOperation call, Value[] arguments) => Items(call, arguments, arguments.Length);

    // The arguments that a person wrote: the compiler's own, a file and a line, stand for nothing.
    private static Value[] Words(IInvocationOperation call, Value[] arguments, Meaning meaning) => Items(call, arguments, Math.Min(meaning.Written, arguments.Length));

    private static Value[] Items(IInvocationOperation call, Value[] arguments, int count)
    {
        if (count == 0) return [];
        var last = count - 1;
        if (call.TargetMethod.Parameters[last].IsParams && arguments[last].Alternatives is [Known.Row row]) return last == 0 ? row.Items : [.. arguments.AsSpan(0, last), .. row.Items];
        return count == arguments.Length ? arguments : arguments.AsSpan(0, count).ToArray();
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
