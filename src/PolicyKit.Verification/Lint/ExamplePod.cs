using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Lint;

/// <summary>Makes a pod that satisfies a condition, from what the condition asks for. It is tested; where it fails there is none, and no finding.</summary>
internal static class ExamplePod
{
    /// <summary>An address of the network for measurements, which no policy has a reason to name.</summary>
    private static readonly IpAddress Address = IpAddress.Parse("198.18.255.254");

    public static Endpoint Nobody { get; } = new("", Kinds.None);

    public static Endpoint? Of(EndpointPredicate condition, SimulatedCluster cluster, Answers answers)
    {
        var wanted = new Wishes();
        wanted.Collect(condition, answers);
        var pod = Pod(wanted.Namespace ?? "example", wanted.Labels, cluster) with { ServiceAccount = wanted.ServiceAccount ?? "default" };
        return condition.Test(new Sight(Nobody, Address, pod, Address, Traffic.Tcp(1), answers), Side.Peer) == Truth.True ? pod : null;
    }

    /// <summary>A pod of a namespace with some labels; the namespace has those that the cluster gives it.</summary>
    public static Endpoint Pod(string @namespace, IEnumerable<ScopedLabel> labels, SimulatedCluster cluster)
    {
        var given = labels.ToList();
        var ofNamespace = cluster.NamespaceLabels(@namespace).Select(label => new ScopedLabel(LabelScope.Namespace, label.Key, label.Value));
        return new($"{@namespace}/example", Kinds.Pod)
        {
            Addresses = [Address],
            Namespace = @namespace,
            ServiceAccount = "default",
            Labels = given.Concat(ofNamespace.Where(label => !given.Exists(one => one.Scope == label.Scope && one.Key == label.Key))).ToValueArray(),
        };
    }

    private sealed class Wishes
    {
        public string? Namespace { get; private set; }

        public string? ServiceAccount { get; private set; }

        public List<ScopedLabel> Labels { get; } = [];

        public void Collect(EndpointPredicate condition, Answers answers)
        {
            switch (condition)
            {
                case EndpointPredicate.Conjunction all: foreach (var part in all.Parts) Collect(part, answers); break;
                case EndpointPredicate.Disjunction any: Collect(any.Parts[0], answers); break;
                case EndpointPredicate.Ask ask: Collect(answers[ask.Question] == false ? ask.IfNo : ask.IfYes, answers); break;
                case EndpointPredicate.InNamespace namespaces: Namespace ??= namespaces.Names[0]; break;
                case EndpointPredicate.RunsAs accounts: ServiceAccount ??= accounts.Names[0]; break;
                case EndpointPredicate.Label label:
                    var value = ValueOf(label.Value);
                    if (label is { Scope: LabelScope.Namespace, Key: SimulatedCluster.NamespaceNameLabel }) Namespace ??= value;
                    else Labels.Add(new(label.Scope, label.Key, value));
                    break;
                case EndpointPredicate.Negation or EndpointPredicate.Constant or EndpointPredicate.Is or EndpointPredicate.AddressIn or EndpointPredicate.BackendOf or EndpointPredicate.LearnedFor: break;
                default: throw new System.Diagnostics.UnreachableException();
            }
        }

        private static string ValueOf(LabelTest test) => test switch
        {
            LabelTest.Exists => "any",
            LabelTest.In values => values.Values[0],
            LabelTest.StartsWith start => start.Text,
            LabelTest.EndsWith end => end.Text,
            LabelTest.Contains part => part.Text,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
