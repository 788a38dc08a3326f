using PolicyKit.Engines;
using PolicyKit.Ir;

namespace PolicyKit;

/// <summary>What lowering may look at, and where it reports: the engine, the facts, the findings and the gaps.</summary>
internal sealed class LoweringContext(Engine engine, PolicyIr ir)
{
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<Gap> _gaps = [];
    private readonly HashSet<Gap> _declared = [];
    private object? _learned;
    private bool _silent;

    public Engine Engine => engine;

    public PolicyIr Ir => ir;

    public ClusterProfile Facts => ir.Facts;

    /// <summary>Whether anybody hears what is reported and declared; where nobody does, nothing need be worded.</summary>
    public bool IsHeard => !_silent;

    /// <summary>How many errors were reported so far.</summary>
    public int Errors { get; private set; }

    /// <summary>How much was reported or declared so far, the same things again included.</summary>
    public int Said { get; private set; }

    /// <summary>Trees that rules have in common.</summary>
    public SharedNodes Shared { get; } = new();

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    public IReadOnlyList<Gap> Gaps => _gaps;

    /// <summary>A context for lowering again what was found to be in order: nothing is reported a second time.</summary>
    public static LoweringContext Repeat(Engine engine, PolicyIr ir) => new(engine, ir) { _silent = true };

    public void Report(Diagnostic diagnostic)
    {
        if (_silent) return;
        Said++;
        _diagnostics.Add(diagnostic);
        if (diagnostic.Severity is Severity.Error) Errors++;
    }

    public void Refuse(string id, Origin origin, string message, string mend) =>
        Report(new(id, Severity.Error, message, mend) { Origin = origin });

    /// <summary>Declares a gap, unless it is about nobody: selectors can contradict themselves.</summary>
    public void Declare(Gap gap)
    {
        Said++;
        if (_silent || gap.Flows.Subject.IsContradictory || gap.Flows.Peers.All(peer => Nobody.Is(peer, this))) return;
        if (_declared.Add(gap)) _gaps.Add(gap);
    }

    /// <summary>What the engine has to know of the whole set before it lowers a policy: learned once, kept for all of them.</summary>
    public T Learned<T>(Func<LoweringContext, T> learn)
        where T : class => (T)(_learned ??= learn(this));
}
