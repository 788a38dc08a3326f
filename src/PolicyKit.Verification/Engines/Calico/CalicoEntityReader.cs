using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Engines.Calico;

/// <summary>Reads the source or the destination of a rule.</summary>
internal static class CalicoEntityReader
{
    private const int LongestName = 253;

    public static CalicoEntity Read(Fields entity, CalicoGate gate, bool isGlobal)
    {
        var read = new CalicoEntity
        {
            Nets = CalicoNetReader.InRule(entity, "nets", gate),
            NotNets = CalicoNetReader.InRule(entity, "notNets", gate),
            Selector = gate.SelectorWithoutGlobal(entity, "selector"),
            NotSelector = gate.Selector(entity, "notSelector"),
            Namespaces = gate.SelectorWithoutGlobal(entity, "namespaceSelector", orAlone: true),
            Ports = CalicoPortReader.Read(entity, "ports", gate),
            NotPorts = CalicoPortReader.Read(entity, "notPorts", gate),
            ServiceAccounts = ServiceAccounts(entity, gate),
            Service = Service(entity, gate, isGlobal),
            Domains = Domains(entity, gate),
        };
        entity.Close();
        if (read.Service is not null && (read.SelectsEndpoints || entity.Has("serviceAccounts") || read.Nets.Count > 0 || read.NotNets.Count > 0))
        {
            gate.RefuseOrDoubt(entity.PlaceOf("services"), "A Service stands beside selectors, service accounts or networks.", "Write them as two rules.");
        }

        return read;
    }

    private static CalicoServiceAccounts? ServiceAccounts(Fields entity, CalicoGate gate)
    {
        if (entity.Map("serviceAccounts") is not { } accounts) return null;
        var names = gate.Set(accounts, "names");
        var selector = gate.Selector(accounts, "selector", isBounded: false);
        accounts.Close();
        return names.Count == 0 && selector is null ? null : new(names.Select(name => name.Value).ToValueArray(), selector);
    }

    private static CalicoService? Service(Fields entity, CalicoGate gate, bool isGlobal)
    {
        if (entity.Map("services") is not { } service) return null;
        var name = service.Text("name") ?? "";
        var ns = service.Text("namespace") is { Length: > 0 } written ? written : null;
        service.Close();
        if (name.Length is 0 or > LongestName) gate.RefuseOrDoubt(service.PlaceOf("name"), name.Length == 0 ? "The Service has no name." : "The name is longer than 253 characters.", "Write the name of a Service.");
        if (ns is { Length: > LongestName }) gate.RefuseOrDoubt(service.PlaceOf("namespace"), "The namespace is longer than 253 characters.");
        if (ns is null && isGlobal) gate.RefuseOrDoubt(service.PlaceOf("namespace"), "A global policy has no namespace that the Service could be in.", "Write services.namespace.");
        else if (ns is null) gate.Log.Warn(service.PlaceOf("namespace"), "PK5008", "A Service without a namespace is never found, not in the namespace of the policy either: the rule matches nothing.", "Write services.namespace.");
        return new(name, ns);
    }

    private static ValueArray<NamePattern> Domains(Fields entity, CalicoGate gate)
    {
        const string Key = "domains";
        if (gate.IsEnterprise)
        {
            // There "*." stands for one label or more, which is spelled "**." in a pattern.
            return (entity.Texts(Key) ?? []).Select(item => new NamePattern(item.Value.StartsWith("*.", StringComparison.Ordinal) ? "*" + item.Value : item.Value)).ToValueArray();
        }

        if (entity.Has(Key)) gate.Log.Prune(entity.PlaceOf(Key), "Host names are part of Calico Enterprise; open-source Calico has no such field.", "Write the networks of the host, or use an engine with host names: without this field the rule is about every address.");
        return [];
    }
}
