using PolicyKit.Verification.Deciding;

namespace PolicyKit.Examples.Tests.Sweeps;

/// <summary>A connection to try, after Service translation.</summary>
internal sealed record Probe(string From, string To, Traffic Traffic)
{
    /// <summary>Whether the source is a pod of the pod network; nodes and addresses outside are not.</summary>
    public bool IsFromPod => From.Contains('/');

    public int PortNumber => ((Traffic.Transport)Traffic).DestinationPort;

    public static IEnumerable<Probe> Into(IEnumerable<string> sources, string destination, params ushort[] ports) =>
        from source in sources from port in ports select new Probe(source, destination, Traffic.Tcp(port));

    public override string ToString() => $"{From} → {To} {Traffic}";
}
