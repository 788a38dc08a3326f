using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Reading;

/// <summary>A network with its exceptions, as a chain of constants says it: <c>Cidr("10.0.0.0/8").Except("10.96.0.0/12")</c>.</summary>
/// <param name="Block">The network.</param>
/// <param name="Place">The constant that says it.</param>
/// <param name="Exceptions">The exceptions that are constants and networks, from the last call to the first.</param>
/// <param name="IsWhole">Whether these are all exceptions there are.</param>
internal sealed record WrittenNetwork(CidrBlock Block, IOperation Place, IReadOnlyList<CidrExpression> Exceptions, bool IsWhole)
{
    /// <summary>The network that an expression makes; null where it is not a chain of calls on one constant.</summary>
    internal static WrittenNetwork? Of(IOperation peer, Vocabulary vocabulary)
    {
        List<CidrExpression>? exceptions = null;
        var isWhole = true;
        var one = Constants.Unconverted(peer);
        for (; one is IInvocationOperation { TargetMethod.Name: "Except", Instance: { } network } call && vocabulary.IsOfLibrary(call.TargetMethod); one = Constants.Unconverted(network))
        {
            foreach (var argument in call.Arguments)
            {
                foreach (var item in Constants.ItemsOf(argument.Value))
                {
                    if (ReadIn(item) is { } block) (exceptions ??= []).Add(new(call, item, block));
                    else isWhole = false;
                }

                isWhole &= Constants.IsListed(argument.Value);
            }
        }

        return one is IInvocationOperation { Arguments: [{ Value: var text }] } root && vocabulary.IsOfLibrary(root.TargetMethod)
            && vocabulary.MeaningOf(root.TargetMethod).Verb is Verb.Network && ReadIn(text) is { } whole
            ? new(whole, text, exceptions ?? (IReadOnlyList<CidrExpression>)[], isWhole)
            : null;
    }

    private static CidrBlock? ReadIn(IOperation text) =>
        text.ConstantValue is { HasValue: true, Value: string content } && CidrBlock.TryParse(content, out var block, out _) ? block : null;
}

/// <summary>An exception, the call that makes it, and the constant that says it.</summary>
internal sealed record CidrExpression(IOperation Call, IOperation Place, CidrBlock Block);
