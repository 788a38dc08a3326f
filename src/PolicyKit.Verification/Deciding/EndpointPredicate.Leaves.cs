using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Deciding;

public abstract partial record EndpointPredicate
{
    /// <summary>Is one of some kinds, as seen from the subject.</summary>
    /// <param name="Kinds">The kinds.</param>
    public sealed record Is(Kinds Kinds) : EndpointPredicate
    {
        internal override Truth Test(Sight sight, Side side) => (sight.KindsAt(side) & Kinds) != 0 ? Truth.True : Truth.False;
    }

    /// <summary>Lives in one of some namespaces.</summary>
    /// <param name="Names">The names of the namespaces.</param>
    public sealed record InNamespace(ValueArray<string> Names) : EndpointPredicate
    {
        /// <summary>Lives in one namespace.</summary>
        /// <param name="name">Its name.</param>
        public InNamespace(string name)
            : this([name])
        {
        }

        internal override Truth Test(Sight sight, Side side)
        {
            var actual = sight.At(side).Namespace;
            if (actual is null) return Truth.False;
            foreach (var name in Names.AsSpan())
            {
                if (string.Equals(name, actual, StringComparison.Ordinal)) return Truth.True;
            }

            return Truth.False;
        }
    }

    /// <summary>Has a label whose value satisfies a test; false without the label.</summary>
    /// <param name="Scope">The object the label is written on.</param>
    /// <param name="Key">The key.</param>
    /// <param name="Value">The test.</param>
    public sealed record Label(LabelScope Scope, string Key, LabelTest Value) : EndpointPredicate
    {
        internal override Truth Test(Sight sight, Side side) =>
            sight.At(side).Label(Scope, Key) is { } value && Value.Holds(value) ? Truth.True : Truth.False;
    }

    /// <summary>Uses an address of a set in this flow; nothing is said about what the endpoint is.</summary>
    /// <param name="Set">The addresses.</param>
    public sealed record AddressIn(IpSet Set) : EndpointPredicate
    {
        internal override Truth Test(Sight sight, Side side) => Set.Contains(sight.AddressAt(side)) ? Truth.True : Truth.False;
    }

    /// <summary>Is an endpoint of a Service.</summary>
    /// <param name="Service">The Service, as <c>namespace/name</c>.</param>
    /// <param name="Backends">The endpoints of the Service.</param>
    /// <param name="PinPorts">Whether the destination port must be the endpoint's too.</param>
    public sealed record BackendOf(string Service, ValueArray<ServiceBackend> Backends, bool PinPorts) : EndpointPredicate
    {
        internal override Truth Test(Sight sight, Side side)
        {
            var address = sight.AddressAt(side);
            foreach (ref readonly var backend in Backends.AsSpan())
            {
                if (backend.Address == address && (!PinPorts || backend.Serves(sight.Traffic))) return Truth.True;
            }

            return Truth.False;
        }
    }

    /// <summary>Runs as one of some service accounts.</summary>
    /// <param name="Names">The names of the service accounts.</param>
    public sealed record RunsAs(ValueArray<string> Names) : EndpointPredicate
    {
        internal override Truth Test(Sight sight, Side side)
        {
            var actual = sight.At(side).ServiceAccount;
            foreach (var name in Names.AsSpan())
            {
                if (string.Equals(name, actual, StringComparison.Ordinal)) return Truth.True;
            }

            return Truth.False;
        }
    }

    /// <summary>Was learned as an address of a DNS name that a pattern matches.</summary>
    /// <param name="Pattern">The pattern.</param>
    public sealed record LearnedFor(NamePattern Pattern) : EndpointPredicate
    {
        internal override Truth Test(Sight sight, Side side)
        {
            foreach (var name in sight.At(side).DnsNames.AsSpan())
            {
                if (Pattern.Matches(name)) return Truth.True;
            }

            return Truth.False;
        }
    }
}
