using Microsoft.CodeAnalysis;

namespace PolicyKit.CodeFixes;

/// <summary>A fix whose mends are a few letters each.</summary>
public abstract class TextFix : Fix<TextMend>
{
    private protected sealed override async Task<Document> Mended(Document document, SyntaxNode root, IReadOnlyList<TextMend> mends, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(mends.Select(mend => mend.Change)));
    }
}
