namespace PolicyKit.Ir;

/// <summary>The meanings of ports that rules of a set have in common: found once, and shared.</summary>
/// <remarks>INVARIANT (bounded): only the first few thousand different ones are kept, so that memory does not grow with the set.</remarks>
internal sealed class Traffics(ClusterProfile facts)
{
    private const int Most = 4096;
    private const int UsualDnsPort = 53;

    private readonly Dictionary<ValueArray<Port>, TrafficIr> _known = [];
    private TrafficIr? _toApiServer;

    /// <summary>What the API server itself listens on.</summary>
    public TrafficIr ToApiServer => _toApiServer ??= Ports.Tcp(facts.ApiServer.EndpointPorts);

    /// <summary>The meaning of ports toward the resolver's pods, which listen on a port of their own (OpenShift: 5353).</summary>
    public TrafficIr ToResolver(ValueArray<Port> written) => facts.Dns.Port == UsualDnsPort ? Of(written) : Ports.Plain(written, facts.Dns.Port);

    public TrafficIr Of(ValueArray<Port> written)
    {
        if (_known.TryGetValue(written, out var traffic)) return traffic;
        traffic = Ports.Plain(written);
        if (_known.Count < Most) _known.Add(written, traffic);
        return traffic;
    }
}
