using System.Text.RegularExpressions;
using PolicyKit.Tests.Shared;

namespace PolicyKit.Examples.Tests.Pages;

/// <summary>The list of what the seeds promise is complete, and what it names is there.</summary>
public sealed partial class CoverageTests
{
    private const int Items = 130;

    private static readonly string[] Lines = [.. File.ReadAllLines(Repository.File("examples", "COVERAGE.md")).Where(line => Row().IsMatch(line))];

    private static readonly Lazy<string[]> TestSources = new(() =>
        [.. Directory.EnumerateFiles(Repository.File("tests"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}")).Select(File.ReadAllText)]);

    [Test]
    public void Every_number_is_there_once_in_order() => Lines.Select(line => Row().Match(line).Groups["number"].Value).ShouldBe(Enumerable.Range(1, Items).Select(number => $"{number}"));

    [Test]
    public void Every_item_is_shown_or_refused_with_a_reason() =>
        Lines.Where(line => Row().Match(line).Groups["shown"].Value is var shown && !Named().IsMatch(shown) && !Refusal().IsMatch(shown)).ShouldBeEmpty();

    [Test]
    public void What_is_named_is_there()
    {
        var missing = from line in Lines
                      from name in Named().Matches(Row().Match(line).Groups["shown"].Value)
                      where !IsThere(name.Groups["name"].Value)
                      select $"{Row().Match(line).Groups["number"].Value}: {name.Groups["name"].Value}";

        missing.ShouldBeEmpty();
    }

    private static bool IsThere(string name)
    {
        if (Test().Match(name) is { Success: true } test)
            return TestSources.Value.Any(source => source.Contains($"class {test.Groups["type"].Value}\n", StringComparison.Ordinal) && source.Contains($" {test.Groups["method"].Value}(", StringComparison.Ordinal));
        var (file, text) = (name[..name.IndexOf(": ", StringComparison.Ordinal)], name[(name.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
        var path = file.StartsWith('/') ? Repository.File(file[1..]) : Repository.File("examples", file);
        return File.Exists(path) && File.ReadAllText(path).Contains(text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\| (?<number>\d+) \| [^|]+ \| (?<shown>.+) \|$")]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?<type>[A-Z]\w+)\.(?<method>[A-Z]\w+)$")]
    private static partial Regex Test();

    [GeneratedRegex("^refused: .{40,}$")]
    private static partial Regex Refusal();
}
