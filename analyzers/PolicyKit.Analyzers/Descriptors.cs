using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicyKit.Lint;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers;

/// <summary>Makes descriptors of rules in the catalogue: the one place where ids, titles and severities become Roslyn's.</summary>
internal static class Descriptors
{
    internal static DiagnosticDescriptor Of(Rule rule, string messageFormat) =>
        new(rule.Id, rule.Title, messageFormat, rule.Category, Weight(rule.Severity), isEnabledByDefault: true, helpLinkUri: rule.HelpUri);

    /// <summary>What the lint found, at a place in source: its predicate and mend stand in the one hole of the message.</summary>
    internal static Microsoft.CodeAnalysis.Diagnostic Finding(DiagnosticDescriptor descriptor, SyntaxNode at, LintFinding found) => Microsoft.CodeAnalysis.Diagnostic.Create(
        descriptor, at.GetLocation(), Weight(found.Severity), null, Properties(found), found.Mend.Length == 0 ? found.Predicate : $"{found.Predicate} {found.Mend}");

    // The fix that replaces reads the text from here.
    private static ImmutableDictionary<string, string?>? Properties(LintFinding found) =>
        found.Instead is null ? null : ImmutableDictionary<string, string?>.Empty.Add("instead", found.Instead);

    internal static DiagnosticSeverity Weight(Severity severity) => severity switch
    {
        Severity.Info => DiagnosticSeverity.Info,
        Severity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Error,
    };
}
