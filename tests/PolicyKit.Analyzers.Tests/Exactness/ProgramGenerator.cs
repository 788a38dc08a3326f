namespace PolicyKit.Analyzers.Tests.Exactness;

/// <summary>Makes random programs. The same seed makes the same programs.</summary>
internal sealed class ProgramGenerator(int seed)
{
    private const int MostInputs = 8;

    private static readonly string[] Roots =
    [
        """Policy.ForPods(("app", "web"))""", """Policy.ForPods(("tier", "front"), ("app", "web"))""", """Policy.ForPods(("app", "job"))""",
        "Policy.ForAllPods()", """Policy.ForPods(Labels(("app", "web")))""", """Policy.ForPods(Key("app").In("web")).InNamespace("shop")""",
    ];

    private static readonly string[] Verbs =
    [
        """.AllowEgress(Port.Tcp(5432)).To(Namespace("data"))""", """.AllowEgress(Port.Https).To(Cidr("198.51.100.0/24"))""", ".AllowApiServer()", ".AllowClusterDns()",
        """.NeedsNoApiServer("x")""", """.NeedsNoDns("x")""", """.AllowEgress(Port.Https).To(Cidr("10.0.0.0/8"))""", """.AllowEgress(Port.Dns).To(Cidr("169.254.20.10/32"))""",
        ".AllowEgress(Port.Any).ToAnywhere()", ".DenyEgressByDefault()", ".AllowIngress(Port.Https).FromAnywhere()", """.Named("web")""", """.AllowEgress([Port.Https, Port.Dns]).To([Nodes, ClusterDns])""",
    ];

    private readonly Random _random = new(seed);
    private int _inputs;
    private bool _inLoop;

    public RandomProgram Next()
    {
        _inputs = 1;
        return new(Of(Roots), Of(Roots), Steps(5, depth: 2), Shape());
    }

    private List<Step> Steps(int most, int depth) => [.. Enumerable.Range(0, _random.Next(1, most + 1)).Select(_ => OneStep(depth))];

    private Step OneStep(int depth)
    {
        var variable = Variable();
        switch (_random.Next(10))
        {
            case 0 or 1 when depth > 0 && Take(1): return new Branch(Steps(2, depth - 1), Steps(2, depth - 1));
            case 2 when depth > 0 && !_inLoop && Take(1): return Rounds(depth);
            case 3 when depth > 0: return new HelperCall(variable, Steps(2, depth - 1));
            case 4 when Take(1): return new Pick(variable, Variable(), Variable() + Of(Verbs), Of(Verbs));
            case 5 when Take(2): return new Switch(variable, Variable(), variable + Of(Verbs), variable + Of(Verbs) + Of(Verbs));
            case 6 when Take(1): return new Guarded(variable, Of(Verbs) + Of(Verbs), _random.Next(2) == 0);
            case 7 when Take(2): return new ChosenRule(variable);
            default: return new Chain(variable, [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Of(Verbs))]);
        }
    }

    private Loop Rounds(int depth)
    {
        _inLoop = true;
        var loop = new Loop(Steps(2, depth - 1));
        _inLoop = false;
        return loop;
    }

    private SetShape Shape() => _random.Next(6) switch
    {
        0 => new Listed("p"),
        1 => new Listed("p, q"),
        2 => new Listed("p, q, Policy.ForAllPods()" + Of(Verbs)),
        3 => new Said("p, q", _random.Next(2) == 0 ? """.NeedsNoDns("x")""" : """.InNamespace("shop")"""),
        4 => new Grown("p", "q" + Of(Verbs), _random.Next(2) == 0),
        _ => new Either("p", "q, p" + Of(Verbs)),
    };

    private bool Take(int inputs)
    {
        // A loop asks anew in each of its two rounds.
        var asked = _inLoop ? inputs * 2 : inputs;
        if (_inputs + asked > MostInputs) return false;
        _inputs += asked;
        return true;
    }

    private string Variable() => _random.Next(3) == 0 ? "q" : "p";

    private string Of(string[] words) => words[_random.Next(words.Length)];
}
