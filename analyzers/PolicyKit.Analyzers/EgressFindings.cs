using Microsoft.CodeAnalysis;
using PolicyKit.Analyzers.Reading;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers;

/// <summary>Collects what is found in one type. Where several sets share a verb, the surest finding stands for all.</summary>
internal sealed class EgressFindings
{
    private readonly Dictionary<(Need Need, SyntaxNode Site), Certainty> _findings = [];

    internal void Add(Ending ending)
    {
        foreach (var need in new[] { Need.ApiServer, Need.Dns })
        {
            foreach (var verdict in EgressVerdicts.Of(ending.Set, need))
            {
                var key = (need, verdict.Site);
                if (!_findings.TryGetValue(key, out var before) || before < verdict.Certainty) _findings[key] = verdict.Certainty;
            }
        }
    }

    /// <summary>The findings by file, place and rule.</summary>
    internal IEnumerable<(Need Need, EgressVerdict Verdict)> InOrder() => _findings
        .OrderBy(one => one.Key.Site.SyntaxTree.FilePath, StringComparer.Ordinal)
        .ThenBy(one => one.Key.Site.SpanStart)
        .ThenBy(one => one.Key.Need)
        .Select(one => (one.Key.Need, new EgressVerdict(one.Key.Site, one.Value)));
}
