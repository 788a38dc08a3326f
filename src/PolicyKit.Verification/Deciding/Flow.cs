using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Deciding;

/// <summary>A connection as it would be tried: from one endpoint to another, between two addresses of one family.</summary>
/// <remarks>INVARIANT (one family): both addresses are of one family. Networks are compared with these addresses, not with any other address of the endpoint.</remarks>
public sealed record Flow
{
    /// <summary>A flow between the first addresses that both endpoints have in one family.</summary>
    /// <param name="from">Where it comes from.</param>
    /// <param name="to">Where it goes, after Service translation.</param>
    /// <param name="traffic">What flows.</param>
    /// <exception cref="ArgumentException">The endpoints have no address family in common.</exception>
    public Flow(Endpoint from, Endpoint to, Traffic traffic)
        : this(from, to, traffic, CommonFamily(from, to))
    {
    }

    /// <summary>A flow between the first addresses of one family.</summary>
    /// <param name="from">Where it comes from.</param>
    /// <param name="to">Where it goes, after Service translation.</param>
    /// <param name="traffic">What flows.</param>
    /// <param name="family">The family.</param>
    /// <exception cref="ArgumentException">An endpoint has no address of the family.</exception>
    public Flow(Endpoint from, Endpoint to, Traffic traffic, IpFamily family)
    {
        From = from;
        To = to;
        Traffic = traffic;
        FromAddress = AddressOf(from, family);
        ToAddress = AddressOf(to, family);
    }

    /// <summary>Where it comes from.</summary>
    public Endpoint From { get; }

    /// <summary>The address it comes from.</summary>
    public IpAddress FromAddress { get; }

    /// <summary>Where it goes, after Service translation.</summary>
    public Endpoint To { get; }

    /// <summary>The address it goes to, after Service translation.</summary>
    public IpAddress ToAddress { get; }

    /// <summary>What flows.</summary>
    public Traffic Traffic { get; }

    /// <summary>The Service that was dialled, if one was.</summary>
    public ServiceHop? Via { get; init; }

    /// <summary>The flow in words.</summary>
    /// <returns>For example <c>shop/web to ip:1.1.1.1 TCP/443</c>.</returns>
    public override string ToString() => Via is null ? $"{From} to {To} {Traffic}" : $"{From} to {To} {Traffic} through {Via}";

    private static IpFamily CommonFamily(Endpoint from, Endpoint to)
    {
        foreach (var address in from.Addresses)
        {
            if (to.Address(address.Family) is not null) return address.Family;
        }

        throw new ArgumentException($"'{from}' and '{to}' have no address family in common.", nameof(to));
    }

    private static IpAddress AddressOf(Endpoint endpoint, IpFamily family) =>
        endpoint.Address(family) ?? throw new ArgumentException($"'{endpoint}' has no IP{(family == IpFamily.V4 ? "v4" : "v6")} address.", nameof(endpoint));
}
