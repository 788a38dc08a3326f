using PolicyKit.Manifests;

namespace PolicyKit.Engines.Kubernetes;

/// <summary>The rules for one item of <c>ports</c>.</summary>
internal static class KubernetesPortRules
{
    private static readonly string[] Keys = ["protocol", "port", "endPort"];

    public static void Check(TreeCheck check, ManifestNode node)
    {
        if (check.Map(node) is not { } item) return;
        check.OnlyKeys(item, Keys);
        if (!TreeCheck.Has(item, "protocol")) check.WeRefuse(item, "the protocol is not written; TCP is then assumed");
        check.Child(item, "protocol", Protocol);
        check.Child(item, "port", Port);
        if (TreeCheck.Has(item, "endPort")) EndPort(check, item);
    }

    // A method of its own: the lambda captures, and would otherwise cost every port an allocation.
    private static void EndPort(TreeCheck check, ManifestMap item) => check.Child(item, "endPort", (check, end) => EndPort(check, end, item["port"]));

    private static void Protocol(TreeCheck check, ManifestNode node)
    {
        if (check.Text(node) is { } protocol && protocol is not ("TCP" or "UDP" or "SCTP"))
            check.Refuses(node, $"'{protocol}' is not one of TCP, UDP and SCTP");
    }

    private static void Port(TreeCheck check, ManifestNode node)
    {
        switch (node)
        {
            case ManifestInteger number:
                if (!IsPort(number.Value)) check.Refuses(node, NoPort(number.Value));
                break;
            case ManifestText name:
                if (NameSyntax.PortName(name.Value) is not null) check.Refuses(node, $"'{name.Value}' is neither a number nor a port name");
                break;
            default:
                check.Refuses(node, $"a number or a name is expected, not a {node.KindName}");
                break;
        }
    }

    private static void EndPort(TreeCheck check, ManifestNode node, ManifestNode? port)
    {
        if (check.Integer(node) is not { } end) return;
        if (port is null or ManifestNull) check.Refuses(node, "it may not stand without port");
        else if (port is not ManifestInteger start) check.Refuses(node, "it may not stand beside a named port");
        else if (end < start.Value) check.Refuses(node, FormattableString.Invariant($"{end} is below the port {start.Value}"));
        if (!IsPort(end)) check.Refuses(node, NoPort(end));
    }

    private static bool IsPort(long number) => number is >= 1 and <= 65535;

    private static string NoPort(long number) => FormattableString.Invariant($"{number} is not a port; ports are 1 to 65535");
}
