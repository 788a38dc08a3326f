using Microsoft.CodeAnalysis;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers;

/// <summary>Makes descriptors of rules in the catalogue: the one place where ids, titles and severities become Roslyn's.</summary>
internal static class Descriptors
{
    internal static DiagnosticDescriptor Of(Rule rule, string messageFormat) =>
        new(rule.Id, rule.Title, messageFormat, rule.Category, Weight(rule.Severity), isEnabledByDefault: true, helpLinkUri: rule.HelpUri);

    private static DiagnosticSeverity Weight(Severity severity) => severity switch
    {
        Severity.Info => DiagnosticSeverity.Info,
        Severity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Error,
    };
}
