using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using PolicyKit.Analyzers.Written;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Reading;

/// <summary>The library as a compilation sees it. In: a symbol. Out: what its attributes say; each symbol is looked at once.</summary>
internal sealed class Vocabulary
{
    private const PortTraits AllPorts = PortTraits.HoldApiServer | PortTraits.HoldDns | PortTraits.AskForDns;
    private const PeerTraits AllPeers = (PeerTraits)((int)PeerTraits.SystemPods * 2 - 1);

    private static readonly Known.Ports NoPorts = new(PortTraits.None, PortTraits.None, ValueArray<Port>.Empty);
    private static readonly Known.Ports SomePorts = new(PortTraits.None, AllPorts);
    private static readonly Known.Peers NoPeers = new(PeerTraits.None, PeerTraits.None, ValueArray<RulePeer>.Empty);
    private static readonly Known.Peers SomePeers = new(PeerTraits.None, AllPeers);

    private const EgressFacts Annotated = EgressFacts.Restricts | EgressFacts.ApiServerSettled | EgressFacts.DnsSettled;

    private readonly IAssemblySymbol _library;
    private readonly ConcurrentDictionary<ISymbol, Meaning> _meanings = new(new SameSymbol());

    private Vocabulary(INamedTypeSymbol policySet)
    {
        _library = policySet.ContainingAssembly;
        PolicySet = policySet;
    }

    internal INamedTypeSymbol PolicySet { get; }

    /// <summary>The vocabulary, or null where a compilation does not refer to the library.</summary>
    internal static Vocabulary? In(Compilation compilation)
    {
        foreach (var type in compilation.GetTypesByMetadataName("PolicyKit.PolicySet"))
        {
            if (type.ContainingAssembly.Name == "PolicyKit") return new(type);
        }

        return null;
    }

    internal Meaning MeaningOf(ISymbol member)
    {
        var original = member.OriginalDefinition;
        return _meanings.TryGetValue(original, out var meaning) ? meaning : _meanings.GetOrAdd(original, Read(original));
    }

    internal bool IsOfLibrary(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _library);

    /// <summary>What is known of a value by its type alone.</summary>
    internal Value OfType(ITypeSymbol? type)
    {
        if (type is null || !IsOfLibrary(type)) return Value.Unknown;
        return type.Name switch
        {
            "NetworkPeer" => Peers(PeerTraits.None, PeerTraits.OpenNetwork),
            "NamespacePeer" or "PodsPeer" => Peers(PeerTraits.None, PeerTraits.SystemPods),
            "HostNamePeer" => Peers(PeerTraits.HostName, PeerTraits.HostName),
            "ApiServerPeer" or "ApiServerAtPeer" => Peers(PeerTraits.ApiServer, PeerTraits.ApiServer),
            "SelfPeer" => Peers(PeerTraits.None, PeerTraits.None),
            "Peer" or "EgressPeer" => Peers(PeerTraits.None, AllPeers),
            "ByName" => Value.Of(new Known.Ports(PortTraits.None, PortTraits.None)),
            "Port" or "Numbered" or "Ranged" or "EveryOf" => Value.Of(new Known.Ports(PortTraits.None, AllPorts)),
            _ => Value.Unknown,
        };
    }

    /// <summary>Several ports as one: every trait that any of them has.</summary>
    internal static Value AllPortsOf(Value[] values) => Fold(
        values,
        NoPorts,
        SomePorts,
        static (one, other) => new(one.Least | other.Least, one.Most | other.Most, Joined(one.Exact, other.Exact)));

    /// <summary>Several peers as one: every trait that any of them has.</summary>
    internal static Value AllPeersOf(Value[] values) => Fold(
        values,
        NoPeers,
        SomePeers,
        static (one, other) => new(one.Least | other.Least, one.Most | other.Most, Joined(one.Exact, other.Exact)));

    /// <summary>The same ports or peers, and which constant they are; null where they are none.</summary>
    internal static Known Exact(Known one, object? constant) => one switch
    {
        Known.Ports ports => ports with { Exact = constant is Port port ? [port] : null },
        Known.Peers peers => peers with { Exact = constant is RulePeer peer ? [peer] : null },
        _ => one,
    };

    internal static Value Peers(PeerTraits least, PeerTraits most) => Value.Of(new Known.Peers(least, most));

    private static ValueArray<T>? Joined<T>(ValueArray<T>? some, ValueArray<T>? others) =>
        some is null || others is null ? null : some.Count == 0 ? others : [.. some, .. others];

