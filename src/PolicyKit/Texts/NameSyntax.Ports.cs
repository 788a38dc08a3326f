// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit;

/// <content>The numbers, ranges and names of ports.</content>
internal static partial class NameSyntax
{
    private const int PortNameLength = 15;
    private const int LastPort = 65535;

    /// <summary>A port number: 1 to 65535.</summary>
    internal static string? PortNumber(int number) => number switch
    {
        >= 1 and <= LastPort => null,
        0 => "0 is not a port. Write a number from 1 to 65535, or Port.AnyTcp for every TCP port.",
        _ => FormattableString.Invariant($"{number} is not a port. Write a number from 1 to 65535."),
    };

    /// <summary>A range of ports: both ends are ports, and the first is not behind the last.</summary>
    internal static string? PortRange(int first, int last) =>
        PortNumber(first) ?? PortNumber(last) ?? (first <= last
            ? null
            : FormattableString.Invariant($"The port range {first}-{last} ends before it begins. Did you mean {last}-{first}?"));

    /// <summary>The name of a container port: what Kubernetes calls an IANA service name.</summary>
    internal static string? PortName(string? text)
    {
        const string what = "a port name";
        const string example = "metrics";
        if (text is null || text.Length == 0) return Missing(what, example);
        if (text.Length > PortNameLength) return TooLong(text, what, PortNameLength);

        var bad = Letters.Find(text, IsNoLabelLetter);
        if (bad >= 0) return BadLetter(text, bad, what, "a-z, 0-9 and '-'", CorrectedPortName(text), example);
        if (Letters.Find(text, Letters.IsLower) < 0)
            return $"{UserWords.Quote(text)} is not a port name: it has no letter. Write a number as a number, such as Port.Tcp(8080).";
        if (text[0] == '-' || text[text.Length - 1] == '-')
            return $"{UserWords.Quote(text)} is not a port name: it may not begin or end with '-'. {DidYouMean(CorrectedPortName(text), example)}";
        return HasDoubleHyphen(text)
            ? $"{UserWords.Quote(text)} is not a port name: it has '--'. {DidYouMean(CorrectedPortName(text), example)}"
            : null;
    }

    // Empty when no legal name is near.
    private static string CorrectedPortName(string text)
    {
        var corrected = string.Join("-", Lowered(text, IsNoLabelLetter).Split(['-'], StringSplitOptions.RemoveEmptyEntries));
        return Letters.Find(corrected, Letters.IsLower) < 0 ? "" : corrected;
    }

    private static bool HasDoubleHyphen(string text)
    {
        for (var at = 1; at < text.Length; at++)
        {
            if (text[at] == '-' && text[at - 1] == '-') return true;
        }

        return false;
    }
}
