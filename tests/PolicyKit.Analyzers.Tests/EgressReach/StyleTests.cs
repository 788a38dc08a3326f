namespace PolicyKit.Analyzers.Tests.EgressReach;

/// <summary>PK1001 in the styles people write in: the same question, the same answer.</summary>
public class StyleTests
{
    [Test]
    public void One_chain() => CutOff.Check("""
        PolicySet.Of(Policy.ForPods(("app", "web")).{|PK1001:AllowEgress|}(Port.Tcp(4317)).To(Cidr("198.51.100.10/32")).AllowClusterDns()).Emit(Engine.Kubernetes);
        PolicySet.Of(Policy.ForPods(("app", "web")).AllowEgress(Port.Tcp(4317)).To(Cidr("198.51.100.10/32")).AllowClusterDns().AllowApiServer()).Emit(Engine.Kubernetes);
        """);

    [Test]
    public void A_local() => CutOff.Check("""
        var web = Policy.ForPods(("app", "web")).{|PK1001:AllowEgress|}(Port.OtlpGrpc).To(Namespace("telemetry")).AllowClusterDns();
        var policies = PolicySet.Of(web.Named("web"));
        var emitted = policies.InNamespace("shop").Emit(Engine.Kubernetes);
        Console.Write(emitted.ToYaml());
        """);

    [Test]
    public void A_static_readonly_field_and_a_property() => CutOff.Check("""
        static class Shop
        {
            static readonly Policy Web = Policy.ForPods(("app", "web")).{|PK1001:AllowEgress|}(Port.OtlpGrpc).To(Namespace("telemetry")).AllowClusterDns();
            static PolicySet Set { get; } = [Web];
            static PolicySet Computed => [Web.AllowApiServer()];

            static void Main()
            {
                Set.Emit(Engine.Kubernetes);
                Computed.Emit(Engine.Kubernetes);
            }
        }
        """);

    [Test]
    public void A_helper_in_source() => CutOff.Check("""
        static class Shop
        {
            static Policy Web(string name) => Policy.ForPods(("app", name)).{|PK1001:AllowEgress|}(Port.OtlpGrpc).To(Namespace("telemetry")).AllowClusterDns();

            static Policy WithApiServer(this Policy policy) => policy.AllowApiServer();

            static void Main()
            {
                PolicySet.Of(Web("shop")).Emit(Engine.Kubernetes);
                PolicySet.Of(Web("admin").WithApiServer()).Emit(Engine.Kubernetes);
            }
        }
        """);

    [Test]
    public void A_local_function() => CutOff.Check("""
        Policies("web").Emit(Engine.Kubernetes);

        static PolicySet Policies(string name)
        {
            var policy = Policy.ForPods(("app", name)).{|PK1001:AllowEgress|}(Port.Https).To(Namespace("payments"));
            return [policy.AllowClusterDns()];
        }
        """);

    [Test]
    public void Reassignment() => CutOff.Check("""
        var web = Policy.ForPods(("app", "web"));
        web = web.{|PK1001:AllowEgress|}(Port.Https).To(Namespace("payments"));
        web = web.AllowClusterDns();
        PolicySet.Of(web).Emit(Engine.Kubernetes);
        web = web.AllowApiServer();
        PolicySet.Of(web).Emit(Engine.Kubernetes);
        """);

    [Test]
    public void When() => CutOff.Check("""
        var isOperator = args.Length > 0;
        PolicySet.Of(Policy.ForPods(("app", "web")).{|PK1001?:AllowEgress|}(Port.Https).To(Namespace("payments")).AllowClusterDns()
            .When(isOperator, p => p.AllowApiServer())).Emit(Engine.Kubernetes);
        PolicySet.Of(Policy.ForPods(("app", "job"))
            .When(isOperator, p => p.{|PK1001?:AllowEgress|}(Port.Https).To(Namespace("payments")).AllowClusterDns())).Emit(Engine.Kubernetes);
        PolicySet.Of(Policy.ForPods(("app", "op"))
            .When(isOperator, p => p.AllowEgress(Port.Https).To(Namespace("payments")).AllowClusterDns().AllowApiServer())).Emit(Engine.Kubernetes);
        """);

    [Test]
    public void A_conditional_expression() => CutOff.Check("""
        var web = Policy.ForPods(("app", "web")).{|PK1001?:AllowEgress|}(Port.Https).To(Namespace("payments")).AllowClusterDns();
        PolicySet.Of(args.Length > 0 ? web : web.AllowApiServer()).Emit(Engine.Kubernetes);
        """);

