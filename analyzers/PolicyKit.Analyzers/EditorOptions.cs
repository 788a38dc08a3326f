using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicyKit.Analyzers;

/// <summary>What a project says in its <c>.editorconfig</c> beside severities.</summary>
internal static class EditorOptions
{
    /// <summary>A list of port numbers, or null where the project has none. What is no port is left out: a slip there must not fail a build.</summary>
    internal static IReadOnlyList<int>? Ports(OperationAnalysisContext context, string key)
    {
        if (!context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Operation.Syntax.SyntaxTree).TryGetValue(key, out var written)) return null;
        var ports = new List<int>();
        foreach (var text in written.Split(','))
        {
            if (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && NameSyntax.PortNumber(port) is null) ports.Add(port);
        }

        return ports;
    }
}
