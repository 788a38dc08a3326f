namespace PolicyKit.Analyzers.Tests.Finished;

/// <summary>What the editor says of an engine is what emitting says: every peer, port and direction on every engine, analysed and run.</summary>
public class EngineAgreementTests
{
    private static readonly string[] Judged = ["PK3001", "PK3002", "PK3003", "PK3005"];

    private static readonly (string Source, EgressPeer Peer)[] Peers =
    [
        ("Anywhere", Dsl.Anywhere), ("Self", Dsl.Self), ("Namespace(\"a\")", Dsl.Namespace("a")), ("AnyNamespace", Dsl.AnyNamespace), ("Internet", Dsl.Internet),
        ("OutsideCluster", Dsl.OutsideCluster), ("Nodes", Dsl.Nodes), ("ApiServer", Dsl.ApiServer), ("Cidr(\"10.0.0.0/8\")", Dsl.Cidr("10.0.0.0/8")),
        ("Cidr(\"203.0.113.0/24\")", Dsl.Cidr("203.0.113.0/24")), ("ApiServerAt(\"203.0.113.7/32\")", Dsl.ApiServerAt("203.0.113.7/32")),
        ("Fqdn(\"a.example.com\")", Dsl.Fqdn("a.example.com")), ("ClusterDns", Dsl.ClusterDns),
    ];

    private static readonly (string Source, Port Port)[] Ports =
    [
        ("Port.Https", Port.Https), ("Port.ApiServer", Port.ApiServer), ("Port.Metrics", Port.Metrics), ("Port.Metrics.At(8083)", Port.Metrics.At(8083)), ("Port.Dns", Port.Dns), ("Port.Any", Port.Any),
    ];

    [Test]
    public void Every_peer_and_port_on_every_engine()
    {
        var cases = (from peer in Peers from port in Ports from isIngress in new[] { false, true } where !isIngress || peer.Peer is Peer select (peer, port, isIngress)).ToArray();
        foreach (var engine in Engine.All)
        {
            var compilation = Snippet.Compile([.. cases.Select((one, at) => $"static class C{at} {{ public static EmitResult Emit() => PolicySet.Of({Source(one.peer.Source, one.port.Source, one.isIngress)}).Emit(Engine.{Name(engine)}); }}")]);
            var found = Snippet.Analyze(compilation).Where(one => Judged.Contains(one.Id)).ToLookup(one => one.Location.SourceTree!.FilePath, one => $"{one.Severity} {one.Id}");
            for (var at = 0; at < cases.Length; at++)
            {
                var (peer, port, isIngress) = cases[at];
                var rule = Policy.ForPods(("app", "web")).InNamespace("x");
                var policy = isIngress ? rule.AllowIngress(port.Port).From((Peer)peer.Peer) : rule.AllowEgress(port.Port).To(peer.Peer);
                var said = PolicySet.Of(policy).Emit(engine).Diagnostics.Where(one => Judged.Contains(one.Id)).Select(one => $"{one.Severity} {one.Id}").Distinct();
                found[$"/app/Program{at + 1}.cs"].Distinct().ShouldBe(said, ignoreOrder: true, $"{engine}: {Source(peer.Source, port.Source, isIngress)}");
            }
        }
    }

    private static string Name(Engine engine) => char.ToUpperInvariant(engine.Name[0]) + engine.Name[1..];

    private static string Source(string peer, string port, bool isIngress) =>
        $"Policy.ForPods((\"app\", \"web\")).InNamespace(\"x\").{(isIngress ? $"AllowIngress({port}).From({peer})" : $"AllowEgress({port}).To({peer})")}";
}
