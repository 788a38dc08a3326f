using System.Text.Json;
using System.Text.RegularExpressions;

namespace PolicyKit.Cli.Tests.Lint;

/// <summary>The keywords of JSON Schema that the schema of SARIF uses; one that it does not know is an error, not silence.</summary>
internal sealed class JsonSchema(string file)
{
    private static readonly string[] Notes = ["$schema", "id", "title", "description", "default", "definitions"];

    private readonly JsonElement _root = JsonDocument.Parse(File.ReadAllText(file)).RootElement;

    public IEnumerable<string> Problems(JsonElement value) => Problems(_root, value, "$");

    private IEnumerable<string> Problems(JsonElement schema, JsonElement value, string at) => schema.EnumerateObject().SelectMany(keyword => keyword.Name switch
    {
        "$ref" => Problems(_root.GetProperty("definitions").GetProperty(keyword.Value.GetString()!["#/definitions/".Length..]), value, at),
        "type" => Types(keyword.Value).Any(type => Is(value, type)) ? [] : [$"'{at}' is no {keyword.Value}"],
        "enum" => keyword.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)) ? [] : [$"'{at}' is not one of {string.Join(", ", keyword.Value.EnumerateArray())}"],
        "properties" => Members(value).Where(member => keyword.Value.TryGetProperty(member.Name, out _)).SelectMany(member => Problems(keyword.Value.GetProperty(member.Name), member.Value, $"{at}.{member.Name}")),
        "required" => value.ValueKind != JsonValueKind.Object ? [] : keyword.Value.EnumerateArray().Where(key => !value.TryGetProperty(key.GetString()!, out _)).Select(key => $"{at}: '{key}' is missing"),
        "additionalProperties" => Members(value).Where(member => !schema.TryGetProperty("properties", out var known) || !known.TryGetProperty(member.Name, out _)).SelectMany(member => Additional(keyword.Value, member, at)),
        "items" => Items(value).SelectMany((item, index) => Problems(keyword.Value, item, $"{at}[{index}]")),
        "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= keyword.Value.GetInt32() ? [] : [$"'{at}' has too few items"],
        "uniqueItems" => keyword.Value.GetBoolean() && Items(value).Select(item => item.GetRawText()).GroupBy(text => text).Any(group => group.Count() > 1) ? [$"'{at}' has an item twice"] : [],
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= keyword.Value.GetDouble() ? [] : [$"'{at}' is below {keyword.Value}"],
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= keyword.Value.GetDouble() ? [] : [$"'{at}' is above {keyword.Value}"],
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!) ? [] : [$"'{at}' has not the form {keyword.Value}"],
        "format" => value.ValueKind != JsonValueKind.String || HasFormat(value.GetString()!, keyword.Value.GetString()!) ? [] : [$"'{at}' is no {keyword.Value}"],
        "anyOf" => keyword.Value.EnumerateArray().Any(one => !Problems(one, value, at).Any()) ? [] : [$"'{at}' is none of the forms it may have"],
        "oneOf" => keyword.Value.EnumerateArray().Count(one => !Problems(one, value, at).Any()) == 1 ? [] : [$"'{at}' is not exactly one of the forms it may have"],
        var note when Notes.Contains(note) => [],
        var unknown => [$"the schema uses '{unknown}', which is not checked"],
    });

    private IEnumerable<string> Additional(JsonElement allowed, JsonProperty member, string at) => allowed.ValueKind switch
    {
        JsonValueKind.False => [$"'{at}' has an unknown '{member.Name}'"],
        JsonValueKind.True => [],
        _ => Problems(allowed, member.Value, $"{at}.{member.Name}"),
    };

    private static IEnumerable<JsonProperty> Members(JsonElement value) => value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : [];

    private static IEnumerable<JsonElement> Items(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!];

    private static bool Is(JsonElement value, string type) => (type, value.ValueKind) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("null", JsonValueKind.Null) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) or ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => value.TryGetInt64(out _),
        _ => false,
    };

    private static bool HasFormat(string text, string format) => format switch
    {
        "uri" => Uri.IsWellFormedUriString(text, UriKind.Absolute),
        "uri-reference" => Uri.IsWellFormedUriString(text, UriKind.RelativeOrAbsolute),
        _ => false,
    };
}
