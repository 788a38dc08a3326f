using Microsoft.CodeAnalysis;
using PolicyKit.Analyzers.Reading;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Finished;

/// <summary>PK0002: two policies of one set have one name in one namespace; the second object replaces the first.</summary>
internal sealed class PK0002SharedName : SetRule
{
    internal override DiagnosticDescriptor Descriptor { get; } = Descriptors.Of(RuleCatalogue.PK0002, "{0}");

    internal override void Visit(FinishedSet set, SetFindings findings)
    {
        foreach (var form in set.Forms)
        {
            var seen = new HashSet<(string Name, object? Namespace)>();
            foreach (var entry in form)
            {
                if (IdOf(entry) is not { } id || seen.Add(id)) continue;
                var details = entry.Alternatives.OfType<Known.Policy>().First().Details;
                var where = id.Namespace is string name ? $" in namespace '{name}'" : "";
                findings.Bad(
                    Descriptor, Places.NameOf(details.NamePlace ?? details.Root), set.Forms.Length == 1 ? Severity.Error : Severity.Info,
                    $"Another policy of the set{(set.Forms.Length == 1 ? "" : ", on some paths,")} has the name '{id.Name}'{where} too: the second object would replace the first. Give one of them another name with Named(…).");
            }
        }
    }

    // The one name and namespace that an entry has on every path.
    private static (string Name, object? Namespace)? IdOf(Value entry)
    {
        (string, object?)? id = null;
        foreach (var one in entry.Alternatives)
        {
            if (one is not Known.Policy policy || NameOf(policy) is not { } name) return null;
            if (id is { } before && !before.Equals((name, policy.Namespace))) return null;
            id = (name, policy.Namespace);
        }

        return id;
    }

    private static string? NameOf(Known.Policy policy) =>
        policy.Details.Name as string ?? (policy.Details.Name is null && policy.Subject is { } subject ? PolicyNames.Of(null, subject.Written) : null);
}
