using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Engines.Selectors;

/// <summary>Reads a label selector; how strictly is the dialect's choice.</summary>
internal static class LabelSelectorReader
{
    /// <summary>Reads what is written without looking at keys, values and operators, as custom resources without validation rules are stored.</summary>
    public static SelectorModel Read(Fields fields)
    {
        var labels = fields.TextMap("matchLabels") ?? [];
        var expressions = new List<RequirementModel>();
        foreach (var expression in fields.Maps("matchExpressions") ?? [])
        {
            var key = Required(expression, "key");
            var op = Required(expression, "operator");
            var values = expression.Texts("values") ?? [];
            expressions.Add(new(key, Operator(op), values.Select(v => v.Value).ToValueArray()));
            expression.Close();
        }

        fields.Close();
        return new(labels.Select(l => (l.Key, l.Value)).ToValueArray(), expressions.ToValueArray());
    }

    /// <summary>Reads a selector as the built-in APIs validate it.</summary>
    public static SelectorModel ReadStrict(Fields fields)
    {
        var selector = Read(fields);
        foreach (var (key, value, place) in fields.TextMap("matchLabels") ?? [])
        {
            CheckKey(fields.Log, place, key);
            CheckValue(fields.Log, place, value);
        }

        var place2 = fields.PlaceOf("matchExpressions");
        foreach (var (requirement, index) in selector.Expressions.Select((e, i) => (e, i)))
        {
            var place = place2.Item(index, default);
            CheckKey(fields.Log, place, requirement.Key);
            foreach (var value in requirement.Values) CheckValue(fields.Log, place, value);
            if (requirement.Operator == SelectorOperator.Unknown) fields.Log.Reject(place, "The operator is unknown.", "Write In, NotIn, Exists or DoesNotExist.");
            else if (requirement.Operator is SelectorOperator.In or SelectorOperator.NotIn && requirement.Values.Count == 0) fields.Log.Reject(place, $"{requirement.Operator} needs at least one value.");
            else if (requirement.Operator is SelectorOperator.Exists or SelectorOperator.DoesNotExist && requirement.Values.Count > 0) fields.Log.Reject(place, $"{requirement.Operator} takes no values.");
        }

        return selector;
    }

    private static string Required(Fields fields, string key)
    {
        if (fields.Text(key) is { } text) return text;
        fields.Log.Reject(fields.Place, $"The field '{key}' is required here.");
        return "";
    }

    private static SelectorOperator Operator(string text) => text switch
    {
        "In" => SelectorOperator.In,
        "NotIn" => SelectorOperator.NotIn,
        "Exists" => SelectorOperator.Exists,
        "DoesNotExist" => SelectorOperator.DoesNotExist,
        _ => SelectorOperator.Unknown,
    };

    private static void CheckKey(ReadingLog log, Place place, string key)
    {
        if (!KubernetesNames.IsQualifiedName(key)) log.Reject(place, $"'{key}' is not a label key.", "A key is a name of up to 63 letters, digits, '-', '_' and '.', after an optional 'domain/'.");
    }

    private static void CheckValue(ReadingLog log, Place place, string value)
    {
        if (!KubernetesNames.IsLabelValue(value)) log.Reject(place, $"'{value}' is not a label value.", "A value has up to 63 letters, digits, '-', '_' and '.', and starts and ends with a letter or digit.");
    }
}
