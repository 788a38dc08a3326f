using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Engines.Selectors;

/// <summary>Reads a label selector; how strictly is the dialect's choice.</summary>
internal static class LabelSelectorReader
{
    /// <summary>Reads what is written without looking at keys, values and operators, as custom resources without validation rules are stored.</summary>
    public static SelectorModel Read(Fields fields) => Read(fields, validated: false);

    /// <summary>Reads a selector as the built-in APIs validate it.</summary>
    public static SelectorModel ReadStrict(Fields fields) => Read(fields, validated: true);

    private static SelectorModel Read(Fields fields, bool validated)
    {
        var labels = fields.TextMap("matchLabels") ?? [];
        var expressions = new List<RequirementModel>();
        foreach (var expression in fields.Maps("matchExpressions") ?? [])
        {
            var requirement = new RequirementModel(
                Required(expression, "key"),
                Operator(Required(expression, "operator")),
                (expression.Texts("values") ?? []).Select(v => v.Value).ToValueArray());
            expression.Close();
            expressions.Add(requirement);
            if (validated) Check(expression, requirement);
        }

        if (validated)
        {
            foreach (var (key, value, place) in labels)
            {
                CheckKey(fields.Log, place, key);
                CheckValue(fields.Log, place, value);
            }
        }

        fields.Close();
        return new(labels.Select(l => (l.Key, l.Value)).ToValueArray(), expressions.ToValueArray());
    }

    private static void Check(Fields expression, RequirementModel requirement)
    {
        var (log, place) = (expression.Log, expression.Place);
        CheckKey(log, place, requirement.Key);
        foreach (var value in requirement.Values) CheckValue(log, place, value);
        switch (requirement.Operator)
        {
            case SelectorOperator.Unknown: log.Reject(place, "The operator is unknown.", "Write In, NotIn, Exists or DoesNotExist."); break;
            case SelectorOperator.In or SelectorOperator.NotIn when requirement.Values.Count == 0: log.Reject(place, $"{requirement.Operator} needs at least one value."); break;
            case SelectorOperator.Exists or SelectorOperator.DoesNotExist when requirement.Values.Count > 0: log.Reject(place, $"{requirement.Operator} takes no values."); break;
        }
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
        if (!KubernetesNames.IsQualifiedName(key)) log.Reject(place, $"'{key}' is not a label key.", "A key is a name of up to 63 letters, digits, '-', '_' and '.', after an optional 'domain/'.", "PK0006");
    }

    private static void CheckValue(ReadingLog log, Place place, string value)
    {
        if (!KubernetesNames.IsLabelValue(value)) log.Reject(place, $"'{value}' is not a label value.", "A value has up to 63 letters, digits, '-', '_' and '.', and starts and ends with a letter or digit.", "PK0006");
    }
}
