using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PolicyKit.Analyzers.Tests;

/// <summary>As a new user: add the package, see PK1001 in the build, apply the fix from the command line, see it gone.</summary>
public class PackageTests
{
    private const string Before = """
        using PolicyKit;
        using static PolicyKit.Dsl;

        PolicySet policies =
        [
            Policy.ForPods(("app", "operator")).Named("operator").InNamespace("operators")
                .AllowIngress(Port.Metrics).From(Namespace("monitoring"))
                .AllowClusterDns()
                .AllowEgress(Port.Https).To(Cidr("198.51.100.0/24"))
                .AllowEgress(Port.OtlpGrpc).To(Cidr("198.51.100.10/32")),
        ];
        System.Console.Write(policies.Emit(Engine.Cilium).ToYaml());

        """;

    private string _folder = "";

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("policykit-package-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Adding_the_package_is_all_a_user_does()
    {
        // A version of its own: no cache of packages has ever seen it.
        var version = $"0.0.0-test.{Guid.NewGuid():N}";
        var feed = Path.Combine(_folder, "feed");
        Run(RepositoryRoot(), "pack", "src/PolicyKit/PolicyKit.csproj", "-c", Configuration, "--no-restore", "-o", feed, $"-p:PackageVersion={version}", "-p:EnablePackageValidation=false");
        Contents(Path.Combine(feed, $"PolicyKit.{version}.nupkg"));

        var app = WriteApp(feed, version);
        Run(app, "build", "-v", "q");
        Findings(app).ShouldBe(["PK1001 8 warning"]);

        Run(app, "format", "analyzers", "--no-restore", "--diagnostics", "PK1001", "--severity", "warn");
        File.ReadAllText(Path.Combine(app, "Program.cs")).ShouldBe(Before.Replace(".AllowClusterDns()\n", ".AllowClusterDns()\n        .AllowApiServer()\n", StringComparison.Ordinal));

        Run(app, "build", "-v", "q", "--no-restore");
        Findings(app).ShouldBeEmpty();
    }

    private static string Configuration => typeof(PackageTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    // Each compiler takes the newest band that it knows; the fixes need newer workspaces than the analyzers need compilers.
    private static void Contents(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        archive.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("analyzers/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ShouldBe([
            "analyzers/dotnet/roslyn4.14/cs/PolicyKit.Analyzers.dll",
            "analyzers/dotnet/roslyn4.14/cs/PolicyKit.CodeFixes.dll",
            "analyzers/dotnet/roslyn4.8/cs/PolicyKit.Analyzers.dll",
        ]);
        using var nuspec = new StreamReader(archive.GetEntry("PolicyKit.nuspec")!.Open());
        Regex.Matches(nuspec.ReadToEnd(), "<dependency id=\"([^\"]*)\"").Select(match => match.Groups[1].Value).Distinct().ShouldBe(["YamlDotNet"]);
    }

    private string WriteApp(string feed, string version)
    {
        var app = Directory.CreateDirectory(Path.Combine(_folder, "app")).FullName;
        File.WriteAllText(Path.Combine(app, "Program.cs"), Before);
        File.WriteAllText(Path.Combine(app, "nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(_folder, "packages")}" /></config>
              <packageSources><add key="feed" value="{feed}" /></packageSources>
            </configuration>
            """);
        File.WriteAllText(Path.Combine(app, "App.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ErrorLog>build.sarif,version=2.1</ErrorLog>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="PolicyKit" Version="{version}" />
              </ItemGroup>
            </Project>
            """);
        return app;
    }

    private static IEnumerable<string> Findings(string app)
    {
        using var log = JsonDocument.Parse(File.ReadAllText(Path.Combine(app, "build.sarif")));
        return [.. log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Where(result => result.GetProperty("ruleId").GetString()!.StartsWith("PK", StringComparison.Ordinal))
            .Select(result => $"{result.GetProperty("ruleId")} {result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine")} {result.GetProperty("level")}")];
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PolicyKit.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    private static void Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";

        // The runner of the tests points its children at its own build engine and host.
        foreach (var name in start.Environment.Keys.Where(key => key.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase) && key != "MSBUILDDISABLENODEREUSE").ToArray()) start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, $"dotnet {string.Join(' ', arguments)}\n{output}\n{errors.Result}");
    }
}
