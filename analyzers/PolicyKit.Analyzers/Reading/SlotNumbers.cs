using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace PolicyKit.Analyzers.Reading;

/// <summary>Gives each variable and temporary of a member a slot, those of the functions written in it included.</summary>
internal sealed class SlotNumbers
{
    private readonly Dictionary<ISymbol, int> _variables = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<CaptureId, int> _captures = [];

    internal int Of(ISymbol variable) => Of(_variables, variable);

    internal int Of(CaptureId capture) => Of(_captures, capture);

    private int Of<T>(Dictionary<T, int> numbers, T wanted)
        where T : notnull
    {
        if (!numbers.TryGetValue(wanted, out var number)) numbers.Add(wanted, number = _variables.Count + _captures.Count);
        return number;
    }
}
