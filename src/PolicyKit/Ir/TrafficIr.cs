namespace PolicyKit.Ir;

/// <summary>The traffic that a rule allows. The hierarchy is closed.</summary>
public abstract record TrafficIr
{
    private TrafficIr()
    {
    }

    /// <summary>Every protocol and port, ICMP included.</summary>
    public sealed record Everything : TrafficIr;

    /// <summary>Some ports.</summary>
    /// <param name="Ports">The ports, merged and sorted; never empty.</param>
    public sealed record Some(ValueArray<PortIr> Ports) : TrafficIr;

    /// <summary>Every protocol and port, ICMP included.</summary>
    public static TrafficIr All { get; } = new Everything();

    /// <summary>The traffic as ports that could have been written so: what a gap covers.</summary>
    internal ValueArray<Port> AsWritten() => this switch
    {
        Everything => [Port.Any],
        Some some => some.Ports.Select(port => port.AsWritten()).ToValueArray(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The traffic in words, for messages and annotations.</summary>
    /// <returns>For example <c>443/TCP, metrics/TCP</c>.</returns>
    public sealed override string ToString() => this switch
    {
        Everything => "every port",
        Some some => string.Join(", ", some.Ports),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>One port, range, name or whole protocol. The hierarchy is closed.</summary>
public abstract record PortIr
{
    private PortIr(Protocol protocol) => Protocol = protocol;

    /// <summary>The protocol.</summary>
    public Protocol Protocol { get; init; }

    internal Port AsWritten() => this switch
    {
        Whole => new Port.EveryOf(Protocol),
        Range { First: var first, Last: var last } when first == last => new Port.Numbered(Protocol, first),
        Range range => new Port.Ranged(Protocol, range.First, range.Last),
        Named named => new Port.ByName(Protocol, named.Name),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Every port of the protocol.</summary>
    /// <param name="Protocol">The protocol.</param>
    public sealed record Whole(Protocol Protocol) : PortIr(Protocol)
    {
        /// <inheritdoc/>
        public override string ToString() => $"every port/{Protocol.Text()}";
    }

    /// <summary>Ports by number; first and last are the same for a single port.</summary>
    /// <param name="Protocol">The protocol.</param>
    /// <param name="First">The first port.</param>
    /// <param name="Last">The last port.</param>
    public sealed record Range(Protocol Protocol, int First, int Last) : PortIr(Protocol)
    {
        /// <inheritdoc/>
        public override string ToString() =>
            First == Last ? FormattableString.Invariant($"{First}/{Protocol.Text()}") : FormattableString.Invariant($"{First}-{Last}/{Protocol.Text()}");
    }

    /// <summary>A port by its name at the pod that receives.</summary>
    /// <param name="Protocol">The protocol.</param>
    /// <param name="Name">The name.</param>
    public sealed record Named(Protocol Protocol, string Name) : PortIr(Protocol)
    {
        /// <inheritdoc/>
        public override string ToString() => $"{Name}/{Protocol.Text()}";
    }
}
