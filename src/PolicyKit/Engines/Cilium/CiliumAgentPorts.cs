using System.Globalization;
using PolicyKit.Manifests;

namespace PolicyKit.Engines.Cilium;

/// <summary>The agent's rules below <c>toPorts</c>.</summary>
internal sealed class CiliumAgentPorts(TreeCheck check, EngineVersion version)
{
    private const int MostPorts = 40;
    private static readonly EngineVersion V18 = new(1, 18);

    public void Check(ManifestMap rule, CiliumSection section)
    {
        if (rule["toPorts"] is not ManifestList entries) return;
        check.Enter("toPorts");
        if (entries.Count == 0) check.Trap(Objector.WeRefuse, entries, "an empty list is every port", "PK5003", "Leave the key out for every port, or name one.");
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i] is not ManifestMap entry) continue;
            check.Enter(i);
            Entry(entry, section);
            check.Leave();
        }

        check.Leave();
    }

    private void Entry(ManifestMap entry, CiliumSection section)
    {
        var ports = entry["ports"] as ManifestList;
        if (ports is not { Count: > 0 }) check.Trap(Objector.WeRefuse, entry, $"an entry without ports {(section.Denies ? "denies" : "allows")} nothing", "PK5003", "Name a port, or leave toPorts out for every port.");
        if (ports is not null) Ports(ports, section);
        if (!section.Denies) CiliumAgentLayer7.Check(check, entry, ports ?? ManifestList.Empty, section);
    }

    private void Ports(ManifestList ports, CiliumSection section)
    {
        check.Enter("ports");
        if (ports.Count > MostPorts && (!section.Denies || version >= V18)) check.AgentRefuses(ports, FormattableString.Invariant($"it has {ports.Count} ports, and {MostPorts} are the most"));
        for (var i = 0; i < ports.Count; i++)
        {
            if (ports[i] is not ManifestMap port) continue;
            check.Enter(i);
            One(port);
            check.Leave();
        }

        check.Leave();
    }

    private void One(ManifestMap port)
    {
        if (!TreeCheck.Has(port, "port"))
        {
            check.AgentRefuses(port, "it has no port; '0' is every port");
            return;
        }

        if (port["port"] is not ManifestText { Value: var text } node) return;
        var number = Number(text);
        if (number is null && !IsName(text)) check.AgentRefuses(node, $"{UserWords.Quote(text)} is neither a number from 0 to 65535 nor a port name");
        if (port["endPort"] is not ManifestInteger end || end.Value == 0) return;
        if (number is null) check.WeRefuse(end, "beside a name it is a range on ingress, and nothing on egress");
        else if (number == 0) check.WeRefuse(end, "beside '0' some versions read it as a range, and others as every port");
        else if (end.Value < number) check.WeRefuse(end, $"{end.Value.ToString(CultureInfo.InvariantCulture)} is below the port, and the port stands alone then");
    }

    private static int? Number(string text) =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && (text.Length == 1 || text[0] is not '0') ? number : null;

    private static bool IsName(string text) => NameSyntax.PortName(text.ToLowerInvariant()) is null;
}
