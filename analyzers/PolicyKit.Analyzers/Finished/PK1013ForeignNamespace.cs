using Microsoft.CodeAnalysis;
using PolicyKit.Analyzers.Reading;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Finished;

/// <summary>PK1013: an allow rule in a namespace that is not the complete set's own isolates pods there.</summary>
internal sealed class PK1013ForeignNamespace : SetRule
{
    internal override DiagnosticDescriptor Descriptor { get; } = Descriptors.Of(RuleCatalogue.PK1013, "{0}");

    internal override void Visit(FinishedSet set, SetFindings findings)
    {
        if (!set.IsComplete || set.Forms.Any(form => Policies(form).Any(HasNoSureNamespace))) return;
        foreach (var whole in set.Forms)
        {
            var form = Policies(whole);
            string?[] namespaces = [.. form.Select(entry => ((Known.Policy)entry.Alternatives[0]).Namespace as string)];
            var home = HomeNamespace.Of(namespaces);
            var hasOwn = namespaces.Any(name => name is not null && !WellKnown.IsSharedNamespace(name));
            foreach (var policy in form.SelectMany(entry => entry.Alternatives).Cast<Known.Policy>())
            {
                var isForeign = policy is { Namespace: string name, Subject.Written.IsEverything: false } && HomeNamespace.IsForeign(name, home, hasOwn) && !FinishedSet.Owns(whole, name);
                Visit(policy, Direction.Ingress, isForeign, form, findings);
                Visit(policy, Direction.Egress, isForeign, form, findings);
            }
        }
    }

    private void Visit(Known.Policy policy, Direction direction, bool isForeign, Value[] form, SetFindings findings)
    {
        if (policy.Details[direction].Rules is not [var rule, ..]) return;
        var at = Places.RuleAt(rule.Site);
        if (isForeign && rule.IsAlways && !form.SelectMany(entry => entry.Alternatives).Cast<Known.Policy>().Any(other => IsOwner(other, policy, direction)))
        {
            findings.Bad(
                Descriptor, at, Severity.Warning,
                $"This policy allows {direction.Word()} in a namespace that is not the set's own, and so isolates pods there: what no policy of '{policy.Namespace}' allows is cut off. See that a policy of '{policy.Namespace}' allows the rest, or leave the rule to whoever owns it; if the namespace is yours, say Namespace(\"{policy.Namespace}\").Owned().");
        }
        else
        {
            findings.Fine(Descriptor, at);
        }
    }

    private static Value[] Policies(Value[] form) => [.. form.Where(entry => entry.Alternatives is not [Known.Owned])];

    private static bool IsOwner(Known.Policy other, Known.Policy policy, Direction direction) =>
        Equals(other.Namespace, policy.Namespace) && other.Subject is null or { Written.IsEverything: true } && other.Details[direction].IsEver;

    private static bool HasNoSureNamespace(Value entry) => entry.Alternatives.Length == 0
        || entry.Alternatives.Any(one => one is not Known.Policy policy || policy.Namespace is SyntaxNode || !Equals(policy.Namespace, (entry.Alternatives[0] as Known.Policy)?.Namespace));
}
