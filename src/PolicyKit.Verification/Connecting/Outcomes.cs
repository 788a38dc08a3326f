using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Connecting;

/// <summary>What two ends decide together, each answer once under a number; zero where nothing is possible.</summary>
internal sealed class Outcomes
{
    public const int Impossible = 0;

    private readonly Decisions _decisions;
    private readonly Dictionary<(int Egress, int Ingress), int> _known = [];
    private readonly Dictionary<PairOutcome, int> _numbers = [];
    private readonly List<PairOutcome> _outcomes = [];

    public Outcomes(Decisions decisions)
    {
        _decisions = decisions;
        Number(new(AllowedPorts.None, []));
    }

    public int Count => _outcomes.Count;

    public PairOutcome this[int number] => _outcomes[number];

    /// <summary>Denied if an end denies, allowed if both allow, else undefined: as for a single connection.</summary>
    public int Of(int egress, int ingress)
    {
        if (egress == Decisions.Never || ingress == Decisions.Never) return Impossible;
        if (_known.TryGetValue((egress, ingress), out var known)) return known;
        return _known[(egress, ingress)] = Number(Join(_decisions.VerdictsOf(egress), _decisions.VerdictsOf(ingress)));
    }

    private PairOutcome Join(Verdicts egress, Verdicts ingress)
    {
        var sets = _decisions.Sets;
        var undefined = new SortedDictionary<uint, int>();
        foreach (var (left, leftSet) in egress.NotDenied)
        {
            foreach (var (right, rightSet) in ingress.NotDenied)
            {
                var both = sets.Combine(SetOperation.And, leftSet, rightSet);
                if ((left | right) == 0 || both == TrafficSets.Nothing) continue;
                undefined[left | right] = sets.Combine(SetOperation.Or, undefined.GetValueOrDefault(left | right, TrafficSets.Nothing), both);
            }
        }

        return new(sets.Ports(sets.Combine(SetOperation.And, egress.Allowed, ingress.Allowed)), undefined.Select(pair => new UndefinedPorts(Questions(pair.Key), sets.Ports(pair.Value))).ToValueArray());
    }

    private static ValueArray<Question> Questions(uint bits) => Enum.GetValues<Question>().Where(question => (bits & (1u << (int)question)) != 0).ToValueArray();

    private int Number(PairOutcome outcome)
    {
        if (_numbers.TryGetValue(outcome, out var known)) return known;
        _outcomes.Add(outcome);
        return _numbers[outcome] = _outcomes.Count - 1;
    }
}

/// <summary>What is possible between two ends.</summary>
internal sealed record PairOutcome(AllowedPorts Allowed, ValueArray<UndefinedPorts> Undefined);
