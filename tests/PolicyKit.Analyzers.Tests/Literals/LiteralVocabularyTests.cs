using System.Reflection;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Tests.Literals;

/// <summary>What the library says of its parameters is what its calls refuse, in the same words: editor and run cannot drift.</summary>
public class LiteralVocabularyTests
{
    // Texts for people, and what the compiler fills in; texts that are read at run time only; rank and condition.
    private static readonly string[] NoLiterals = ["reason", "because", "file", "line", "order", "yaml", "ingress", "egress", "value", "s"];

    private static readonly Dictionary<LiteralKind, object> Refused = new()
    {
        [LiteralKind.Network] = "10.0.0.1",
        [LiteralKind.HostPattern] = "localhost",
        [LiteralKind.PolicyName] = "Web",
        [LiteralKind.Namespace] = "Shop",
        [LiteralKind.Label] = ("a b", "web"),
        [LiteralKind.LabelKey] = "a b",
        [LiteralKind.LabelValue] = "a b",
        [LiteralKind.Annotation] = ("a b", "web"),
        [LiteralKind.AnnotationKey] = "a b",
        [LiteralKind.PortNumber] = 70000,
        [LiteralKind.PortName] = "Web",
    };

    private static readonly Dictionary<LiteralKind, string> Rules = new()
    {
        [LiteralKind.Network] = "PK0003",
        [LiteralKind.HostPattern] = "PK0007",
        [LiteralKind.PortNumber] = "PK0005",
        [LiteralKind.PortName] = "PK0005",
    };

    private static MethodInfo[] Methods { get; } = [.. typeof(Policy).Assembly.GetExportedTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => method.GetParameters().Any(parameter => KindOf(parameter) is not null))];

    private static IEnumerable<TestCaseData> Parameters => Methods.SelectMany(method => method.GetParameters().Where(one => KindOf(one) is not null)
        .Select(one => new TestCaseData(method, one).SetArgDisplayNames(method.DeclaringType!.Name, method.Name, string.Join(",", method.GetParameters().Select(other => other.Name)), one.Name!)));

    [TestCaseSource(nameof(Parameters))]
    public void The_editor_says_what_the_run_says(MethodInfo method, ParameterInfo parameter)
    {
        var kind = KindOf(parameter)!.Value;
        object?[] arguments = [.. method.GetParameters().Select(one => Argument(one, isRefused: one == parameter))];
        var thrown = Should.Throw<TargetInvocationException>(() => method.Invoke(Receiver(method), arguments)).InnerException.ShouldBeOfType<FormatException>();

        var found = Snippet.Analyze(Snippet.Compile($"_ = {Source(method, arguments)};")).Where(one => one.Severity is Microsoft.CodeAnalysis.DiagnosticSeverity.Error).ToArray();
        found.Select(one => (one.Id, one.GetMessage(null))).ShouldBe([(Rules.GetValueOrDefault(kind, "PK0006"), thrown.Message)]);
    }

    [Test]
    public void Every_text_and_number_of_the_vocabulary_is_a_literal_that_is_checked()
    {
        Type[] words = [typeof(Dsl), typeof(Policy), typeof(PolicySet), typeof(Port), typeof(Port.ByName), typeof(NetworkPeer), typeof(NamespacePeer), typeof(LabelSelector), typeof(LabelKey), typeof(Label), typeof(Annotation), typeof(Workload)];
        words.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => !method.IsSpecialName && method.ReturnType.Assembly == typeof(Policy).Assembly)
            .Where(method => method.Name != nameof(Dsl.Need)) // The name of a need is a text for people.
            .SelectMany(method => method.GetParameters())
            .Where(one => IsLiteral(one.ParameterType) && KindOf(one) is null)
            .Select(one => one.Name).Distinct().Except(NoLiterals).ShouldBeEmpty();
    }

    private static LiteralKind? KindOf(ParameterInfo parameter) => parameter.GetCustomAttribute<LiteralAttribute>()?.Kind;

    private static bool IsLiteral(Type type) => (type.IsArray ? type.GetElementType()! : type) is var item && (item == typeof(string) || item == typeof(int) || item == typeof((string, string)));

    private static object? Argument(ParameterInfo parameter, bool isRefused)
    {
        if (KindOf(parameter) is not { } kind) return parameter.HasDefaultValue ? parameter.DefaultValue : parameter.ParameterType == typeof(Directions) ? Directions.Ingress : "text";
        var value = isRefused ? Refused[kind] : kind switch
        {
            LiteralKind.Network => "10.1.0.0/16",
            LiteralKind.Label or LiteralKind.Annotation => ("app", "web"),
            LiteralKind.PortNumber => 80,
            _ => "web",
        };
        if (!parameter.ParameterType.IsArray) return value;
        var list = Array.CreateInstance(parameter.ParameterType.GetElementType()!, 1);
        list.SetValue(value, 0);
        return list;
    }

    private static object? Receiver(MethodInfo method) => method.IsStatic ? null
        : method.DeclaringType == typeof(Policy) ? Policy.ForAllPods()
        : method.DeclaringType == typeof(PolicySet) ? PolicySet.Of(Policy.ForAllPods())
        : method.DeclaringType == typeof(Port.ByName) ? Port.Metrics
        : method.DeclaringType == typeof(NetworkPeer) ? Dsl.Cidr("10.0.0.0/8")
        : method.DeclaringType == typeof(LabelKey) ? Dsl.Key("app")
        : Dsl.SameNamespace;

    private static string Source(MethodInfo method, object?[] arguments)
    {
        var receiver = method.IsStatic ? method.DeclaringType!.Name
            : method.DeclaringType == typeof(Policy) ? "Policy.ForAllPods()"
            : method.DeclaringType == typeof(PolicySet) ? "PolicySet.Of(Policy.ForAllPods().DenyIngressByDefault())"
            : method.DeclaringType == typeof(Port.ByName) ? "Port.Metrics"
            : method.DeclaringType == typeof(NetworkPeer) ? "Cidr(\"10.0.0.0/8\")"
            : method.DeclaringType == typeof(LabelKey) ? "Key(\"app\")"
            : "SameNamespace";
        var written = method.GetParameters().Zip(arguments).Where(one => KindOf(one.First) is not null || !one.First.HasDefaultValue)
            .SelectMany(one => one.Second is Array list ? list.Cast<object?>() : [one.Second]).Select(Literal);
        return $"{receiver}.{method.Name}({string.Join(", ", written)})";
    }

    private static string Literal(object? value) => value switch
    {
        (string key, string text) => $"(\"{key}\", \"{text}\")",
        string text => $"\"{text}\"",
        Directions directions => $"Directions.{directions}",
        _ => $"{value}",
    };
}
