using FsCheck;
using FsCheck.Fluent;
using PolicyKit.Manifests;
using PolicyKit.Tests.Generators;
using static PolicyKit.Tests.Engines.ClusterNetworkPolicy.Objects;

namespace PolicyKit.Tests.Engines.ClusterNetworkPolicy;

/// <summary>Random sets on random clusters: sound objects of two layers, the same bytes again, and no refusal without a name.</summary>
public sealed class ClusterNetworkPolicyPropertyTests
{
    // What the table of the engine refuses, and what the resolver does for every engine.
    private static readonly string[] Refusals = ["PK3001", "PK3002", "PK3003", "PK3005"];

    private static readonly Gen<ClusterProfile> Profiles = Gen.Frequency((3, ProfileGen.CompleteOnes), (1, ProfileGen.Patchy))
        .Zip(Gen.Elements(Enum.GetValues<ReleaseChannel>()).Zip(Gen.Elements(Enum.GetValues<Placement>())))
        .Select(drawn => In(drawn.Item1, facts => facts with { Channel = drawn.Item2.Item1, Placement = drawn.Item2.Item2 }));

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public Property What_is_emitted_is_sound_and_what_is_not_is_refused_by_a_known_rule() => Holds(new(), (set, profile) =>
    {
        var emitted = set.Emit(Engine.ClusterNetworkPolicy, profile);
        foreach (var error in emitted.Diagnostics.Where(one => one.Severity is Severity.Error))
        {
            Refusals.ShouldContain(error.Id, $"{error}");
            error.Message.ShouldContain("allows ");
            error.Mend.ShouldNotBeEmpty();
        }

        if (!emitted.Succeeded) return;
        foreach (var manifest in emitted.Manifests) Findings(manifest, profile).ShouldBeEmpty();
        set.Emit(Engine.ClusterNetworkPolicy, profile).ToYaml().ShouldBe(emitted.ToYaml());
        PolicySet.Create([.. set.Reverse()]).Emit(Engine.ClusterNetworkPolicy, profile).ToYaml().ShouldBe(emitted.ToYaml());
    });

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public Property Every_governed_direction_of_an_enforced_policy_ends_in_one_deny_rule() => Holds(PolicyShape.Sayable, (set, profile) =>
    {
        var emitted = set.Emit(Engine.ClusterNetworkPolicy, profile);
        if (!emitted.Succeeded) return;
        var written = emitted.Manifests.Where(one => one.Name!.StartsWith("deny.", StringComparison.Ordinal))
            .SelectMany(one => Spec(one).Where(entry => entry.Key is "ingress" or "egress").Select(entry => $"{one.Name} {entry.Key} {Action((ManifestList)entry.Value)}"));
        var governed = set.Policies.Where(policy => policy.Mode is RolloutMode.Enforce)
            .SelectMany(policy => ((string, object?)[])[("ingress", policy.Ingress), ("egress", policy.Egress)], (policy, section) => (policy, section))
            .Where(pair => pair.section.Item2 is not null).Select(pair => $"deny.{pair.policy.Namespace}.{pair.policy.Name} {pair.section.Item1} Deny");

        written.ShouldBe(governed, ignoreOrder: true);
    });

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property The_allow_layer_only_accepts_and_each_layer_has_one_place() => Holds(PolicyShape.Sayable, (set, profile) =>
    {
        var emitted = set.Emit(Engine.ClusterNetworkPolicy, profile);
        if (!emitted.Succeeded) return;
        foreach (var rule in emitted.Rules("allow", "ingress").Concat(emitted.Rules("allow", "egress"))) rule["action"].ShouldBe((ManifestNode)"Accept");
        emitted.Layers().Select(line => line.Split(' ')).GroupBy(parts => parts[0][..4]).ShouldAllBe(layer => layer.Select(parts => $"{parts[1]} {parts[2]}").Distinct().Count() == 1);
    });

    [Test]
    public void The_laws_are_not_about_refusals_alone() =>
        PolicyGen.Sets(PolicyShape.Sayable).Zip(Profiles).Sample(400, 10).Count(drawn => drawn.Item1.Emit(Engine.ClusterNetworkPolicy, drawn.Item2).Succeeded).ShouldBeGreaterThan(200);

    private static Property Holds(PolicyShape shape, Action<PolicySet, ClusterProfile> law) =>
        Prop.ForAll(PolicyGen.Arbitrary(shape), Arb.From(Profiles), law);

    private static string Action(ManifestList rules) => string.Join(' ', rules.Cast<ManifestMap>().Select(rule => ((ManifestText)rule["action"]!).Value));

    private static List<RuleFinding> Findings(Manifest manifest, ClusterProfile profile)
    {
        var findings = new List<RuleFinding>();
        PolicyKit.Engines.ClusterNetworkPolicy.ClusterNetworkPolicyRules.Check(manifest, profile, findings.Add);
        return findings;
    }
}
