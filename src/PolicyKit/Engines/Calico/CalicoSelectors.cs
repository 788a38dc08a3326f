using System.Text;

namespace PolicyKit.Engines.Calico;

/// <summary>Label selectors in Calico's language, on one line: equalities first, then the other requirements, each sorted by key.</summary>
/// <remarks>
/// Values stand in single quotes; the language has no escapes and needs none, for no label value of Kubernetes holds a quote.
/// A line break outside quotes is a syntax error there, so nothing here ever breaks a line.
/// </remarks>
internal static class CalicoSelectors
{
    public const string Everything = "all()";

    /// <summary>INVARIANT (pods only): without this term a peer also matches the NetworkSets whose labels fit, and with them addresses outside the cluster.</summary>
    public const string Pods = "projectcalico.org/orchestrator == 'k8s'";

    private const string And = " && ";
    private const string NamespaceName = "projectcalico.org/name";

    /// <summary>The pods of the policy's own namespace that it is for.</summary>
    public static string Subject(LabelSelector selector) => selector.IsEverything ? Everything : Terms(selector, "");

    /// <summary>Pods as a peer.</summary>
    public static string Peer(LabelSelector selector) => selector.IsEverything ? Pods : Terms(selector, Pods);

    /// <summary>Namespaces by their labels.</summary>
    public static string Namespaces(LabelSelector labels) => Terms(labels, "");

    /// <summary>Namespaces by name: as many selectors as it takes to keep each within the limit.</summary>
    public static List<string> Namespaces(ValueArray<string> names)
    {
        if (names.Count == 1) return [$"{NamespaceName} == '{names[0]}'"];
        var selectors = new List<string>(1);
        var text = new StringBuilder();
        foreach (var name in names)
        {
            if (text.Length + name.Length + 5 > CalicoLimits.SelectorLength)
            {
                selectors.Add(text.Append('}').ToString());
                text.Clear();
            }

            text.Append(text.Length == 0 ? $"{NamespaceName} in {{" : ", ").Append('\'').Append(name).Append('\'');
        }

        selectors.Add(text.Append('}').ToString());
        return selectors;
    }

    /// <summary>The first key that Calico keeps for itself on pods, so that a label of that name is not the pod's own; null when there is none.</summary>
    public static string? KeptKeyOfPods(LabelSelector selector)
    {
        foreach (var one in selector.Requirements)
        {
            if (one.Key.StartsWith("pcns.", StringComparison.Ordinal) || one.Key.StartsWith("pcsa.", StringComparison.Ordinal)
                || one.Key is "projectcalico.org/namespace" or "projectcalico.org/orchestrator" or "projectcalico.org/serviceaccount") return one.Key;
        }

        return null;
    }

    /// <summary>The key that Calico keeps for itself on namespaces, when the selector asks for it.</summary>
    public static string? KeptKeyOfNamespaces(LabelSelector labels)
    {
        foreach (var one in labels.Requirements)
        {
            if (one.Key is NamespaceName) return one.Key;
        }

        return null;
    }

    private static string Terms(LabelSelector selector, string first)
    {
        var text = new StringBuilder(first, 128);
        foreach (var one in selector.Requirements)
        {
            if (IsEquality(one)) Separated(text).Append(one.Key).Append(" == '").Append(one.Values[0]).Append('\'');
        }

        foreach (var one in selector.Requirements)
        {
            if (!IsEquality(one)) Append(Separated(text), one);
        }

        return text.ToString();
    }

    private static bool IsEquality(LabelRequirement one) => one.Operator is LabelOperator.In && one.Values.Count == 1;

    private static StringBuilder Separated(StringBuilder text) => text.Length == 0 ? text : text.Append(And);

    private static void Append(StringBuilder text, LabelRequirement one)
    {
        switch (one.Operator)
        {
            case LabelOperator.In:
                Set(text.Append(one.Key).Append(" in "), one.Values);
                break;
            case LabelOperator.NotIn:
                Set(text.Append(one.Key).Append(" not in "), one.Values);
                break;
            case LabelOperator.Exists:
                text.Append("has(").Append(one.Key).Append(')');
                break;
            case LabelOperator.DoesNotExist:
                text.Append("!has(").Append(one.Key).Append(')');
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static void Set(StringBuilder text, ValueArray<string> values)
    {
        for (var i = 0; i < values.Count; i++) text.Append(i == 0 ? "{'" : ", '").Append(values[i]).Append('\'');
        text.Append('}');
    }
}
