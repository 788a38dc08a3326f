using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.Analyzers.Finished;

/// <summary>Words to underline, found by the syntax of a call.</summary>
internal static class Places
{
    /// <summary>The word of a call: its name without receiver and arguments.</summary>
    internal static SyntaxNode NameOf(SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax member } => member.Name,
        InvocationExpressionSyntax invocation => invocation.Expression,
        MemberAccessExpressionSyntax member => member.Name,
        _ => call,
    };

    /// <summary>The call that began the rule which another call completes, when both are in one expression.</summary>
    internal static InvocationExpressionSyntax? BeginningOf(SyntaxNode site)
    {
        // A word that is a rule by itself, such as AllowClusterDns(), has no beginning: what stands before it is another rule.
        if (NameOf(site) is not SimpleNameSyntax { Identifier.ValueText: "From" or "FromAnywhere" or "FromKubelet" or "To" or "ToAnywhere" }) return null;
        for (var node = site; node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call; node = member.Expression)
        {
            if (member.Name.Identifier.ValueText is "AllowIngress" or "AllowEgress") return call;
        }

        return null;
    }

    /// <summary>The word that began a rule; the word that completed it, where the rule began elsewhere.</summary>
    internal static SyntaxNode RuleAt(SyntaxNode site) => NameOf(BeginningOf(site) ?? site);

    /// <summary>One of the ports of a rule; the rule's word, where its ports stand elsewhere.</summary>
    internal static SyntaxNode PortAt(SyntaxNode site, int index, int count) =>
        BeginningOf(site) is { } begun && Parts(begun) is { } parts && parts.Length == count ? parts[index] : RuleAt(site);

    /// <summary>One of the peers of a rule; the rule's word, where its peers stand elsewhere.</summary>
    internal static SyntaxNode PeerAt(SyntaxNode site, int index, int count) =>
        site is InvocationExpressionSyntax call && Parts(call) is { } parts && parts.Length == count ? parts[index] : NameOf(site);

    private static ExpressionSyntax[] Parts(InvocationExpressionSyntax call) => [.. call.ArgumentList.Arguments
        .Where(argument => argument.NameColon is null)
        .SelectMany(argument => argument.Expression is CollectionExpressionSyntax row && row.Elements.All(one => one is ExpressionElementSyntax)
            ? row.Elements.Select(one => ((ExpressionElementSyntax)one).Expression)
            : [argument.Expression])];
}
