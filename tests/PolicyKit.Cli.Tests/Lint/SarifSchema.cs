using System.Text.Json;

namespace PolicyKit.Cli.Tests.Lint;

/// <summary>
/// Checks a log against SARIF 2.1.0: against the table beside this file, which holds what the standard says of the objects that we write, and
/// against the standard's own schema where the shared data has it.
/// </summary>
internal static class SarifSchema
{
    public static IReadOnlyList<string> Problems(JsonElement log) => [.. Schemas().SelectMany(schema => new JsonSchema(schema).Problems(log))];

    private static IEnumerable<string> Schemas()
    {
        yield return Repository.File("tests", "PolicyKit.Cli.Tests", "Lint", "sarif.json");
        if (Environment.GetEnvironmentVariable("POLICYKIT_CASES") is { Length: > 0 } cases
            && Path.GetFullPath(Path.Combine(cases, "..", "schemas", "sarif", "sarif-schema-2.1.0.json")) is var whole && File.Exists(whole)) yield return whole;
    }
}
