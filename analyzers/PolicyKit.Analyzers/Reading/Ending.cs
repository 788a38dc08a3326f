using Microsoft.CodeAnalysis;

namespace PolicyKit.Analyzers.Reading;

/// <summary>A place where a set is made or complete, and all that it can be there.</summary>
/// <param name="Place">The call or expression.</param>
/// <param name="Set">The set.</param>
/// <param name="IsComplete">Whether nothing can be added to the set any more. Policies in a set are finished in either case.</param>
internal sealed record Ending(IOperation Place, Value Set, bool IsComplete);
