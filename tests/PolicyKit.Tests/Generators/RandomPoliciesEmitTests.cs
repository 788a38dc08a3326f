using FsCheck;
using FsCheck.Fluent;
using PolicyKit.Engines.Kubernetes;
using PolicyKit.Manifests;

namespace PolicyKit.Tests.Generators;

/// <summary>Whatever compiles is emitted soundly, or refused with a sentence that names the policy.</summary>
public sealed class RandomPoliciesEmitTests
{
    // What may stand between a random policy and its manifests on the plainest engine: exceptions that leave nothing, host names, facts, names of ports.
    private static readonly string[] Refusals = ["PK0004", "PK3001", "PK3002", "PK3003"];

    [Test]
    public void What_is_emitted_passes_every_rule_of_the_API_server_and_ours() => Check.One(Quick, Prop.ForAll(Sets(new()), set =>
    {
        var emitted = set.Emit(Engine.Kubernetes, ProfileGen.Complete);
        if (!emitted.Succeeded) return;
        foreach (var manifest in emitted.Manifests) KubernetesRules.Check(manifest, finding => throw new AssertionException($"{manifest}, {finding}\n{manifest.ToYaml()}"));
        ManifestReader.Read(emitted.ToYaml()).Manifests.ShouldBe(emitted.Manifests);
    }));

    [Test]
    public void What_is_refused_is_refused_by_name_and_nothing_else_is() => Check.One(Quick, Prop.ForAll(Sets(new()), Profiles, (set, profile) =>
    {
        var errors = set.Emit(Engine.Kubernetes, profile).Diagnostics.Where(one => one.Severity is Severity.Error).ToArray();

        foreach (var error in errors)
        {
            Refusals.ShouldContain(error.Id);
            set.Policies.Any(policy => error.Message.Contains($"'{policy.Namespace}/{policy.Name}'") || error.Id == "PK0004").ShouldBeTrue(error.ToString());
            error.Mend.ShouldNotBeEmpty();
        }
    }));

    [Test]
    public void With_every_fact_and_nothing_unsayable_everything_is_emitted() => Check.One(Quick, Prop.ForAll(Sets(PolicyShape.Sayable), set =>
        set.Emit(Engine.Kubernetes, ProfileGen.Complete).Diagnostics.Where(one => one.Severity is Severity.Error).ShouldBeEmpty()));

    [Test]
    public void Governed_directions_and_nothing_else_are_isolated() => Check.One(Quick, Prop.ForAll(Sets(PolicyShape.Sayable), set =>
    {
        var manifests = set.Emit(Engine.Kubernetes, ProfileGen.Complete).Manifests.ToDictionary(manifest => (manifest.Namespace, manifest.Name));
        foreach (var policy in set.Policies)
        {
            var types = (ManifestList)((ManifestMap)manifests[(policy.Namespace, policy.Name)].Root["spec"]!)["policyTypes"]!;
            types.Select(type => ((ManifestText)type).Value).ShouldBe(Governed(policy));
        }
    }));

    private static Config Quick => Config.QuickThrowOnFailure.WithMaxTest(300);

    private static Arbitrary<ClusterProfile> Profiles => ProfileGen.Patchy.ToArbitrary();

    private static Arbitrary<PolicySet> Sets(PolicyShape shape) => PolicyGen.Arbitrary(shape);

    private static IEnumerable<string> Governed(Policy policy)
    {
        if (policy.Ingress is not null) yield return "Ingress";
        if (policy.Egress is not null) yield return "Egress";
    }
}
