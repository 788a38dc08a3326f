// The team's namespaces come from a service; the policies wait for them.
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

internal static class TeamPolicies
{
    public static async Task<EmitResult> EmitAsync(HttpClient client, CancellationToken cancellation)
    {
        var set = await LoadAsync(client, cancellation).ConfigureAwait(false);
        return set.Emit(Engine.Kubernetes);
    }

    private static async Task<PolicySet> LoadAsync(HttpClient client, CancellationToken cancellation)
    {
        var text = await client.GetStringAsync(new Uri("https://teams.example.com/namespaces"), cancellation).ConfigureAwait(false);
        var namespaces = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await foreach (var policy in PoliciesAsync(namespaces).ConfigureAwait(false).WithCancellation(cancellation)) return [policy];
        return [.. namespaces.Select(one => Base().InNamespace(one))];
    }

    private static async IAsyncEnumerable<Policy> PoliciesAsync(string[] namespaces)
    {
        foreach (var one in namespaces)
        {
            await Task.Yield();
            yield return Base().InNamespace(one);
        }
    }

    private static Policy Base() => Policy.ForAllPods().Named("base").DenyIngressByDefault().AllowClusterDns().NeedsNoApiServer("said for each workload");
}
