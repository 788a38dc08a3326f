namespace PolicyKit.Tests;

/// <summary>The larger collection of cases that CI replays when it is at hand; the repository carries tables of its own for the same facts.</summary>
internal static class SharedCases
{
    public static string File(params string[] path)
    {
        var root = Environment.GetEnvironmentVariable("POLICYKIT_CASES");
        if (string.IsNullOrEmpty(root)) Assert.Ignore("POLICYKIT_CASES does not name a folder of cases.");
        return Path.Combine([root!, .. path]);
    }
}
