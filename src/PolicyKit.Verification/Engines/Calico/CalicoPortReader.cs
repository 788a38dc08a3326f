using System.Globalization;
using PolicyKit.Verification.Engines.Selectors;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Engines.Calico;

/// <summary>Reads <c>ports</c> and <c>notPorts</c>: numbers, ranges with a colon, and names.</summary>
internal static class CalicoPortReader
{
    private const int MostPorts = 50;
    private const string Mend = "Write a number from 1 to 65535, a range such as '8000:9000', or a port name of up to 15 lower-case letters, digits and single dashes.";

    public static CalicoPorts Read(Fields entity, string key, CalicoGate gate)
    {
        var items = entity.IntsOrTexts(key) ?? [];
        gate.Bound(entity, key, items.Count, MostPorts);
        var numbers = PortSet.Empty;
        var names = new List<string>();
        foreach (var item in items)
        {
            if (Range(item.Value) is { } range) numbers |= PortSet.Between(range.First, range.Last);
            else if (item.Value.Text is { } name && KubernetesNames.IsPortName(name)) names.Add(name);
            else gate.RefuseOrIgnore(item.Place, $"'{Shown.Of(item.Value.ToString())}' is not a port.", MendOf(item.Value));
        }

        return new(numbers, names.Distinct(StringComparer.Ordinal).ToValueArray());
    }

    private static PortRange? Range(IntOrText value)
    {
        if (value.Number is { } number) return number is >= 1 and <= ushort.MaxValue ? new((ushort)number, (ushort)number) : null;
        var ends = value.Text!.Split(':', 3);
        return ends.Length switch
        {
            1 when Number(ends[0]) is { } only => new PortRange(only, only),
            2 when Number(ends[0]) is { } first && Number(ends[1]) is { } last && first <= last => new PortRange(first, last),
            _ => null,
        };
    }

    private static string MendOf(IntOrText value)
    {
        var ends = (value.Text ?? "").Split('-', ':');
        return ends.Length == 2 && Number(ends[0]) is { } one && Number(ends[1]) is { } other
            ? FormattableString.Invariant($"Write '{Math.Min(one, other)}:{Math.Max(one, other)}'.")
            : Mend;
    }

    private static ushort? Number(string text) =>
        text.Length is > 0 and <= 5 && text.All(char.IsAsciiDigit) && int.Parse(text, CultureInfo.InvariantCulture) is >= 1 and <= ushort.MaxValue and var number ? (ushort)number : null;
}
