// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit.Rules;

/// <summary>Decides PK0004. In: a network and what is taken out of it. Out: why that cannot be, or null.</summary>
internal static class ExceptionRefusals
{
    /// <summary>Why a network is no exception of another one.</summary>
    internal static Refusal? Of(CidrBlock network, CidrBlock exception) =>
        network.Contains(exception) && exception.PrefixLength > network.PrefixLength
            ? null
            : new($"'{exception}' is not strictly inside '{network}', so it cannot be an exception of it.", $"Remove \"{exception}\" from Except(…).");

    /// <summary>Why exceptions, each strictly inside the network, are too many.</summary>
    internal static Refusal? OfAll(CidrBlock network, IReadOnlyCollection<CidrBlock> exceptions) =>
        exceptions.Count < 2 || network.Subtract(exceptions).Count > 0
            ? null
            : new($"The exceptions of '{network}' together leave nothing of it.", "Remove the rule, or an exception.");
}
