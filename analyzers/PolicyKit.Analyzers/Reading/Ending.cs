using Microsoft.CodeAnalysis;

namespace PolicyKit.Analyzers.Reading;

/// <summary>A place where a set is complete, and all that it can be there.</summary>
internal sealed record Ending(IOperation Place, Value Set);
