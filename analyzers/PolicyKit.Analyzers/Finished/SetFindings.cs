using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PolicyKit.Analyzers.Finished;

/// <summary>Collects what is found in one type. Where several sets share a place, the weightiest finding stands for all; what is right in one of them is reported in none.</summary>
internal sealed class SetFindings(INamedTypeSymbol type)
{
    private readonly Dictionary<(string Id, SyntaxNode At), Microsoft.CodeAnalysis.Diagnostic?> _findings = [];

    /// <summary>Reports something.</summary>
    /// <param name="descriptor">Which rule.</param>
    /// <param name="at">What is underlined.</param>
    /// <param name="severity">How much it weighs.</param>
    /// <param name="sentence">The whole sentence.</param>
    /// <param name="mend">The property that the fix reads, and its value.</param>
    /// <param name="whole">The expression that the fix changes, when it is not what is underlined.</param>
    /// <param name="spot">What is judged once for all sets, when it is not what is underlined.</param>
    internal void Bad(
        DiagnosticDescriptor descriptor, SyntaxNode at, Severity severity, string sentence, (string Key, string Text)? mend = null, SyntaxNode? whole = null, SyntaxNode? spot = null)
    {
        if (!IsHere(at) || (whole is not null && !IsHere(whole))) return;
        var key = (descriptor.Id, spot ?? at);
        if (_findings.TryGetValue(key, out var before) && (before is null || before.Severity >= Descriptors.Weight(severity))) return;
        var properties = mend is { } one ? ImmutableDictionary<string, string?>.Empty.Add(one.Key, one.Text) : null;
        _findings[key] = Microsoft.CodeAnalysis.Diagnostic.Create(
            descriptor, at.GetLocation(), Descriptors.Weight(severity), whole is null ? null : new[] { whole.GetLocation() }, properties, sentence);
    }

    /// <summary>Says that the place is right in some set, or that nobody knows.</summary>
    internal void Fine(DiagnosticDescriptor descriptor, SyntaxNode spot) => _findings[(descriptor.Id, spot)] = null;

    /// <summary>The findings by file, place and rule.</summary>
    internal IEnumerable<Microsoft.CodeAnalysis.Diagnostic> InOrder() => _findings.Values.OfType<Microsoft.CodeAnalysis.Diagnostic>()
        .OrderBy(one => one.Location.SourceTree!.FilePath, StringComparer.Ordinal)
        .ThenBy(one => one.Location.SourceSpan.Start)
        .ThenBy(one => one.Id, StringComparer.Ordinal);

    // What another type wrote is reported where that type is analysed, if at all: a finding is always inside the type at hand.
    private bool IsHere(SyntaxNode node)
    {
        foreach (var declaration in type.DeclaringSyntaxReferences)
        {
            if (declaration.SyntaxTree == node.SyntaxTree && declaration.Span.Contains(node.Span)) return true;
        }

        return false;
    }
}
