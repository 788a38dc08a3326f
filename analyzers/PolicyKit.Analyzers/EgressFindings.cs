using Microsoft.CodeAnalysis;
using PolicyKit.Analyzers.Reading;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers;

/// <summary>Collects what is found in one type. Where several sets share a verb, the surest finding stands for all.</summary>
internal sealed class EgressFindings
{
    private readonly Dictionary<(Need Need, SyntaxNode Site), Certainty> _findings = [];
    private readonly HashSet<SyntaxNode> _needAddress = [];

    /// <param name="ending">Where a set is complete.</param>
    /// <param name="isApiServerAnAddress">Whether it is emitted for an engine that can say the API server only by its address, and nothing gives one.</param>
    internal void Add(Ending ending, bool isApiServerAnAddress)
    {
        foreach (var need in new[] { Need.ApiServer, Need.Dns })
        {
            foreach (var verdict in EgressVerdicts.Of(ending.Set, need))
            {
                var key = (need, verdict.Site);
                if (isApiServerAnAddress && need is Need.ApiServer) _needAddress.Add(verdict.Site);
                if (!_findings.TryGetValue(key, out var before) || before < verdict.Certainty) _findings[key] = verdict.Certainty;
            }
        }
    }

    /// <summary>The findings by file, place and rule.</summary>
    internal IEnumerable<(Need Need, EgressVerdict Verdict, bool NeedsAddress)> InOrder() => _findings
        .OrderBy(one => one.Key.Site.SyntaxTree.FilePath, StringComparer.Ordinal)
        .ThenBy(one => one.Key.Site.SpanStart)
        .ThenBy(one => one.Key.Need)
        .Select(one => (one.Key.Need, new EgressVerdict(one.Key.Site, one.Value), one.Key.Need is Need.ApiServer && _needAddress.Contains(one.Key.Site)));
}
