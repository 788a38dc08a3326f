namespace PolicyKit.Ir;

/// <summary>The meanings of ports that rules of a set have in common: found once, and shared.</summary>
/// <remarks>INVARIANT (bounded): only the first few thousand different ones are kept, so that memory does not grow with the set.</remarks>
internal sealed class Traffics
{
    private const int Most = 4096;

    private readonly Dictionary<ValueArray<Port>, TrafficIr> _known = [];

    public TrafficIr Of(ValueArray<Port> written)
    {
        if (_known.TryGetValue(written, out var traffic)) return traffic;
        traffic = Ports.Plain(written);
        if (_known.Count < Most) _known.Add(written, traffic);
        return traffic;
    }
}
