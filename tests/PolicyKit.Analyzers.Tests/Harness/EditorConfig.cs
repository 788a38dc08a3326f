using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicyKit.Analyzers.Tests;

/// <summary>The options of an <c>.editorconfig</c> as the compiler hands them to analyzers.</summary>
internal sealed class EditorConfig(string text) : AnalyzerConfigOptionsProvider
{
    private readonly AnalyzerConfigOptionsResult _read = AnalyzerConfigSet.Create(ImmutableArray.Create(AnalyzerConfig.Parse(text, "/app/.editorconfig"))).GetOptionsForSourcePath("/app/Program1.cs");

    /// <summary>The severities that it sets.</summary>
    public ImmutableDictionary<string, ReportDiagnostic> Severities => _read.TreeOptions;

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(ImmutableDictionary<string, string>.Empty);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options(_read.AnalyzerOptions);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