    [Test]
    public void A_switch_expression() => CutOff.Check("""
        var web = Policy.ForPods(("app", "web")).{|PK1001?:AllowEgress|}(Port.Https).To(Namespace("payments")).AllowClusterDns();
        var chosen = args.Length switch { 0 => web, 1 => web.AllowApiServer(), _ => web.NeedsNoApiServer("a batch job") };
        PolicySet.Of(chosen).Emit(Engine.Kubernetes);
        """);

    [Test]
    public void Reassignment_under_if() => CutOff.Check("""
        var web = Policy.ForPods(("app", "web")).{|PK1001?:AllowEgress|}(Port.Https).To(Namespace("payments")).AllowClusterDns();
        if (args.Length > 0) web = web.AllowApiServer();
        PolicySet.Of(web).Emit(Engine.Kubernetes);
        """);

    [Test]
    public void A_foreach_loop() => CutOff.Check("""
        var web = Policy.ForPods(("app", "web")).AllowClusterDns();
        foreach (var name in args) web = web.AllowEgress(Port.Https).To(Namespace(name));
        PolicySet.Of(web.AllowApiServer()).Emit(Engine.Kubernetes);

        var job = Policy.ForPods(("app", "job")).{|PK1001:AllowClusterDns|}();
        foreach (var name in args) job = job.AllowEgress(Port.Https).To(Namespace(name));
        PolicySet.Of(job).Emit(Engine.Kubernetes);
        """);

    [Test]
    public void ForEach() => CutOff.Check("""
        PolicySet.Of(Policy.ForPods(("app", "web")).{|PK1001:AllowClusterDns|}()
            .ForEach(args, (p, name) => p.AllowEgress(Port.Tcp(5432)).To(Namespace(name)))).Emit(Engine.Kubernetes);
        PolicySet.Of(Policy.ForPods(("app", "job"))
            .ForEach(new[] { "a.example.com", "b.example.com" }, (p, host) => p.{|PK1001:AllowEgress|}(Port.Tcp(5432)).To(Fqdn(host)))).Emit(Engine.Kubernetes);
        """);

    [Test]
    public void A_policy_that_came_in_as_a_parameter_is_not_judged() => CutOff.Check("""
        Deploy(Policy.ForPods(("app", "web")).AllowEgress(Port.Https).To(Namespace("payments")));

        static void Deploy(Policy policy) => PolicySet.Of(policy.AllowEgress(Port.Tcp(5432)).To(Namespace("data"))).Emit(Engine.Kubernetes);
        """);

    [Test]
    public void A_class_that_wraps_a_policy_in_a_with_method() => CutOff.Check("""
        static class Company
        {
            public static Policy WithTelemetry(this Policy policy) => policy.AllowEgress(Port.OtlpGrpc).To(Namespace("telemetry"));
        }

        static class Shop
        {
            static void Main() => PolicySet.Of(Policy.ForPods(("app", "web")).{|PK1002:{|PK1001:WithTelemetry|}|}()).Emit(Engine.Kubernetes);
        }
        """);

    [Test]
    public void Constants_of_every_kind() => CutOff.Check("""
        static class Shop
        {
            const string Payments = "payments";
            const string Full = $"{Payments}-{nameof(Shop)}";
            static readonly int Port5432 = 5432;
            static readonly string App = "web";

            static void Main()
            {
                PolicySet.Of(
                    Policy.ForPods((nameof(App), App)).{|PK1001:AllowEgress|}(Port.Tcp(Port5432)).To(Namespaces(Payments, Full.ToString(), "data")).AllowClusterDns(),
                    Policy.ForPods(("app", App)).AllowApiServer().AllowClusterDns()).Emit(Engine.Kubernetes);
            }
        }
        """);

    [Test]
    public void A_set_in_a_loop_over_engines() => CutOff.Check("""
        PolicySet policies = [Policy.ForPods(("app", "web")).{|PK1001:AllowEgress|}(Port.Https).To(Namespace("payments")).AllowClusterDns()];
        foreach (var engine in new[] { Engine.Kubernetes }) Console.Write(policies.Emit(engine).ToYaml());
        Action later = () => policies.Emit(Engine.Kubernetes);
        """);
}
