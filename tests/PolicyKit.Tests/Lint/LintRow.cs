namespace PolicyKit.Tests.Lint;

/// <summary>A row of a table: what one rule of the lint says of a set, or that it says nothing.</summary>
internal sealed record LintRow(string Rule, string Case, PolicySet Set, string? Says, ClusterProfile? Profile = null)
{
    public static IEnumerable<TestCaseData> Data(IEnumerable<LintRow> rows) =>
        rows.Select(row => new TestCaseData(row).SetArgDisplayNames(row.Rule, row.Case));

    public void Check() => Set.Says(Rule, Profile).ShouldBe(Says is null ? [] : [Says]);
}
