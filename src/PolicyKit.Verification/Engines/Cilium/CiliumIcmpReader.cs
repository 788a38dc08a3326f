using System.Globalization;
using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Engines.Cilium;

/// <summary>Reads a field of <c>icmps</c>: a type of one family, by number or by name.</summary>
internal static class CiliumIcmpReader
{
    public static CiliumIcmp? Read(Fields field)
    {
        if (Family(field) is not { } family) return null;
        var place = field.PlaceOf("type");
        var type = field.IntOrText("type");
        var number = type?.Number ?? (type?.Text is { } text ? long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits : IcmpNames.Find(family, text) : null);
        switch (number)
        {
            case null:
                field.Log.Ignore(place, $"'{type}' is not a type of ICMP for {(family == IpFamily.V4 ? "IPv4" : "IPv6")}.", "Write its number.");
                return null;
            case < 0 or > byte.MaxValue:
                field.Log.NotModelled(place, FormattableString.Invariant($"{number} is no type that a packet can have, and the agent takes it all the same."), "Write a number from 1 to 255.");
                return null;
            case 0:
                field.Log.Warn(place, "PK5002", "Type 0 matches every type.", "There is no way to write type 0 alone.");
                break;
        }

        return new(family, (byte)number);
    }

    private static IpFamily? Family(Fields field)
    {
        switch (field.Text("family"))
        {
            case null or "" or "IPv4": return IpFamily.V4;
            case "IPv6": return IpFamily.V6;
            case var other:
                field.Log.Ignore(field.PlaceOf("family"), $"'{other}' is not a family.", "Write IPv4 or IPv6.");
                return null;
        }
    }
}
