using Microsoft.CodeAnalysis;
using PolicyKit.Analyzers.Reading;

namespace PolicyKit.Analyzers.Finished;

/// <summary>Whether one policy selects at least the pods of another one.</summary>
internal static class Coverage
{
    /// <summary>True or false when it is sure; null when nobody knows.</summary>
    internal static bool? Covers(Known.Policy wide, Known.Policy narrow)
    {
        var sameNamespace = Equals(wide.Namespace, narrow.Namespace) ? true : wide.Namespace is SyntaxNode || narrow.Namespace is SyntaxNode ? null : (bool?)false;
        var wider = wide.Subject is null || narrow.Subject is null ? wide.Subject is { Written.IsEverything: true } ? true : (bool?)null : wide.Subject.Covers(narrow.Subject);
        return sameNamespace is false || wider is false ? false : sameNamespace is true && wider is true ? true : null;
    }
}
