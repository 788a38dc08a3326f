using PolicyKit.Manifests;
using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Emitting;

/// <summary>All or nothing: manifests, or the reasons why there are none.</summary>
public sealed class EmitResultTests
{
    private static readonly PolicySet Sound = [Web.AllowIngress(Port.Https).FromAnywhere(), Web.Named("db").DenyIngressByDefault()];
    private static readonly PolicySet Broken = [Web.DenyIngressByDefault(), Web.Named("out").AllowEgress(Port.Https).To(Fqdn("a.example.com"))];

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("policykit-emit-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void After_an_error_every_way_to_the_manifests_throws_the_diagnostics()
    {
        var emitted = Broken.Emit(Engine.Kubernetes);
        var writer = new StringWriter();

        foreach (Action ask in (Action[])[() => emitted.ToYaml(), () => emitted.WriteYaml(writer), () => _ = emitted.Manifests, () => emitted.SaveTo(_folder)])
        {
            var thrown = Should.Throw<EmitException>(ask);
            thrown.Message.ShouldEndWith("error PK3001: Policy 'shop/out' allows the host name 'a.example.com', and kubernetes has no egress by host name. Use an engine that has it, or write the host's network with Cidr(…).");
            thrown.Diagnostics.ShouldBe(emitted.Diagnostics);
        }

        writer.ToString().ShouldBe("");
        Directory.GetFileSystemEntries(_folder).ShouldBeEmpty();
    }

    [Test]
    public void After_an_error_a_folder_that_was_saved_before_stays_as_it_was()
    {
        Sound.Emit(Engine.Kubernetes).SaveTo(_folder);
        var before = Contents();

        Should.Throw<EmitException>(() => Broken.Emit(Engine.Kubernetes).SaveTo(_folder));

        Contents().ShouldBe(before);
        before.Count.ShouldBe(4);
    }

    [Test]
    public void A_saved_folder_holds_one_file_a_manifest_and_a_kustomization()
    {
        var emitted = Sound.Emit(Engine.Kubernetes);

        var report = emitted.SaveTo(_folder);

        report.Written.ShouldBe(["kustomization.yaml", "networkpolicy_shop_db.yaml", "networkpolicy_shop_web.yaml"]);
        File.ReadAllText(Path.Combine(_folder, "networkpolicy_shop_db.yaml")).ShouldBe(emitted.Manifests[0].ToYaml());
        File.ReadAllText(Path.Combine(_folder, "kustomization.yaml")).ShouldEndWith("resources:\n- networkpolicy_shop_db.yaml\n- networkpolicy_shop_web.yaml\n");
        emitted.SaveTo(_folder).Written.ShouldBeEmpty();
    }

    [Test]
    public void The_stream_is_the_manifests_one_after_the_other()
    {
        var emitted = Sound.Emit(Engine.Kubernetes);
        var writer = new StringWriter();

        emitted.WriteYaml(writer);

        writer.ToString().ShouldBe(emitted.ToYaml());
        emitted.ToYaml().ShouldBe(string.Concat(emitted.Manifests.Select(manifest => manifest.ToYaml())));
        emitted.Manifests.Select(manifest => manifest.ToString()).ShouldBe(["NetworkPolicy shop/db", "NetworkPolicy shop/web"]);
        ManifestReader.Read(emitted.ToYaml()).Manifests.ShouldBe(emitted.Manifests);
    }

    [Test]
    public void Printing_a_sound_set_gives_YAML_and_zero()
    {
        var (output, errors) = (new StringWriter(), new StringWriter());

        Sound.Emit(Engine.Kubernetes).Print(output, errors).ShouldBe(0);

        output.ToString().ShouldBe(Sound.Emit(Engine.Kubernetes).ToYaml());
    }

    [Test]
    public void Printing_a_broken_set_gives_the_place_the_reason_the_mend_and_one()
    {
        var (output, errors) = (new StringWriter(), new StringWriter());

        Broken.Emit(Engine.Kubernetes).Print(output, errors).ShouldBe(1);

        output.ToString().ShouldBe("");
        errors.ToString().ShouldMatch(@"EmitResultTests\.cs\(11\): error PK3001: Policy 'shop/out'");
    }

    [Test]
    public void An_empty_set_gives_no_manifests() => PolicySet.Create([]).Emit(Engine.Kubernetes).ToYaml().ShouldBe("");

    [Test]
    public void Two_objects_of_one_name_are_refused_because_the_second_would_replace_the_first()
    {
        PolicySet set = [Web.DenyIngressByDefault(), Web.DenyEgressByDefault(), Policy.ForAllPods().Named("default-deny").InNamespace("shop").DenyEgressByDefault()];

        set.WithDefaultDeny(Directions.Ingress).Emit(Engine.Kubernetes).Errors().Select(error => error.Split(';')[0]).ShouldBe(
            ["PK0002: NetworkPolicy shop/web is written twice", "PK0002: NetworkPolicy shop/default-deny is written twice"], ignoreOrder: true);
    }

    [Test]
    public void The_same_name_in_two_namespaces_is_fine() =>
        PolicySet.Of(Web.DenyIngressByDefault(), Web.InNamespace("other").DenyIngressByDefault()).Emit(Engine.Kubernetes).Succeeded.ShouldBeTrue();

    [Test]
    public void Gaps_are_errors_on_request_unless_they_are_accepted_by_name()
    {
        PolicySet set = [Web.AllowEgress(Port.ApiServer).To(ApiServerAt("10.0.0.1/32"))];

        set.Emit(Engine.Kubernetes).Succeeded.ShouldBeTrue();
        set.Emit(Engine.Kubernetes, options: new() { GapsAreErrors = true }).Errors().ShouldHaveSingleItem().ShouldBe(
            "PK3010: gap address-and-nodes: on kubernetes with an unknown enforcer, connections to ApiServer of 'shop/web' are cut where address blocks do not match nodes. Accept it by name, Accepted = [Gaps.AddressAndNodes], or write the policy so that the engine can say it.");
        set.Emit(Engine.Kubernetes, options: new() { GapsAreErrors = true, Accepted = [Gaps.AddressAndNodes] }).Succeeded.ShouldBeTrue();
    }

    private List<(string, string)> Contents() =>
        [.. Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => (file, File.ReadAllText(file)))];
}
