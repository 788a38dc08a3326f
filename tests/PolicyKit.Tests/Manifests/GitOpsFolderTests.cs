using PolicyKit.Manifests;

namespace PolicyKit.Tests.Manifests;

public sealed class GitOpsFolderTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("policykit-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Every_manifest_is_a_file_and_the_kustomization_lists_them_sorted()
    {
        var report = GitOpsFolder.Save(_folder, [Policy("web", "jaas"), Policy("api", "jaas"), Policy("all", null)], GitOpsLayout.Kustomize);

        report.Written.ShouldBe(["kustomization.yaml", "networkpolicy_all.yaml", "networkpolicy_jaas_api.yaml", "networkpolicy_jaas_web.yaml"]);
        Names().ShouldBe([".policykit", "kustomization.yaml", "networkpolicy_all.yaml", "networkpolicy_jaas_api.yaml", "networkpolicy_jaas_web.yaml"]);
        Read("networkpolicy_jaas_web.yaml").ShouldBe(Policy("web", "jaas").ToYaml());
        Read("kustomization.yaml").ShouldBe("---\napiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n- networkpolicy_all.yaml\n- networkpolicy_jaas_api.yaml\n- networkpolicy_jaas_web.yaml\n");
    }

    [Test]
    public void The_flat_layout_has_no_kustomization_and_removes_the_one_it_wrote()
    {
        Save(Policy("web", "a"));

        GitOpsFolder.Save(_folder, [Policy("web", "a")], GitOpsLayout.Flat).ShouldBe(new SaveReport([], ["kustomization.yaml"], []));
        Names().ShouldBe([".policykit", "networkpolicy_a_web.yaml"]);
    }

    [Test]
    public void Saving_twice_writes_nothing_new()
    {
        Save(Policy("web", "a"));
        var ledger = Read(".policykit");

        Save(Policy("web", "a")).ShouldBe(new SaveReport([], [], []));
        Read(".policykit").ShouldBe(ledger);
    }

    [Test]
    public void The_ledger_holds_hashes_that_anybody_can_check()
    {
        GitOpsFolder.Save(_folder, [Manifest.Parse("{apiVersion: v1, kind: A, metadata: {name: b}}")], GitOpsLayout.Flat);

        Read(".policykit").ShouldBe(
            """
            # What PolicyKit wrote in this folder, and may replace or remove. Keep this file under version control with the others.
            338fbd99ea19d220e6bb78824939dde250a0b8718b0ef178f331d09f6b416943  a_b.yaml

            """);
    }

    [Test]
    public void What_is_no_longer_made_is_removed_unless_somebody_changed_it()
    {
        Save(Policy("web", "a"), Policy("old", "a"), Policy("mine", "a"));
        File.AppendAllText(PathOf("networkpolicy_a_mine.yaml"), "# mine\n");
        File.WriteAllText(PathOf("other.yaml"), "not ours");

        Save(Policy("web", "a")).ShouldBe(new SaveReport(["kustomization.yaml"], ["networkpolicy_a_old.yaml"], ["networkpolicy_a_mine.yaml"]));
        Names().ShouldBe([".policykit", "kustomization.yaml", "networkpolicy_a_mine.yaml", "networkpolicy_a_web.yaml", "other.yaml"]);
        Save(Policy("web", "a")).Kept.ShouldBeEmpty();
    }

    [Test]
    public void Line_ends_that_version_control_rewrote_are_no_change()
    {
        Save(Policy("web", "a"));
        File.WriteAllText(PathOf("networkpolicy_a_web.yaml"), Read("networkpolicy_a_web.yaml").Replace("\n", "\r\n"));

        Save().Removed.ShouldBe(["networkpolicy_a_web.yaml"]);
    }

    [Test]
    public void A_file_that_it_did_not_write_is_never_replaced_and_then_nothing_is_written()
    {
        File.WriteAllText(PathOf("networkpolicy_a_web.yaml"), "mine");

        Should.Throw<IOException>(() => Save(Policy("api", "a"), Policy("web", "a"))).Message
            .ShouldBe("The file 'networkpolicy_a_web.yaml' stands in the folder, and PolicyKit did not write it; nothing was saved. Move it away, or save elsewhere.");
        Names().ShouldBe(["networkpolicy_a_web.yaml"]);
        Read("networkpolicy_a_web.yaml").ShouldBe("mine");
    }

    [Test]
    public void A_file_that_somebody_changed_is_not_replaced_either()
    {
        Save(Policy("web", "a"));
        File.WriteAllText(PathOf("networkpolicy_a_web.yaml"), "changed");

        Should.Throw<IOException>(() => Save(Policy("web", "a"))).Message
            .ShouldBe("The file 'networkpolicy_a_web.yaml' was changed since PolicyKit wrote it; nothing was saved. Take the change over into the program and remove the file, or save elsewhere.");
        Read("networkpolicy_a_web.yaml").ShouldBe("changed");
    }

    [Test]
    public void Two_manifests_that_would_share_a_file_are_refused()
    {
        Should.Throw<IOException>(() => Save(Policy("web", "a"), Policy("web", "a"))).Message
            .ShouldBe("NetworkPolicy a/web and NetworkPolicy a/web would both be saved as 'networkpolicy_a_web.yaml'. Give one of them another name.");
        Names().ShouldBeEmpty();
    }

    [TestCase("a", "b-c", "networkpolicy_a_b-c.yaml")]
    [TestCase("a-b", "c", "networkpolicy_a-b_c.yaml")]
    [TestCase(null, "default.web", "networkpolicy_default.web.yaml")]
    [TestCase(null, "Web", "networkpolicy_%57eb.yaml")]
    [TestCase(null, "../../etc/passwd", "networkpolicy_..%2f..%2fetc%2fpasswd.yaml")]
    [TestCase(null, "a_b", "networkpolicy_a%5fb.yaml")]
    [TestCase(null, "\u00E9", "networkpolicy_%c3%a9.yaml")]
    public void Names_of_files_are_safe_and_different(string? @namespace, string name, string file) =>
        GitOpsFiles.Of([Policy(name, @namespace)], GitOpsLayout.Flat).ShouldHaveSingleItem().Name.ShouldBe(file);

    [Test]
    public void A_long_name_is_cut_and_stays_different()
    {
        var files = GitOpsFiles.Of([Policy(new string('a', 250) + "b", "n"), Policy(new string('a', 250) + "c", "n")], GitOpsLayout.Flat);

        files.Select(file => file.Name).Distinct().Count().ShouldBe(2);
        files.ShouldAllBe(file => file.Name.Length == 222 && FileToSave.IsSafe(file.Name));
    }

    [TestCase("")]
    [TestCase("../a.yaml")]
    [TestCase("/etc/a.yaml")]
    [TestCase("a/b.yaml")]
    [TestCase("a\\b.yaml")]
    [TestCase(".a.yaml")]
    [TestCase("C:a.yaml")]
    [TestCase("a.txt")]
    public void A_name_that_leaves_the_folder_is_refused(string name)
    {
        Should.Throw<IOException>(() => GitOpsFolder.Save(new DiskFolder(_folder), [new FileToSave(name, "", "x")])).Message
            .ShouldBe($"'{name}' is no name for a file in the folder. Use letters, digits, '.', '-' and '_', and the ending '.yaml'.");
        Names().ShouldBeEmpty();
    }

    [TestCase("garbage")]
    [TestCase("0000000000000000000000000000000000000000000000000000000000000000  ../a.yaml")]
    [TestCase("0000000000000000000000000000000000000000000000000000000000000000 a.yaml")]
    public void A_ledger_that_somebody_spoiled_is_refused(string line)
    {
        File.WriteAllText(PathOf(".policykit"), $"# heading\n\n{line}\n");

        Should.Throw<IOException>(() => Save(Policy("web", "a"))).Message.ShouldStartWith("The file '.policykit' holds a line that PolicyKit did not write: '");
        Names().ShouldBe([".policykit"]);
    }

    [Test]
    public void A_folder_that_is_a_file_or_cannot_be_made_is_refused()
    {
        var file = PathOf("file");
        File.WriteAllText(file, "");

        Should.Throw<IOException>(() => GitOpsFolder.Save(file, [], GitOpsLayout.Flat)).Message.ShouldBe($"'{file}' is a file, not a folder; nothing was saved. Name a folder.");
        Should.Throw<IOException>(() => GitOpsFolder.Save(Path.Combine(file, "below"), [Policy("a", "b")], GitOpsLayout.Flat));
        Names().ShouldBe(["file"]);
    }

    [Test]
    public void A_folder_that_is_not_there_is_made()
    {
        GitOpsFolder.Save(PathOf("new"), [Policy("web", "a")], GitOpsLayout.Flat).Written.ShouldBe(["networkpolicy_a_web.yaml"]);

        File.Exists(Path.Combine(PathOf("new"), "networkpolicy_a_web.yaml")).ShouldBeTrue();
    }

    [Test]
    public void A_crash_at_any_step_leaves_whole_files_and_the_next_saving_finishes()
    {
        FileToSave[] first = [new("a.yaml", "old a\n", "a"), new("b.yaml", "old b\n", "b"), new("gone.yaml", "gone\n", "gone")];
        FileToSave[] second = [new("a.yaml", "new a\n", "a"), new("b.yaml", "new b\n", "b"), new("c.yaml", "new c\n", "c")];
        FileToSave[] third = [new("a.yaml", "third a\n", "a")];
        var crashes = 0;
        for (var step = 1; ; step++)
        {
            var disk = new DiskFolder(PathOf($"crash{step}"));
            GitOpsFolder.Save(disk, first);
            var crashing = new CrashingFolder(disk, step);
            if (!crashing.Crashes(() => GitOpsFolder.Save(crashing, second))) break;

            crashes++;
            foreach (var file in first.Concat(second)) disk.TryRead(file.Name).ShouldBeOneOf([null, .. first.Concat(second).Where(f => f.Name == file.Name).Select(f => f.Content)]);
            GitOpsFolder.Save(disk, third).Kept.ShouldBeEmpty();
            disk.TryRead("a.yaml").ShouldBe("third a\n");
            new[] { "b.yaml", "c.yaml", "gone.yaml" }.ShouldAllBe(name => disk.TryRead(name) == null);
        }

        crashes.ShouldBe(11);
    }

    private static Manifest Policy(string name, string? @namespace)
    {
        var metadata = new List<ManifestEntry> { new("name", name) };
        if (@namespace is not null) metadata.Add(new("namespace", @namespace));
        return new(new ManifestMap([new("apiVersion", "networking.k8s.io/v1"), new("kind", "NetworkPolicy"), new("metadata", new ManifestMap(metadata))]));
    }

    private SaveReport Save(params Manifest[] manifests) => GitOpsFolder.Save(_folder, manifests, GitOpsLayout.Kustomize);

    private string PathOf(string name) => Path.Combine(_folder, name);

    private string Read(string name) => File.ReadAllText(PathOf(name));

    private IEnumerable<string> Names() => Directory.EnumerateFiles(_folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);
}
