using FsCheck;
using FsCheck.Fluent;
using PolicyKit.Engines.Cilium;
using PolicyKit.Manifests;
using PolicyKit.Tests.Generators;

namespace PolicyKit.Tests.Engines.Cilium;

/// <summary>Laws over random sets and profiles.</summary>
public sealed class CiliumRandomTests
{
    private static readonly string[] Refusals = ["PK3002", "PK3003", "PK3008"];

    private static readonly Gen<ClusterProfile> Profiles =
        from profile in ProfileGen.Patchy
        from minor in Gen.Choose(14, 20)
        from sctp in Gen.Elements(true, false)
        from mesh in Gen.Elements(true, false)
        select profile with { Cilium = new() { Version = new(1, minor), Sctp = sctp, ClusterMesh = mesh } };

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property What_is_emitted_passes_both_gates_and_has_no_empty_value() => Prop.ForAll(PolicyGen.Arbitrary(new()), Arb.From(Profiles), (set, profile) =>
    {
        var emitted = set.Emit(Engine.Cilium, profile);
        if (!emitted.Succeeded) return;
        foreach (var manifest in emitted.Manifests)
        {
            var findings = new List<RuleFinding>();
            CiliumRules.Check(manifest, profile.Cilium.Version, findings.Add);
            findings.ShouldBeEmpty();
            EmptyValues(((ManifestMap)manifest.Root["spec"]!)["ingress"]).ShouldBe(0);
            EmptyValues(((ManifestMap)manifest.Root["spec"]!)["egress"]).ShouldBe(0);
        }
    });

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property A_set_is_refused_only_for_what_Cilium_or_the_profile_lacks() => Prop.ForAll(PolicyGen.Arbitrary(new()), Arb.From(Profiles), (set, profile) =>
    {
        foreach (var error in set.Emit(Engine.Cilium, profile).Diagnostics.Where(one => one.Severity is Severity.Error))
        {
            Refusals.ShouldContain(error.Id);
            error.Message.ShouldStartWith("Policy '");
            error.Mend.ShouldNotBeEmpty();
        }
    });

    [FsCheck.NUnit.Property(MaxTest = 100)]
    public Property Nothing_sayable_is_refused_by_the_newest_version_with_every_fact() =>
        Prop.ForAll(PolicyGen.Arbitrary(PolicyShape.Sayable), Arb.From(ProfileGen.CompleteOnes), (set, profile) =>
            set.Emit(Engine.Cilium, profile with { Cilium = new() { Version = new(1, 20), Sctp = true } }).Diagnostics
                .Where(one => one.Severity is Severity.Error && one.Id is not "PK3003").ShouldBeEmpty());

    [FsCheck.NUnit.Property(MaxTest = 100)]
    public Property The_order_of_the_entries_makes_no_byte_of_difference() => Prop.ForAll(PolicyGen.Arbitrary(new()), Arb.From(Profiles), (set, profile) =>
    {
        var emitted = set.Emit(Engine.Cilium, profile);
        PolicySet turned = [.. set.Reverse()];
        if (emitted.Succeeded) turned.Emit(Engine.Cilium, profile).ToYaml().ShouldBe(emitted.ToYaml());
    });

    [FsCheck.NUnit.Property(MaxTest = 100)]
    public Property Every_governed_direction_is_isolated_in_the_object_itself() => Prop.ForAll(PolicyGen.Arbitrary(PolicyShape.Sayable with { DryRun = false }), set =>
    {
        var emitted = set.Emit(Engine.Cilium, ProfileGen.Complete with { Cilium = new() { Sctp = true } });
        if (!emitted.Succeeded) return;
        foreach (var (policy, manifest) in emitted.Ir.Policies.Zip(emitted.Manifests))
        {
            var spec = (ManifestMap)manifest.Root["spec"]!;
            (spec["ingress"] is ManifestList { Count: > 0 }).ShouldBe(policy.Ingress is not null);
            (spec["egress"] is ManifestList { Count: > 0 }).ShouldBe(policy.Egress is not null);
        }
    });

    private static int EmptyValues(ManifestNode? node) => node switch
    {
        ManifestMap { Count: 0 } or ManifestList { Count: 0 } => 1,
        ManifestMap map => map.Sum(entry => EmptyValues(entry.Value)),
        ManifestList list => list.Sum(EmptyValues),
        _ => 0,
    };
}
