namespace PolicyKit.Examples.Tests.Pages;

/// <summary>The part of a page that a test makes: it stands between two comments, and <c>POLICYKIT_APPROVE=1</c> writes it anew.</summary>
internal static class MarkedSection
{
    public static void ShouldBe(string file, string name, string text)
    {
        var page = File.ReadAllText(file).ReplaceLineEndings("\n");
        var (begin, end) = ($"<!-- {name}: made by a test, POLICYKIT_APPROVE=1 writes it anew -->\n", $"<!-- {name} end -->\n");
        page.ShouldContain(begin);
        page.ShouldContain(end);
        var (from, to) = (page.IndexOf(begin, StringComparison.Ordinal) + begin.Length, page.IndexOf(end, StringComparison.Ordinal));

        if (Environment.GetEnvironmentVariable("POLICYKIT_APPROVE") == "1") File.WriteAllText(file, page[..from] + text + page[to..]);
        else page[from..to].ShouldBe(text);
    }
}
