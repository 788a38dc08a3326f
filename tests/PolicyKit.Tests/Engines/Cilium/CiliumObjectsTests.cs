using PolicyKit.Tests.Emitting;
using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Engines.Cilium;

/// <summary>The object as a whole: head, subject, isolation, default deny.</summary>
public sealed class CiliumObjectsTests
{
    [Test]
    public void An_object_names_its_pods_and_what_they_may_do() =>
        Policy.ForPods(("app", "web")).InNamespace("shop").WithLabels(("team", "blue")).AllowIngress(Port.Metrics).Because("scraping").From(Namespace("monitoring")).DenyEgressByDefault()
            .Emit(Engine.Cilium).ToYaml().ShouldBe("""
                ---
                apiVersion: cilium.io/v2
                kind: CiliumNetworkPolicy
                metadata:
                  name: web
                  namespace: shop
                  labels:
                    team: blue
                  annotations:
                    policykit.io/because: "ingress metrics/TCP from the pods of namespace 'monitoring': scraping"
                spec:
                  endpointSelector:
                    matchLabels:
                      k8s:app: web
                  ingress:
                  - fromEndpoints:
                    - matchLabels:
                        k8s:io.kubernetes.pod.namespace: monitoring
                    toPorts:
                    - ports:
                      - port: metrics
                        protocol: TCP
                  egress:
                  - toEntities:
                    - none

                """);

    [TestCase(Directions.Ingress, "endpointSelector: {}\ningress:\n- fromEntities:\n  - none\n")]
    [TestCase(Directions.Egress, "endpointSelector: {}\negress:\n- toEntities:\n  - none\n")]
    [TestCase(Directions.Both, "endpointSelector: {}\ningress:\n- fromEntities:\n  - none\negress:\n- toEntities:\n  - none\n")]
    public void Default_deny_isolates_with_a_rule_for_nobody_whatever_its_order(Directions directions, string spec)
    {
        var emitted = PolicySet.Create([]).WithDefaultDeny("shop", directions, order: 2000).Emit(Engine.Cilium);

        emitted.Part("spec").ShouldBe(spec);
        emitted.Manifests[0].ToString().ShouldBe("CiliumNetworkPolicy shop/default-deny");
    }

    [Test]
    public void A_direction_that_is_not_governed_is_not_there() =>
        Web.AllowIngress(Port.Https).From(Anywhere).Emit(Engine.Cilium).ToYaml().ShouldNotContain("egress");

    [Test]
    public void A_subject_keeps_its_expressions() =>
        Policy.ForPods(Key("tier").In("front", "back")).Named("tiers").InNamespace("shop").DenyIngressByDefault().Emit(Engine.Cilium).Part("spec.endpointSelector").ShouldBe("""
            matchExpressions:
            - key: k8s:tier
              operator: In
              values:
              - back
              - front

            """);
}
