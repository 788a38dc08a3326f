using PolicyKit.Verification.Compiling;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Engines.Calico;

/// <summary>Compiles one Calico policy in one direction; where it is placed is the enforcement's business.</summary>
internal static class CalicoCompiler
{
    /// <summary>The policy in a direction, or null where it does not govern it: its rules there, if it has some, are idle.</summary>
    public static PolicyView? Compile(CalicoPolicyModel policy, Direction direction, CalicoWorld world)
    {
        if (!policy.Types.Contains(direction)) return null;
        var ns = NamespaceOf(policy);
        var source = policy.SourceOf(Place.Root(policy.Manifest));
        var subject = world.Pods(Subject(policy.Subject, ns));
        var compiler = new CalicoRuleCompiler(world, ns, direction);
        var rules = policy.Rules(direction).SelectMany(rule => compiler.Compile(rule, policy.SourceOf(rule.Place)));
        return new(policy.Name, new(subject, rules.ToValueArray(), source), [new(subject, EndEffect.Deny, source)]);
    }

    private static CalicoSelector Subject(CalicoSubject subject, string? ns) => CalicoSelector.AllOf(
        subject.Selector,
        ns is null ? null : CalicoLabels.InNamespace(ns),
        subject.Namespaces is { } namespaces ? CalicoLabels.OfNamespaces(namespaces) : null,
        subject.ServiceAccounts is { } accounts ? CalicoLabels.OfServiceAccounts(accounts) : null);

    private static string? NamespaceOf(CalicoPolicyModel policy) => CalicoKinds.IsNamespaced(policy.Manifest.Kind) ? policy.Namespace ?? "default" : null;
}
