using System.Text.RegularExpressions;
using System.Xml.Linq;
using PolicyKit.Tests.Shared;

namespace PolicyKit.Tests.House;

/// <summary>References point one way: between the projects, and between the folders of the library.</summary>
public sealed class ReferencesTests
{
    // The library takes the analyzers into its package; nothing of them is referenced.
    [TestCase("PolicyKit")]
    [TestCase("PolicyKit.Verification", "PolicyKit")]
    [TestCase("PolicyKit.Testing", "PolicyKit.Verification")]
    [TestCase("PolicyKit.App", "PolicyKit.Testing")]
    [TestCase("PolicyKit.Cli", "PolicyKit.App")]
    public void A_project_references_only_the_one_before_it(string project, params string[] references) => Items(project, "ProjectReference")
        .Where(item => (string?)item.Attribute("ReferenceOutputAssembly") != "false")
        .Select(item => Path.GetFileNameWithoutExtension((string)item.Attribute("Include")!)).ShouldBe(references);

    [TestCase("PolicyKit", "YamlDotNet")]
    [TestCase("PolicyKit.Verification")]
    [TestCase("PolicyKit.Testing")]
    public void A_library_brings_no_other_package_into_its_users_build(string project, params string[] packages) =>
        Items(project, "PackageReference").Select(item => (string)item.Attribute("Include")!).ShouldBe(packages);

    [Test]
    public void Every_project_has_its_place_in_the_direction() =>
        Directory.GetDirectories(Repository.File("src")).Select(Path.GetFileName).Order(StringComparer.Ordinal)
            .ShouldBe(["PolicyKit", "PolicyKit.App", "PolicyKit.Cli", "PolicyKit.Testing", "PolicyKit.Verification"]);

    // A folder sees the ones that are named, the vocabulary at the root, and itself; authoring meets the engines in one file.
    [TestCase("Manifests")]
    [TestCase("Rules")]
    [TestCase("Profiles", "Manifests")]
    [TestCase("Ir", "Rules")]
    [TestCase("Engines", "Ir", "Manifests", "Rules")]
    [TestCase("Lint", "Ir", "Rules")]
    public void A_folder_uses_only_what_lies_below_it(string folder, params string[] below)
    {
        var used = SourcesIn(folder).SelectMany(file => Regex.Matches(File.ReadAllText(file), @"^using (?:static )?PolicyKit\.(\w+)", RegexOptions.Multiline).Select(match => match.Groups[1].Value));

        used.Where(name => Directory.Exists(Repository.File("src", "PolicyKit", name))).Distinct().Except([folder]).ShouldBeSubsetOf(below);
    }

    [TestCase("Engines")]
    [TestCase("Lint")]
    public void Authoring_meets_the_engines_and_the_lint_in_one_place(string folder) =>
        Directory.GetFiles(Repository.File("src", "PolicyKit"), "*.cs").Where(file => File.ReadAllText(file).Contains($"using PolicyKit.{folder}", StringComparison.Ordinal))
            .Select(Path.GetFileName).ShouldBe(["Emission.cs"]);

    [Test]
    public void Manifests_know_nothing_of_policies() => SourcesIn("Manifests")
        .Where(file => File.ReadLines(file).Any(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Regex.IsMatch(line, @"\b(Policy|PolicySet|PolicyRule|RulePeer|Port|ClusterProfile|Engine)\b(?! )")))
        .Select(Path.GetFileName).ShouldBeEmpty();

    private static string[] SourcesIn(string folder)
    {
        var files = Directory.GetFiles(Repository.File("src", "PolicyKit", folder), "*.cs", SearchOption.AllDirectories);
        files.ShouldNotBeEmpty();
        return files;
    }

    private static IEnumerable<XElement> Items(string project, string kind) => XDocument.Load(Repository.File("src", project, project + ".csproj")).Descendants(kind);
}
