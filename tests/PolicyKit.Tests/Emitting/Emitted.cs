using PolicyKit.Manifests;

namespace PolicyKit.Tests.Emitting;

/// <summary>Short ways from a policy to what tests look at.</summary>
internal static class Emitted
{
    /// <summary>A profile that knows everything a lowering can ask for.</summary>
    public static ClusterProfile Known { get; } = new()
    {
        Engine = Enforcer.Calico,
        ApiServer = new()
        {
            Cidrs = Blocks("10.0.0.1/32"),
            Ports = [6443],
            OnNodes = true,
            Sources = ApiServerSources.Nodes,
        },
        Networks = new()
        {
            Pods = Blocks("10.244.0.0/16", "fd00:10::/56"),
            Services = Blocks("10.96.0.0/12"),
            Nodes = Blocks("172.18.0.0/24", "fd00:18::/64"),
            Tunnels = Blocks("10.244.255.0/24"),
        },
    };

    public static ValueArray<CidrBlock> Blocks(params string[] blocks) => blocks.Select(CidrBlock.Parse).ToValueArray();

    public static Policy Web => Policy.ForPods(("app", "web")).InNamespace("shop");

    public static EmitResult Emit(this Policy policy, Engine engine, ClusterProfile? profile = null) => PolicySet.Of(policy).Emit(engine, profile);

    /// <summary>The errors on one line each, without the path of the test file.</summary>
    public static IReadOnlyList<string> Errors(this EmitResult emitted) =>
        [.. emitted.Diagnostics.Where(one => one.Severity is Severity.Error).Select(one => $"{one.Id}: {one.Message} {one.Mend}".TrimEnd())];

    /// <summary>A part of the only manifest as YAML, for example <c>spec.ingress</c>.</summary>
    public static string Part(this EmitResult emitted, string path)
    {
        ManifestNode node = emitted.Manifests.ShouldHaveSingleItem().Root;
        foreach (var key in path.Split('.')) node = ((ManifestMap)node)[key] ?? throw new KeyNotFoundException($"There is no '{path}' in:\n{emitted.ToYaml()}");
        return YamlWriter.ToText(node)["---\n".Length..];
    }
}
