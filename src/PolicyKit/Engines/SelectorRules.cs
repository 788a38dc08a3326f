using PolicyKit.Manifests;

namespace PolicyKit.Engines;

/// <summary>The rules for a label selector: its shape, and what Kubernetes says of its contents in its own kinds.</summary>
/// <remarks>Of a custom resource the API server checks the shape alone; who objects to the rest is for the caller to say.</remarks>
internal static class SelectorRules
{
    private static readonly string[] Keys = ["matchLabels", "matchExpressions"];
    private static readonly string[] ExpressionKeys = ["key", "operator", "values"];

    public static void Check(TreeCheck check, ManifestNode node)
    {
        if (check.Map(node) is not { } selector) return;
        check.OnlyKeys(selector, Keys);
        check.Child(selector, "matchLabels", static (check, node) =>
        {
            if (check.Map(node) is { } labels) check.Entries(labels, Label);
        });
        check.Child(selector, "matchExpressions", static (check, node) =>
        {
            if (check.List(node) is { } expressions) check.Items(expressions, Expression);
        });
    }

    private static void Label(TreeCheck check, string key, ManifestNode value)
    {
        if (NameSyntax.LabelKey(key) is not null) check.Selector(value, $"'{key}' is not a label key");
        Value(check, value);
    }

    private static void Value(TreeCheck check, ManifestNode node)
    {
        if (check.Text(node) is { } text && NameSyntax.LabelValue(text) is not null) check.Selector(node, $"'{text}' is not a label value");
    }

    private static void Expression(TreeCheck check, ManifestNode node)
    {
        if (check.Map(node) is not { } expression) return;
        check.OnlyKeys(expression, ExpressionKeys);
        if (!TreeCheck.Has(expression, "key")) check.Refuses(expression, "it has no key");
        check.Child(expression, "key", static (check, node) =>
        {
            if (check.Text(node) is { } key && NameSyntax.LabelKey(key) is not null) check.Selector(node, $"'{key}' is not a label key");
        });
        check.Child(expression, "values", static (check, node) =>
        {
            if (check.List(node) is { } values) check.Items(values, Value);
        });
        Operator(check, expression, hasValues: expression["values"] is ManifestList { Count: > 0 });
    }

    private static void Operator(TreeCheck check, ManifestMap expression, bool hasValues)
    {
        if (!TreeCheck.Has(expression, "operator")) check.Refuses(expression, "it has no operator");
        check.Child(expression, "operator", (check, node) =>
        {
            switch (check.Text(node))
            {
                case null:
                    break;
                case "In" or "NotIn":
                    if (!hasValues) check.Selector(node, "In and NotIn need values");
                    break;
                case "Exists" or "DoesNotExist":
                    if (hasValues) check.Selector(node, "Exists and DoesNotExist take no values");
                    break;
                case var other:
                    check.Selector(node, $"'{other}' is not one of In, NotIn, Exists and DoesNotExist");
                    break;
            }
        });
    }
}
