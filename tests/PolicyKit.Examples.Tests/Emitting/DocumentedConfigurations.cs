using GitGuardian;
using Jaas;
using StageSet;
using static PolicyKit.Dsl;

namespace PolicyKit.Examples.Tests.Emitting;

/// <summary>The configurations that the systems' documentation shows, by name.</summary>
internal static class DocumentedConfigurations
{
    public static IReadOnlyList<(string Name, PolicySet Set)> All { get; } =
    [
        ("stageset-enabled-only", StageSetPolicies.For(new())),
        ("stageset-webhook-and-gate-off", StageSetPolicies.For(new() { WebhookFrom = null, GateFrom = null })),
        ("stageset-complete-egress", StageSetBundle.All.In(StageSetModes.Webhook | StageSetModes.Gate | StageSetModes.Egress | StageSetModes.ObjectStore | StageSetModes.Tracing)),
        ("stageset-default-deny", StageSetPolicies.For(new() { DefaultDeny = true, DefaultDenyOrder = 2000 })),
        ("stageset-everything", StageSetBundle.All.In(StageSetBundle.All.Combinations[^1])),
        ("jaas-renderer", JaasPolicies.For(new() { Operator = null })),
        ("jaas-operator", JaasPolicies.For(new() { Operator = new() { WebhookFrom = [ApiServer] } })),
        ("jaas-everything", JaasBundle.All.In(JaasBundle.All.Combinations[^1])),
        ("gitguardian-dryrun", GitGuardianPolicies.For(Documented(RolloutMode.DryRun))),
        ("gitguardian-enforce", GitGuardianPolicies.For(Documented(RolloutMode.Enforce))),
    ];

    private static GitGuardianOptions Documented(RolloutMode mode) => new() { Mode = mode, AllowedNamespaces = ["ingress-nginx", "monitoring"] };
}