    private static Value Fold<T>(Value[] values, T none, T unknown, Func<T, T, T> both)
        where T : Known
    {
        if (values is [{ Alternatives: [T] } only]) return only;
        var sum = none;
        foreach (var value in values)
        {
            if (value.Alternatives is not [T one]) return FoldAlternatives(values, none, unknown, both);
            sum = both(sum, one);
        }

        return Value.Of(sum);
    }

    private static Value FoldAlternatives<T>(Value[] values, T none, T unknown, Func<T, T, T> both)
        where T : Known
    {
        var all = Value.Of(none);
        foreach (var value in values)
        {
            foreach (var row in value.Alternatives.OfType<Known.Row>())
            {
                if (value.Alternatives.Length > 1) return Value.Of(unknown);
                all = all.Map<T, T>(Fold(row.Items, none, unknown, both), (one, other) => both(one, other ?? unknown));
            }

            if (value.IsUnknown || !value.Alternatives.OfType<Known.Row>().Any()) all = all.Map<T, T>(value, (one, other) => both(one, other ?? unknown));
        }

        return all;
    }

    private Meaning Read(ISymbol member)
    {
        Verb? verb = null;
        Value? word = null;
        EgressFacts? effects = null;
        var completes = false;
        foreach (var attribute in member.GetAttributes())
        {
            if (!IsOfLibrary(attribute)) continue;
            switch (attribute.AttributeClass!.Name)
            {
                case "VerbAttribute": verb = (Verb)Argument(attribute); break;
                case "WordAttribute": word = Value.Of(member is IPropertySymbol ? Exact(WordOf(attribute), ConstantWords.Make(member, null, [])) : WordOf(attribute)); break;
                case "PolicyEffectAttribute": effects = (EgressFacts)Argument(attribute) & Annotated; break;
                case "CompletePolicySetAttribute": completes = true; break;
            }
        }

        IReadOnlyList<IParameterSymbol> parameters = member is IMethodSymbol method ? method.Parameters : ImmutableArray<IParameterSymbol>.Empty;
        int[] complete = [.. parameters.Where(one => Find(one, "CompletePolicySetAttribute") is not null).Select(one => one.Ordinal)];
        LiteralKind?[] literals = [.. parameters.Select(one => Find(one, "LiteralAttribute") is { } mark ? (LiteralKind?)Argument(mark) : null)];
        if (Array.TrueForAll(literals, one => one is null)) literals = [];
        if (verb is null && word is null && effects is null && !completes && complete.Length == 0 && literals.Length == 0) return Meaning.Nothing;
        return new()
        {
            Verb = verb,
            Word = word,
            Effects = effects,
            CompletesReceiver = completes,
            CompleteParameters = complete,
            Literals = literals,
            Written = IsOfLibrary(member) ? parameters.Count(one => !IsGivenByCompiler(one)) : int.MaxValue,
        };
    }

    private AttributeData? Find(IParameterSymbol parameter, string attribute)
    {
        foreach (var one in parameter.GetAttributes())
        {
            if (IsOfLibrary(one) && one.AttributeClass!.Name == attribute) return one;
        }

        return null;
    }

    private static bool IsGivenByCompiler(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(one => one.AttributeClass?.Name is "CallerFilePathAttribute" or "CallerLineNumberAttribute");

    private bool IsOfLibrary(AttributeData attribute) => attribute.AttributeClass is { } type && attribute.ConstructorArguments.Length < 2 && IsOfLibrary(type);

    private static int Argument(AttributeData attribute) => attribute.ConstructorArguments is [{ Value: int value }] ? value : 0;

    private static Known WordOf(AttributeData attribute)
    {
        var traits = Argument(attribute);
        return attribute.AttributeConstructor!.Parameters[0].Type.Name == nameof(PortTraits)
            ? new Known.Ports((PortTraits)traits, (PortTraits)traits)
            : new Known.Peers((PeerTraits)traits, (PeerTraits)traits);
    }

    // A compilation has one object for each member, and asking symbols what they are costs more than all the rest of a look-up.
    private sealed class SameSymbol : IEqualityComparer<ISymbol>
    {
        public bool Equals(ISymbol? one, ISymbol? other) => ReferenceEquals(one, other);

        public int GetHashCode(ISymbol symbol) => RuntimeHelpers.GetHashCode(symbol);
    }
}
