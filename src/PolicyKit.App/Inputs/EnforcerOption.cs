using System.CommandLine;

namespace PolicyKit.App.Inputs;

/// <summary>The option <c>--engine</c> for YAML that is there already: what enforces it, in the words of a profile, before which it goes.</summary>
internal static class EnforcerOption
{
    public static readonly string[] Words = ["kubernetes", "cilium", "calico", "kube-network-policies", "aws-vpc-cni"];

    public static Option<string?> Create() => new Option<string?>("--engine")
    {
        Description = "What enforces the policies in the cluster. Without it, what the profile says, else the engine whose own kinds stand among the policies.",
    }.AcceptOnlyFromAmong(Words);

    /// <summary>The facts with the engine that was named.</summary>
    public static ClusterProfile Fill(ClusterProfile facts, string? word) => word switch
    {
        null => facts,
        "cilium" => facts with { Engine = Enforcer.Cilium },
        "calico" => facts with { Engine = Enforcer.Calico },
        "kube-network-policies" => facts with { Engine = Enforcer.KubeNetworkPolicies },
        "aws-vpc-cni" => facts with { Engine = Enforcer.AwsVpcCni },
        _ => facts with { Engine = Enforcer.Unknown },
    };
}
