using Microsoft.CodeAnalysis;

namespace PolicyKit.Analyzers.Tests.EgressReach;

/// <summary>What PK1001 and PK1002 say, how much it weighs, and who changes that.</summary>
public class ReportTests
{
    private const string Always = """PolicySet.Of(Policy.ForPods(("app", "web")).AllowEgress(Port.Tcp(5432)).To(Self)).Emit(Engine.Cilium);""";
    private const string Sometimes = """PolicySet.Of(Policy.ForPods(("app", "web")).When(args.Length > 0, p => p.AllowEgress(Port.Tcp(5432)).To(Self))).Emit(Engine.Cilium);""";
    private const string ByAddress = """PolicySet.Of(Policy.ForPods(("app", "web")).AllowEgress(Port.Tcp(5432)).To(Self)).Emit(Engine.Kubernetes);""";
    private const string Perhaps = """PolicySet.Of(Policy.ForPods(("app", "web")).AllowEgress(Port.Https, Port.Dns).To(Cidr("10.0.0.0/8"))).Emit(Engine.Kubernetes);""";

    [TestCase(Always, "PK1001", DiagnosticSeverity.Warning, "Egress is restricted, and nothing allows the API server. Add .AllowApiServer(), or say .NeedsNoApiServer(\"why\").")]
    [TestCase(Always, "PK1002", DiagnosticSeverity.Warning, "Egress is restricted, and nothing allows DNS. Add .AllowClusterDns(), or say .NeedsNoDns(\"why\").")]
    [TestCase(Sometimes, "PK1001", DiagnosticSeverity.Info, "Egress is restricted on some paths, and nothing allows the API server. Add .AllowApiServer(), or say .NeedsNoApiServer(\"why\").")]
    [TestCase(Sometimes, "PK1002", DiagnosticSeverity.Info, "Egress is restricted on some paths, and nothing allows DNS. Add .AllowClusterDns(), or say .NeedsNoDns(\"why\").")]
    [TestCase(ByAddress, "PK1001", DiagnosticSeverity.Warning, "Egress is restricted, and nothing allows the API server. Add .AllowEgress(Port.ApiServer).To(ApiServerAt(…)), or .AllowApiServer() and a profile with 'apiServer.cidrs'; or say .NeedsNoApiServer(\"why\").")]
    [TestCase(Perhaps, "PK1001", DiagnosticSeverity.Info, "Egress is restricted, and only an address that may or may not be right allows the API server. If this is the API server, write ApiServerAt(…) or .AllowApiServer(); if none is needed, say .NeedsNoApiServer(\"why\").")]
    [TestCase(Perhaps, "PK1002", DiagnosticSeverity.Info, "Egress is restricted, and only an address that may or may not be right allows DNS. If this is the cluster's resolver, write .AllowClusterDns(); if none is needed, say .NeedsNoDns(\"why\").")]
    public void Messages_to_the_letter(string program, string id, DiagnosticSeverity severity, string message)
    {
        var finding = Snippet.Analyze(Snippet.Compile(program)).Single(one => one.Id == id);
        finding.GetMessage(null).ShouldBe(message);
        finding.Severity.ShouldBe(severity);
    }

    [TestCase("error", DiagnosticSeverity.Error, DiagnosticSeverity.Error)]
    [TestCase("suggestion", DiagnosticSeverity.Info, DiagnosticSeverity.Info)]
    [TestCase("none", null, null)]
    public void Editorconfig_sets_the_severity(string word, DiagnosticSeverity? always, DiagnosticSeverity? sometimes)
    {
        Severity(Always).ShouldBe(always);
        Severity(Sometimes).ShouldBe(sometimes);

        DiagnosticSeverity? Severity(string program) =>
            Snippet.Analyze(Snippet.Compile(program), editorConfig: $"root = true\n[*.cs]\ndotnet_diagnostic.PK1001.severity = {word}\n").SingleOrDefault(one => one.Id == "PK1001")?.Severity;
    }

    [Test]
    public void An_attribute_on_a_helper_of_another_assembly_is_believed()
    {
        var helper = Snippet.Compile("""
            public static class Company
            {
                [PolicyEffect(PolicyEffects.SettlesApiServer | PolicyEffects.SettlesDns | PolicyEffects.RestrictsEgress)]
                public static Policy WithDefaults(this Policy policy) => policy.AllowApiServer().AllowClusterDns();

                [PolicyEffect(PolicyEffects.RestrictsEgress)]
                public static Policy WithTelemetry(this Policy policy) => policy.AllowEgress(Port.OtlpGrpc).To(Namespace("telemetry"));

                public static Policy WithSecrets(this Policy policy) => policy.AllowApiServer().AllowClusterDns();
            }
            """).WithAssemblyName("Company");
        var program = Snippet.CompileAnything("""
            PolicySet.Of(Policy.ForPods(("app", "a")).WithTelemetry().WithDefaults()).Emit(Engine.Kubernetes);
            PolicySet.Of(Policy.ForPods(("app", "b")).WithTelemetry().WithSecrets()).Emit(Engine.Kubernetes);
            PolicySet.Of(Policy.ForPods(("app", "c")).WithTelemetry()).Emit(Engine.Kubernetes);
            """).AddReferences(helper.EmitToImageReference());
        program.GetDiagnostics().Where(one => one.Severity is DiagnosticSeverity.Error).ShouldBeEmpty();
        Snippet.Analyze(program).Where(CutOff.IsMeant).Select(one => $"{one.Location.GetLineSpan().StartLinePosition.Line}: {one.Id}").ShouldBe(["2: PK1001", "2: PK1002"]);
    }

    [Test]
    public void Nothing_runs_where_the_library_is_not_referenced()
    {
        var program = Microsoft.CodeAnalysis.CSharp.CSharpCompilation.Create(
            "Other", [Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText("class Policy { Policy Named() => this; void M() { Named(); } }")], SnippetReferences.Framework, new(OutputKind.DynamicallyLinkedLibrary));
        Snippet.Analyze(program).ShouldBeEmpty();
    }
}
