using System.Globalization;
using System.Text;

namespace PolicyKit.Benchmarks;

/// <summary>The files that the commands are measured on, the same in every run.</summary>
internal static class CommandInputs
{
    /// <summary>Writes ten small files, a cluster of 1,000 pods with 100 policies, and 10,000 questions about it.</summary>
    /// <returns>The file of questions.</returns>
    public static string Write(string folder)
    {
        var ten = Directory.CreateDirectory(Path.Combine(folder, "ten")).FullName;
        for (var i = 0; i < 10; i++) File.WriteAllText(Path.Combine(ten, Line($"{i}.yaml")), Pod("shop", i) + Policy("shop", i));

        var many = Directory.CreateDirectory(Path.Combine(folder, "many")).FullName;
        var (pods, policies, questions) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (var i = 0; i < 1000; i++) pods.Append(Pod(Line($"ns{i % 20}"), i));
        for (var i = 0; i < 100; i++) policies.Append(Policy(Line($"ns{i % 20}"), i));
        for (var i = 0; i < 10_000; i++)
        {
            var (from, to) = (i % 1000, i * 7 % 1000);
            questions.Append(Line($"{{\"from\":\"ns{from % 20}/p{from}\",\"to\":\"ns{to % 20}/p{to}\",\"protocol\":\"TCP\",\"port\":{80 + (i % 2)}}}\n"));
        }

        File.WriteAllText(Path.Combine(many, "pods.yaml"), pods.ToString());
        File.WriteAllText(Path.Combine(many, "policies.yaml"), policies.ToString());
        var file = Path.Combine(folder, "questions.jsonl");
        File.WriteAllText(file, questions.ToString());
        return file;
    }

    private static string Pod(string ns, int number) => Line(
        $$"""
        apiVersion: v1
        kind: Pod
        metadata: {name: p{{number}}, namespace: {{ns}}, labels: {app: "a{{number % 50}}", tier: "t{{number % 3}}"} }
        spec: {containers: [{name: main, image: example}]}
        ---

        """);

    private static string Policy(string ns, int number) => Line(
        $$"""
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: np{{number}}, namespace: {{ns}} }
        spec:
          podSelector: {matchLabels: {app: "a{{number % 50}}"} }
          policyTypes: [Ingress, Egress]
          ingress:
          - from: [{namespaceSelector: {}, podSelector: {matchLabels: {tier: "t{{number % 3}}"} } }]
            ports: [{port: 80}]
          egress:
          - to: [{ipBlock: {cidr: 10.0.0.0/8} }]
        ---

        """);

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture).ReplaceLineEndings("\n");
}
