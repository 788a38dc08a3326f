using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Engines.Calico;

/// <summary>Reads lists of networks: strictly in rules, loosely in network sets, and as the agent does where no API server looked before.</summary>
internal static class CalicoNetReader
{
    private const int MostNets = 256;

    /// <summary>From here on, excluding everything is refused; before, such a rule was accepted and matched nothing.</summary>
    private static readonly EngineVersion ExcludingEverythingRefused = new(3, 31);

    /// <summary>The networks of a rule.</summary>
    public static ValueArray<Cidr> InRule(Fields entity, string key, CalicoGate gate)
    {
        var items = gate.Set(entity, key);
        gate.Bound(entity, key, items.Count, MostNets);
        var read = items.Select(item => gate.IsStored ? Loose(item, gate) : Strict(item, gate)).ToList();
        if (key == "notNets" && !gate.IsStored && gate.Version >= ExcludingEverythingRefused)
        {
            foreach (var (item, cidr) in items.Zip(read))
            {
                if (cidr is { IsEverything: true }) gate.Refuse(item.Place, $"'{item.Value}' excludes every address of its family.", "Leave the rule out, or exclude less.");
            }
        }

        return read.OfType<Cidr>().ToValueArray();
    }

    /// <summary>The networks of a network set.</summary>
    public static IpSet InSet(Fields spec, CalicoGate gate) =>
        gate.Set(spec, "nets").Select(item => Loose(item, gate)).OfType<Cidr>().Aggregate(IpSet.Empty, (set, cidr) => set | cidr.Set);

    private static Cidr? Strict(Item<string> item, CalicoGate gate)
    {
        if (Cidr.TryParse(item.Value, CidrReading.Strict, out var cidr))
        {
            if (!cidr.HasHostBits) return cidr;
            gate.Refuse(item.Place, $"'{item.Value}' has bits behind its prefix.", $"Did you mean '{cidr}'?");
            return null;
        }

        var isAddress = Cidr.TryParse(item.Value, CidrReading.BareAddress, out var bare);
        gate.Refuse(item.Place, $"'{Shown.Of(item.Value)}' is not a network.", isAddress ? $"Did you mean '{bare}'?" : "Write a network such as 10.0.0.0/8.");
        return null;
    }

    private static Cidr? Loose(Item<string> item, CalicoGate gate)
    {
        if (Cidr.TryParse(item.Value, CidrReading.BareAddress, out var cidr)) return cidr;
        if (gate.IsStored) gate.Log.Warn(item.Place, "PK5002", $"'{Shown.Of(item.Value)}' is not a network, and the agent skips it; a list that is left empty means every address.", "Write a network such as 10.0.0.0/8.", Severity.Error);
        else gate.Refuse(item.Place, $"'{Shown.Of(item.Value)}' is neither a network nor an address.", "Write a network such as 10.0.0.0/8.");
        return null;
    }
}
