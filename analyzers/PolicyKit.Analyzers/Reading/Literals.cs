using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Reading;

/// <summary>Ports and peers that are made of texts and numbers. What the library would refuse makes nothing: the run stops there.</summary>
internal static class Literals
{
    /// <summary>The ports from the first number to the last; one number is both.</summary>
    internal static Value Ports(Protocol protocol, Value[] numbers)
    {
        var (first, last) = (numbers[0], numbers[numbers.Length - 1]);
        return first.IsUnknown || last.IsUnknown ? Value.Of(new Known.Ports(PortTraits.None, EgressReach.OfPorts(protocol, 1, 65535) | EgressReach.OfPorts(protocol, 53, 53)))
            : numbers.Length == 1 ? first.Map<Known.Constant>(one => OfNumbers(protocol, one, one))
            : first.Map<Known.Constant, Known.Constant>(last, (one, other) => OfNumbers(protocol, one, other!));
    }

    /// <summary>A network by its text.</summary>
    internal static Value Network(Value text) => text.IsUnknown
        ? text
        : text.Map<Known.Constant>(one => CidrBlock.TryParse(one.Content as string, out var block, out _)
            ? new Known.Peers(EgressReach.OfNetwork(block!), EgressReach.OfNetwork(block!))
            : null);

    /// <summary>The pods of namespaces by their names.</summary>
    internal static Value Namespaces(Value[] names) =>
        Vocabulary.AllPeersOf(Array.ConvertAll(names, static name => name.IsUnknown
            ? Vocabulary.Peers(PeerTraits.None, PeerTraits.SystemPods)
            : name.Map<Known.Constant>(static one => one.Content is string text ? new Known.Peers(EgressReach.OfNamespace(text), EgressReach.OfNamespace(text)) : null)));

    private static Known.Ports? OfNumbers(Protocol protocol, Known.Constant first, Known.Constant last)
    {
        if (first.Content is not int from || last.Content is not int to || NameSyntax.PortRange(from, to) is not null) return null;
        var traits = EgressReach.OfPorts(protocol, from, to);
        return new(traits, traits);
    }
}
