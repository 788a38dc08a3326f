using PolicyKit.Rules;

namespace PolicyKit;

/// <content>The forms a port has. Constructors are internal: the words check what they make.</content>
public abstract partial record Port
{
    internal const string AnyWord = "any";
    internal const string DnsWord = "dns";
    internal const string ApiServerWord = "apiserver";

    /// <summary>One port by its number.</summary>
    public sealed record Numbered : Port
    {
        internal Numbered(Protocol protocol, int number, string? keptName = null)
        {
            Refusal.ThrowIf(NameSyntax.PortNumber(number));
            Protocol = protocol;
            Number = number;
            KeptName = keptName;
        }

        /// <summary>The protocol.</summary>
        public Protocol Protocol { get; }

        /// <summary>The number, 1 to 65535.</summary>
        public int Number { get; }

        /// <summary>The name the port was written with, as in <c>Port.Metrics.At(8083)</c>; it says what the port is for and changes no rule.</summary>
        public string? KeptName { get; }

        private protected override string Text => FormattableString.Invariant($"{Number}/{Protocol.Text()}");
    }

    /// <summary>Two or more ports that follow each other, both ends included.</summary>
    public sealed record Ranged : Port
    {
        internal Ranged(Protocol protocol, int first, int last)
        {
            Refusal.ThrowIf(NameSyntax.PortRange(first, last));
            Protocol = protocol;
            First = first;
            Last = last;
        }

        /// <summary>The protocol.</summary>
        public Protocol Protocol { get; }

        /// <summary>The first port.</summary>
        public int First { get; }

        /// <summary>The last port, greater than the first.</summary>
        public int Last { get; }

        private protected override string Text => FormattableString.Invariant($"{First}-{Last}/{Protocol.Text()}");
    }

    /// <summary>The port that each selected pod declares under a name.</summary>
    public sealed record ByName : Port
    {
        internal ByName(Protocol protocol, string name)
        {
            Refusal.ThrowIf(NameSyntax.PortName(name));
            Protocol = protocol;
            Name = name;
        }

        /// <summary>The protocol.</summary>
        public Protocol Protocol { get; }

        /// <summary>The name.</summary>
        public string Name { get; }

        /// <summary>The number behind the name, for peers and engines that look no names up.</summary>
        /// <param name="number">The number, 1 to 65535.</param>
        /// <returns>The numbered port, which keeps the name.</returns>
        /// <exception cref="FormatException">The number is no port.</exception>
        [Verb(Verb.NumberBehindName)]
        public Numbered At(int number) => new(Protocol, number, Name);

        // A port may be called "any", which is also the word for every port.
        private protected override string Text => Name == AnyWord ? $"'{Name}'/{Protocol.Text()}" : $"{Name}/{Protocol.Text()}";
    }

    /// <summary>Every port of every protocol, and ICMP.</summary>
    public sealed record Every : Port
    {
        internal Every()
        {
        }

        private protected override string Text => AnyWord;
    }

    /// <summary>Every port of one protocol.</summary>
    public sealed record EveryOf : Port
    {
        internal EveryOf(Protocol protocol) => Protocol = protocol;

        /// <summary>The protocol.</summary>
        public Protocol Protocol { get; }

        private protected override string Text => $"{AnyWord}/{Protocol.Text()}";
    }

    /// <summary>DNS over UDP and TCP: the resolver's port toward the cluster's DNS, 53 toward any other peer.</summary>
    public sealed record DnsService : Port
    {
        internal DnsService()
        {
        }

        private protected override string Text => DnsWord;
    }

    /// <summary>The port on which the API server's endpoints listen: a fact of the cluster, not always 443.</summary>
    public sealed record ApiServerEndpoint : Port
    {
        internal ApiServerEndpoint()
        {
        }

        private protected override string Text => ApiServerWord;
    }
}
