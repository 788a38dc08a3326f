using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Emitting;

/// <summary>PK3013: what was written for another engine than the one emitted is left out aloud, with a gap.</summary>
public sealed class ElsewhereTests
{
    private const string Yaml = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: own, namespace: shop }\nspec: { podSelector: {}, policyTypes: [Ingress] }\n";

    private static IEnumerable<Engine> Others => Engine.All.Where(engine => engine != Engine.Kubernetes);

    [TestCaseSource(nameof(Others))]
    public void A_raw_manifest_for_another_engine_is_left_out_aloud(Engine engine)
    {
        var emitted = PolicySet.Of(Web.DenyIngressByDefault()).WithRaw(Engine.Kubernetes, Yaml).Emit(engine);

        Findings(emitted).ShouldBe([$"warning: A raw manifest for kubernetes is left out of what is emitted for {engine}. Write the same for {engine}, or accept the gap 'fragment-elsewhere'."]);
        emitted.Gaps.Where(gap => gap.Id == Gaps.FragmentElsewhere).Select(gap => (gap.Flows.Direction, gap.Sentence)).ShouldBe(
            [(Direction.Ingress, $"on {engine}, a raw manifest for kubernetes says nothing."), (Direction.Egress, $"on {engine}, a raw manifest for kubernetes says nothing.")]);
        emitted.Succeeded.ShouldBeTrue();
    }

    [TestCaseSource(nameof(Others))]
    public void A_fragment_for_another_engine_is_left_out_aloud(Engine engine)
    {
        var emitted = Web.DenyIngressByDefault().Native(Engine.Kubernetes, ingress: "- from: [{ podSelector: {} }]").Emit(engine);

        Findings(emitted).ShouldBe([$"warning: The kubernetes fragment of policy 'shop/web' is left out of what is emitted for {engine}. Write the same for {engine}, or accept the gap 'fragment-elsewhere'."]);
        emitted.Gaps.Single(gap => gap.Id == Gaps.FragmentElsewhere).ToString().ShouldBe($"gap fragment-elsewhere: on {engine}, the kubernetes fragment of 'shop/web' says nothing.");
    }

    [Test]
    public void On_its_own_engine_there_is_nothing_to_say()
    {
        var emitted = PolicySet.Of(Web.DenyIngressByDefault().Native(Engine.Kubernetes, ingress: "- from: [{ podSelector: {} }]")).WithRaw(Engine.Kubernetes, Yaml).Emit(Engine.Kubernetes);

        emitted.Diagnostics.ShouldBeEmpty();
        emitted.Gaps.ShouldBeEmpty();
    }

    private static IEnumerable<string> Findings(EmitResult emitted) =>
        emitted.Diagnostics.Where(one => one.Id == "PK3013").Select(one => $"{one with { Origin = default }}".Replace(" PK3013:", ":"));
}
