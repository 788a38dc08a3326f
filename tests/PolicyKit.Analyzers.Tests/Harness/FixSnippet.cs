using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace PolicyKit.Analyzers.Tests;

/// <summary>Applies a fix to a program: one finding after the other, and to all at once. Both must give the same text, which compiles and parses to itself.</summary>
internal static class FixSnippet
{
    public static void Check<TFix>(string equivalenceKey, string source, string mended, bool mayBeBroken = false)
        where TFix : CodeFixProvider, new()
    {
        using var workspace = new AdhocWorkspace();
        var document = Load(workspace, source);
        if (!mayBeBroken) Snippet.Compile(source);

        var (stepwise, steps) = OneByOne(document, new TFix(), equivalenceKey);
        steps.ShouldBeGreaterThan(0, "there is a finding to mend");
        Snippet.ShouldRead(stepwise, mended);
        foreach (var scope in new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution })
            Snippet.ShouldRead(AllAtOnce(document, new TFix(), equivalenceKey, scope), mended);

        var compilation = Snippet.Compile(mended);
        var tree = compilation.SyntaxTrees.Last();
        CSharpSyntaxTree.ParseText(tree.ToString(), (CSharpParseOptions)tree.Options).IsEquivalentTo(tree).ShouldBeTrue();
    }

    /// <summary>The titles that are offered for the findings of a program, in order.</summary>
    public static IReadOnlyList<string> Titles<TFix>(string source)
        where TFix : CodeFixProvider, new()
    {
        using var workspace = new AdhocWorkspace();
        var document = Load(workspace, source);
        return [.. Findings(document, new TFix()).SelectMany(finding => Actions(document, new TFix(), finding)).Select(action => action.Title)];
    }

    private static (string Text, int Steps) OneByOne(Document document, CodeFixProvider fix, string equivalenceKey)
    {
        for (var step = 0; ; step++)
        {
            step.ShouldBeLessThan(20, "a mended finding is gone");
            var action = Findings(document, fix).SelectMany(finding => Actions(document, fix, finding)).FirstOrDefault(one => one.EquivalenceKey == equivalenceKey);
            if (action is null) return (Text(document), step);
            document = Applied(document, action);
        }
    }

    private static string AllAtOnce(Document document, CodeFixProvider fix, string equivalenceKey, FixAllScope scope)
    {
        var context = new FixAllContext(document, fix, scope, equivalenceKey, fix.FixableDiagnosticIds, new Provider(fix), CancellationToken.None);
        var action = fix.GetFixAllProvider()!.GetFixAsync(context).GetAwaiter().GetResult();
        return Text(Applied(document, action.ShouldNotBeNull()));
    }

    private static Document Applied(Document document, CodeAction action)
    {
        var changes = action.GetOperationsAsync(CancellationToken.None).GetAwaiter().GetResult().OfType<ApplyChangesOperation>().Single();
        return changes.ChangedSolution.GetDocument(document.Id)!;
    }

    private static List<CodeAction> Actions(Document document, CodeFixProvider fix, Microsoft.CodeAnalysis.Diagnostic finding)
    {
        var actions = new List<CodeAction>();
        fix.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), CancellationToken.None)).GetAwaiter().GetResult();
        return actions;
    }

    private static IEnumerable<Microsoft.CodeAnalysis.Diagnostic> Findings(Document document, CodeFixProvider fix) =>
        Snippet.Analyze((CSharpCompilation)document.Project.GetCompilationAsync().GetAwaiter().GetResult()!).Where(finding => fix.FixableDiagnosticIds.Contains(finding.Id));

    private static string Text(Document document) => document.GetTextAsync().GetAwaiter().GetResult().ToString();

    private static Document Load(AdhocWorkspace workspace, string source)
    {
        var compilation = Snippet.CompileAnything(source);
        var project = workspace.AddProject("Program", LanguageNames.CSharp)
            .WithCompilationOptions(compilation.Options)
            .WithParseOptions(compilation.SyntaxTrees[0].Options)
            .WithMetadataReferences(compilation.References);
        project = project.AddDocument("Usings.cs", Snippet.UsingsFor(source)).Project;
        return project.AddDocument("Program1.cs", source, filePath: "/app/Program1.cs");
    }

    private sealed class Provider(CodeFixProvider fix) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Microsoft.CodeAnalysis.Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
        {
            var compilation = (CSharpCompilation)(await project.GetCompilationAsync(cancellationToken))!;
            return Snippet.Analyze(compilation).Where(finding => fix.FixableDiagnosticIds.Contains(finding.Id));
        }

        public override async Task<IEnumerable<Microsoft.CodeAnalysis.Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await GetAllDiagnosticsAsync(document.Project, cancellationToken)).Where(finding => finding.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Microsoft.CodeAnalysis.Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Microsoft.CodeAnalysis.Diagnostic>>([]);
    }
}
