namespace PolicyKit;

public static partial class Dsl
{
    /// <summary>Something that a workload has to reach, for <c>Needs(…)</c>. It opens nothing: a rule has to.</summary>
    /// <param name="name">What it is, in the words of messages: <c>object store</c>.</param>
    /// <param name="port">The port that has to be open.</param>
    /// <param name="peer">Where it is.</param>
    /// <param name="more">Further places, all of which have to be reached.</param>
    /// <returns>The need.</returns>
    /// <exception cref="FormatException">The name is empty.</exception>
    /// <example><code>Policy.For(jaas).Needs(ApiServer, ClusterDns, Need("object store", Port.Https, Cidr("203.0.113.0/24")))</code></example>
    public static NamedNeed Need(string name, Port port, EgressPeer peer, params EgressPeer[] more) => new(name, port, [peer, .. more]);
}
