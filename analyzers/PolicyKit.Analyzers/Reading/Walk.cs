using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Reading;

/// <summary>
/// Follows values over one control flow graph to the fixed point. In: the graph and what its variables hold at the start.
/// Out: what it returns, and the sets that are complete in it.
/// </summary>
internal sealed partial class Walk
{
    private readonly Scope _scope;
    private readonly ControlFlowGraph _graph;
    private readonly Tracking _tracking;
    private readonly SlotNumbers _slots;
    private readonly Arrivals?[] _arrivals;
    private readonly bool[] _pending;

    /// <summary>The variables that a capture stands for as the target of a later assignment, as in <c>p = (c ? a : b).Verb()</c>.</summary>
    private readonly Dictionary<CaptureId, ISymbol> _targets = [];
    private readonly Dictionary<ISymbol, Value> _assigned = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<(IOperation Place, bool IsComplete), Value> _endings = [];
    private readonly HashSet<IFlowAnonymousFunctionOperation> _functions = [];
    private Slots _now = Slots.Empty;
    private Value _result = Value.None;

    internal Walk(Scope scope, Body body)
        : this(scope, body.Graph, body.Tracking, new())
    {
    }

    internal Walk(Scope scope, ControlFlowGraph graph, Tracking tracking, SlotNumbers slots)
    {
        _scope = scope;
        _graph = graph;
        _tracking = tracking;
        _slots = slots;
        _arrivals = new Arrivals?[graph.Blocks.Length];
        _pending = new bool[graph.Blocks.Length];
    }

    /// <summary>Runs to the fixed point.</summary>
    /// <returns>Everything that the graph can return; for an initialiser, its value.</returns>
    internal Value Run(Slots start)
    {
        Flow(start, 0);
        // Every block meets finitely many states; the bound only keeps a pathological body from being slow.
        var left = 1000 + (_graph.Blocks.Length * 100);
        while (Array.IndexOf(_pending, true) is >= 0 and var ordinal)
        {
            _scope.Cancellation.ThrowIfCancellationRequested();
            _pending[ordinal] = false;
            while (_arrivals[ordinal]!.Take() is { } state)
            {
                if (left-- == 0) return Abandon();
                _now = state;
                Visit(_graph.Blocks[ordinal]);
            }
        }

        return _result;
    }

    /// <summary>The sets that are made or complete, in this graph and in the functions written in it that run at some other time.</summary>
    internal IEnumerable<Ending> Endings()
    {
        foreach (var ending in _endings) yield return new(ending.Key.Place, ending.Value, ending.Key.IsComplete);

        var settled = _assigned.Where(one => _tracking.IsWrittenOnce(one.Key)).Aggregate(Slots.Empty, (slots, one) => slots.With(_slots.Of(one.Key), one.Value));
        foreach (var nested in NestedGraphs())
        {
            var walk = new Walk(_scope, nested, _tracking, _slots);
            walk.Run(settled);
            foreach (var ending in walk.Endings()) yield return ending;
        }
    }

    private IEnumerable<ControlFlowGraph> NestedGraphs() =>
        _graph.LocalFunctions.Select(function => _graph.GetLocalFunctionControlFlowGraphInScope(function, _scope.Cancellation))
            .Concat(_functions.Select(function => _graph.GetAnonymousFunctionControlFlowGraphInScope(function, _scope.Cancellation)));

    private void Visit(BasicBlock block)
    {
        FlowToHandlers(block);
        foreach (var operation in block.Operations)
        {
            var before = _now;
            Evaluate(operation);
            if (!ReferenceEquals(_now, before)) FlowToHandlers(block);
        }

        var reached = _now;
        var value = block.BranchValue is null ? Value.None : Evaluate(block.BranchValue);
        if (!ReferenceEquals(_now, reached)) FlowToHandlers(block);
        if (block.FallThroughSuccessor is not { } next) return;

        var taken = block.ConditionKind is ControlFlowConditionKind.WhenTrue;
        if (block.ConditionKind is not ControlFlowConditionKind.None && !value.Is(!taken)) Follow(block.ConditionalSuccessor!);
        if (next.Semantics is ControlFlowBranchSemantics.Return) _result = _result.Or(value);
        if (block.ConditionKind is ControlFlowConditionKind.None || !value.Is(taken)) Follow(next);
    }

    private void Follow(ControlFlowBranch branch)
    {
        if (branch.Destination is not { } destination) return;

        var here = _now;
        foreach (var region in branch.LeavingRegions)
        {
            foreach (var local in region.Locals) here = here.Without(_slots.Of(local));
            foreach (var capture in region.CaptureIds) here = here.Without(_slots.Of(capture));
        }

        // The graph runs a finally block on its own; what it assigns is not known behind it.
        foreach (var region in branch.FinallyRegions)
        {
            foreach (var variable in AssignedIn(region)) here = here.With(_slots.Of(variable), Value.Unknown);
        }

        Flow(here, destination.Ordinal);
    }

    private void Flow(Slots slots, int ordinal)
    {
        if ((_arrivals[ordinal] ??= new()).Add(slots)) _pending[ordinal] = true;
    }

    // The graph has no edges into handlers: an exception may come at every point of the block that they guard.
    private void FlowToHandlers(BasicBlock block)
    {
        // Around the root of a function's graph stand the regions of the graph it is written in, whose handlers are no blocks of this one.
        for (var region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind is not ControlFlowRegionKind.Try) continue;
            foreach (var handler in region.EnclosingRegion!.NestedRegions)
            {
                if (handler != region) Flow(_now, handler.FirstBlockOrdinal);
            }
        }
    }

    private IEnumerable<ISymbol> AssignedIn(ControlFlowRegion region)
    {
        for (var ordinal = region.FirstBlockOrdinal; ordinal <= region.LastBlockOrdinal; ordinal++)
        {
            foreach (var operation in _graph.Blocks[ordinal].Operations)
            {
                foreach (var assignment in operation.DescendantsAndSelf().OfType<ISimpleAssignmentOperation>())
                {
                    if (TargetOf(assignment) is { } variable) yield return variable;
                }
            }
        }
    }

    private void End(IOperation place, Value set) => Note(place, set, isComplete: true);

    private Value Make(IOperation place, Value set)
    {
        Note(place, set, isComplete: false);
        return set;
    }

    private void Note(IOperation place, Value set, bool isComplete) =>
        _endings[(place, isComplete)] = _endings.TryGetValue((place, isComplete), out var before) ? before.Or(set) : set;

    private Value Abandon()
    {
        _endings.Clear();
        _functions.Clear();
        return Value.Unknown;
    }
}
