using PolicyKit.Engines;
using PolicyKit.Ir;

namespace PolicyKit;

/// <summary>What of a lowering somebody listens to, besides the trees; what nobody hears need not be put into words.</summary>
[Flags]
internal enum Heard
{
    Nothing = 0,
    Findings = 1,
    Gaps = 2,
}

/// <summary>What lowering may look at, and where it reports: the engine, the facts, the findings and the gaps.</summary>
internal sealed class LoweringContext(Engine engine, PolicyIr ir, Heard heard)
{
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<Gap> _gaps = [];
    private readonly HashSet<Gap> _declared = [];
    private object? _learned;

    public Engine Engine => engine;

    public PolicyIr Ir => ir;

    public ClusterProfile Facts => ir.Facts;

    public bool IsHeard => heard != Heard.Nothing;

    public bool HearsFindings => (heard & Heard.Findings) != 0;

    public bool HearsGaps => (heard & Heard.Gaps) != 0;

    /// <summary>How many errors were reported so far.</summary>
    public int Errors { get; private set; }

    /// <summary>How much was reported or declared so far, the same things again included.</summary>
    public int Said { get; private set; }

    /// <summary>Trees that rules have in common.</summary>
    public SharedNodes Shared { get; } = new();

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    public IReadOnlyList<Gap> Gaps => _gaps;

    public void Report(Diagnostic diagnostic)
    {
        Said++;
        if (diagnostic.Severity is Severity.Error) Errors++;
        if (HearsFindings) _diagnostics.Add(diagnostic);
    }

    public void Refuse(string id, Origin origin, string message, string mend) =>
        Report(new(id, Severity.Error, message, mend) { Origin = origin });

    /// <summary>Declares a gap, unless it is about nobody: selectors can contradict themselves.</summary>
    public void Declare(Gap gap)
    {
        if (!HearsGaps) return;
        Said++;
        if (gap.Flows.Subject.IsContradictory || gap.Flows.Peers.All(peer => Nobody.Is(peer, this))) return;
        if (_declared.Add(gap)) _gaps.Add(gap);
    }

    /// <summary>What the engine has to know of the whole set before it lowers a policy: learned once, kept for all of them.</summary>
    public T Learned<T>(Func<LoweringContext, T> learn)
        where T : class => (T)(_learned ??= learn(this));
}
