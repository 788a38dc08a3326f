using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace PolicyKit.Analyzers.Tests.Cost;

/// <summary>A compilation of many policies with ten rules each, ten policies and one set a file, with a branch, a loop and a helper in each.</summary>
internal static class ManyPolicies
{
    private const int PoliciesInAFile = 10;

    public static CSharpCompilation Compile(int policies) => Snippet.CompileAnything([.. Enumerable.Range(0, policies / PoliciesInAFile).Select(File)]);

    private static string File(int file)
    {
        var source = new StringBuilder();
        source.Append($"public static class App{file}\n{{\n    public static EmitResult Emit(string[] args) => PolicySet.Of({string.Join(", ", Enumerable.Range(0, PoliciesInAFile).Select(at => $"P{at}(args)"))}).Emit(Engine.Kubernetes);\n");
        source.Append("    private static Policy WithDns(Policy policy) => policy.AllowClusterDns();\n");
        for (var at = 0; at < PoliciesInAFile; at++) source.Append(Method(file, at));
        return source.Append("}\n").ToString();
    }

    private static string Method(int file, int at) => $$"""
            private static Policy P{{at}}(string[] args)
            {
                var policy = Policy.ForPods(("app", "app-{{file}}"), ("part", "p{{at}}")).Named("app-{{file}}-{{at}}")
                    .AllowIngress(Port.Https).From(Namespace("gateway"))
                    .AllowIngress(Port.Metrics).From(Namespace("monitoring").Pods(("app", "prometheus")))
                    .AllowEgress(Port.Tcp({{5000 + at}})).To(Namespace("data-{{file}}"))
                    .AllowEgress(Port.Tcp({{6000 + at}})).To(Cidr("198.51.100.{{file % 250}}/32"))
                    .AllowEgress(Port.OtlpGrpc).To(Namespace("telemetry"))
                    .AllowEgress(Port.Https, Port.Tcp(8443)).To(Cidr("203.0.113.0/24"), Self);
                if (args.Length > {{at}}) policy = policy.AllowEgress(Port.Tcp(9000)).To(Namespace("extra"));
                foreach (var name in args) policy = policy.AllowEgress(Port.Tcp(9001)).To(Namespace(name));
                return WithDns(policy){{(at % 2 == 0 ? ".AllowApiServer()" : ".When(args.Length > 9, p => p.AllowIngress(Port.AnyTcp).From(Self))")}};
            }

        """;
}
