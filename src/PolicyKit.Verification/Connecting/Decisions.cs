using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Connecting;

/// <summary>
/// For which traffic something holds, as a function of the answers to open questions: a reduced and ordered decision diagram whose leaves
/// are sets of ports. Each function is held once under a number: equal functions have equal numbers.
/// </summary>
internal sealed class Decisions
{
    /// <summary>Holds for no traffic, whatever is answered.</summary>
    public const int Never = 0;

    /// <summary>Holds for all traffic, whatever is answered.</summary>
    public const int Always = 1;

    private const int Leaf = int.MaxValue;

    private readonly TrafficSets _sets = new();
    private readonly Answers _answers;
    private readonly List<Node> _nodes = [];
    private readonly Dictionary<Node, int> _numbers = [];
    private readonly Dictionary<(SetOperation, int, int), int> _known = [];
    private readonly Dictionary<int, Verdicts> _verdicts = [];

    public Decisions(Answers answers)
    {
        _answers = answers;
        Number(new(Leaf, TrafficSets.Nothing, 0));
        Number(new(Leaf, TrafficSets.Everything, 0));
    }

    public TrafficSets Sets => _sets;

    /// <summary>Whether nobody has answered a question.</summary>
    public bool IsOpen(Question question) => _answers[question] is null;

    public int Of(ProtocolSet protocols, PortSet ports) => Number(new(Leaf, _sets.Of(protocols, ports), 0));

    public int And(int left, int right) => left == Always ? right : right == Always ? left : left == Never || right == Never ? Never : left == right ? left : Apply(SetOperation.And, left, right);

    public int Or(int left, int right) => left == Never ? right : right == Never ? left : left == Always || right == Always ? Always : left == right ? left : Apply(SetOperation.Or, left, right);

    public int Without(int left, int right) => left == Never || right == Always || left == right ? Never : right == Never ? left : Apply(SetOperation.Without, left, right);

    public int Not(int part) => Without(Always, part);

    /// <summary>One way if a question is answered with yes, the other if with no; where it is answered already, that way.</summary>
    public int Ask(Question question, int yes, int no)
    {
        if (_answers[question] is { } answer) return answer ? yes : no;
        if (yes == no) return yes;
        var holds = Inner((int)question, Always, Never);
        return Or(And(holds, yes), Without(no, holds));
    }

    /// <summary>For which traffic the function is the same under every answer, and for which it depends on what.</summary>
    public Verdicts VerdictsOf(int number)
    {
        if (_verdicts.TryGetValue(number, out var known)) return known;
        var node = _nodes[number];
        return _verdicts[number] = node.Question == Leaf ? new(node.High, []) : Merge(node, VerdictsOf(node.High), VerdictsOf(node.Low), Anywhere(Or(Without(node.High, node.Low), Without(node.Low, node.High))));
    }

    /// <param name="node">A question.</param>
    /// <param name="yes">What it comes to with yes.</param>
    /// <param name="no">What it comes to with no.</param>
    /// <param name="differs">The traffic for which the two are different functions.</param>
    private Verdicts Merge(Node node, Verdicts yes, Verdicts no, int differs)
    {
        var undefined = new SortedDictionary<uint, int>();
        foreach (var (questions, set) in yes.Undefined) Add(questions, _sets.Combine(SetOperation.Without, set, differs));
        foreach (var (left, leftSet) in yes.WithRest(_sets))
        {
            var both = _sets.Combine(SetOperation.And, leftSet, differs);
            if (both == TrafficSets.Nothing) continue;
            foreach (var (right, rightSet) in no.WithRest(_sets)) Add(left | right | (1u << node.Question), _sets.Combine(SetOperation.And, both, rightSet));
        }

        return new(_sets.Combine(SetOperation.Without, yes.Allowed, differs), [.. undefined.Select(pair => (pair.Key, pair.Value))]);

        void Add(uint questions, int set)
        {
            if (set != TrafficSets.Nothing) undefined[questions] = _sets.Combine(SetOperation.Or, undefined.GetValueOrDefault(questions, TrafficSets.Nothing), set);
        }
    }

    /// <summary>The traffic for which the function holds under at least one way to answer.</summary>
    private int Anywhere(int number)
    {
        var node = _nodes[number];
        return node.Question == Leaf ? node.High : _sets.Combine(SetOperation.Or, Anywhere(node.High), Anywhere(node.Low));
    }

    private int Apply(SetOperation operation, int left, int right)
    {
        if (_known.TryGetValue((operation, left, right), out var known)) return known;
        Node x = _nodes[left], y = _nodes[right];
        var question = Math.Min(x.Question, y.Question);
        return _known[(operation, left, right)] = question == Leaf
            ? Number(new(Leaf, _sets.Combine(operation, x.High, y.High), 0))
            : Inner(
                question,
                Apply(operation, x.Question == question ? x.High : left, y.Question == question ? y.High : right),
                Apply(operation, x.Question == question ? x.Low : left, y.Question == question ? y.Low : right));
    }

    private int Inner(int question, int yes, int no) => yes == no ? yes : Number(new(question, yes, no));

    private int Number(Node node)
    {
        if (_numbers.TryGetValue(node, out var known)) return known;
        _nodes.Add(node);
        return _numbers[node] = _nodes.Count - 1;
    }

    /// <summary>A question with two ways to go on; or a leaf, whose set is <paramref name="High"/>.</summary>
    private readonly record struct Node(int Question, int High, int Low);
}
