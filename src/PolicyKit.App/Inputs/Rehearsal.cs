using System.Runtime.CompilerServices;
using PolicyKit.App.Commands;
using PolicyKit.Manifests;

namespace PolicyKit.App.Inputs;

/// <summary>Asks the judge a small question on a thread of its own, while the command line is parsed and the files are read.</summary>
/// <remarks>A short run is mostly the loading of code: what the real question needs is then there. The answer is thrown away, and so is whatever goes wrong.</remarks>
internal static class Rehearsal
{
    private const string Cluster = """
        {apiVersion: v1, kind: Pod, metadata: {name: a, namespace: n, labels: {app: a}}, spec: {containers: [{name: c, image: i}]}}
        ---
        {apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: n}, spec: {podSelector: {matchLabels: {app: a}}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {}}], ports: [{port: 80, protocol: TCP}]}]}}
        """;

    public static void Begin() => new Thread(TryAsk) { IsBackground = true }.Start();

    private static void TryAsk()
    {
        try
        {
            Ask();
        }
#pragma warning disable CA1031 // Even where code cannot be loaded: the real question meets the same, and says it.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    // Apart, so that code that cannot be loaded is missed inside the try.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Ask()
    {
        var subject = new Subject([.. ManifestReader.Read(Cluster).Manifests], ClusterProfile.Unknown);
        _ = Answer.To(new("n/a", "ip:203.0.113.1", "TCP", 80, null, null), subject, isExplained: true);
    }
}
