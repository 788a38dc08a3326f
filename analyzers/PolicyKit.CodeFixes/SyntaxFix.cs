using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace PolicyKit.CodeFixes;

/// <summary>A fix whose mends change the tree. One that is inside of another is made first, as when they are made one by one.</summary>
public abstract class SyntaxFix : Fix<SyntaxMend>
{
    private protected sealed override Task<Document> Mended(Document document, SyntaxNode root, IReadOnlyList<SyntaxMend> mends, CancellationToken cancellation)
    {
        var editor = new SyntaxEditor(root, document.Project.Solution.Services);
        foreach (var mend in mends) editor.ReplaceNode(mend.Node, (current, _) => mend.Change(current));
        return Task.FromResult(document.WithSyntaxRoot(Finished(editor.GetChangedRoot())));
    }

    /// <summary>A last look at the whole file.</summary>
    private protected virtual SyntaxNode Finished(SyntaxNode root) => root;
}
