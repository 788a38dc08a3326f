using PolicyKit.Verification.Engines.Selectors;
using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Engines.Cilium;

/// <summary>Reads a selector of endpoints. The CRD does not look at keys, nor at how many values an operator has; the agent does.</summary>
internal static class CiliumSelectorReader
{
    public static CiliumSelector Read(Fields fields)
    {
        var plain = ReadPlain(fields);
        var requirements = plain.Requirements.Select((r, index) => new CiliumRequirement(CiliumKey.Parse(r.Key), r.Operator, r.Values, index < plain.MatchLabels.Count)).ToValueArray();
        foreach (var (key, _, place) in fields.TextMap("matchLabels") ?? [])
        {
            if (key.StartsWith("cidr:", StringComparison.Ordinal)) fields.Log.NotModelled(place, $"'{key}' selects addresses by their labels.", "Write the network itself.");
        }

        foreach (var twice in requirements.Where(r => r.IsLabel).GroupBy(r => r.Key).Where(group => group.Count() > 1))
        {
            fields.Log.NotModelled(fields.PlaceOf("matchLabels"), $"'{twice.Key.Name}' and 'any:{twice.Key.Name}' are the same key, and which of the two counts is left to chance.", "Write it once.");
        }

        return new(requirements);
    }

    /// <summary>Reads a selector whose keys have the same rules and no meaning of Cilium's own.</summary>
    public static SelectorModel ReadPlain(Fields fields)
    {
        foreach (var (key, value, place) in fields.TextMap("matchLabels") ?? [])
        {
            CheckKey(fields.Log, place, key);
            CheckValue(fields.Log, place, value);
        }

        foreach (var expression in fields.Maps("matchExpressions") ?? [])
        {
            CheckKey(fields.Log, expression.PlaceOf("key"), expression.Text("key") ?? "");
            foreach (var value in expression.Texts("values") ?? []) CheckValue(fields.Log, value.Place, value.Value);
            CheckCount(expression);
        }

        return LabelSelectorReader.Read(fields);
    }

    private static void CheckCount(Fields expression)
    {
        var place = expression.PlaceOf("values");
        var isWritten = expression.Texts("values") is { Count: > 0 };
        switch (expression.Text("operator"))
        {
            case "In" or "NotIn":
                if (!isWritten) expression.Log.Ignore(place, $"{expression.Text("operator")} needs at least one value.");
                break;
            case "Exists" or "DoesNotExist":
                if (isWritten) expression.Log.Ignore(place, $"{expression.Text("operator")} takes no values.", "Leave 'values' out.");
                break;
            default:
                expression.Log.Ignore(expression.PlaceOf("operator"), "The operator is unknown.", "Write In, NotIn, Exists or DoesNotExist.");
                break;
        }
    }

    private static void CheckKey(ReadingLog log, Place place, string key)
    {
        if (!KubernetesNames.IsQualifiedName(CiliumKey.Parse(key).Name)) log.Ignore(place, $"'{key}' is not a label key.", "A key is a name of up to 63 letters, digits, '-', '_' and '.', after an optional 'domain/', after an optional 'k8s:'.", "PK0006");
    }

    private static void CheckValue(ReadingLog log, Place place, string value)
    {
        if (!KubernetesNames.IsLabelValue(value)) log.Ignore(place, $"'{value}' is not a label value.", "A value has up to 63 letters, digits, '-', '_' and '.', and starts and ends with a letter or digit.", "PK0006");
    }
}
