// Linked into the analyzers: this file must also compile for netstandard2.0.
using System.Globalization;
using System.Text;

namespace PolicyKit;

/// <summary>Reads and writes the address part of an IPv6 network; writes the one canonical spelling of RFC 5952.</summary>
/// <remarks>
/// Upper-case digits and groups written out in full are read, for they can mean one thing only. A "::" in another place than the canonical one,
/// and an IPv4 tail, are refused with the canonical spelling.
/// </remarks>
internal static class Ipv6Text
{
    /// <summary>Reads hexadecimal groups up to <paramref name="end"/>; what follows there is only for the mend.</summary>
    internal static Refusal? Read(string text, int end, out ulong high, out ulong low)
    {
        var groups = new Ipv6Groups();
        high = low = 0;
        var at = 0;
        while (at < end)
        {
            if (text[at] == ':')
            {
                // A single ':' is only legal behind a group, and is stepped over there.
                if (at + 1 >= end || text[at + 1] != ':') return CidrReader.NotANetwork(text);
                if (!groups.Compress()) return new($"{UserWords.Quote(text)} has '::' twice, so nobody can say how many zeros each stands for.", "Write it once.");
                at += 2;
                continue;
            }

            var start = at;
            uint group = 0;
            for (; at < end && HexValue(text[at]) is >= 0 and var digit; at++) group = (group << 4) | (uint)digit;
            if (at < end && text[at] == '.') return WithIpv4Tail(text, start, end, groups, out high, out low);
            if (at == start) return CidrReader.NotANetwork(text);
            if (at - start > 4)
                return new(
                    $"{UserWords.Quote(text)} has the group {UserWords.Quote(text.Substring(start, at - start))}, and a group has at most four digits.",
                    "Write groups of one to four hexadecimal digits, with ':' between them.");
            groups.Add(group);
            if (at == end) break;
            if (text[at] != ':' || at + 1 == end) return CidrReader.NotANetwork(text);
            if (text[at + 1] != ':') at++;
        }

        if (groups.WrongCount(text, end) is { } refusal) return refusal;
        groups.Join(out high, out low);
        return groups.IsCompressedAs(LongestZeroRun(high, low))
            ? null
            : CidrReader.Corrected(
                $"{UserWords.Quote(text)} is not the canonical spelling of its address, in which '::' stands for the whole of the first longest run of zero groups.",
                Write(high, low) + text.Substring(end));
    }

    /// <summary>The canonical spelling: lower case, no leading zeros, "::" for the first longest run of two or more zero groups.</summary>
    internal static string Write(ulong high, ulong low)
    {
        var (runStart, runLength) = LongestZeroRun(high, low);
        var written = new StringBuilder(39);
        for (var index = 0; index < 8; index++)
        {
            if (index == runStart && runLength > 0)
            {
                written.Append("::");
                index += runLength - 1;
                continue;
            }

            if (index > 0 && written[written.Length - 1] != ':') written.Append(':');
            written.Append(Group(high, low, index).ToString("x", CultureInfo.InvariantCulture));
        }

        return written.ToString();
    }

    private static Refusal WithIpv4Tail(string text, int start, int end, Ipv6Groups groups, out ulong high, out ulong low)
    {
        high = low = 0;
        if (!IsDotted(text, start, end) || Ipv4Text.Read(text.Substring(start, end - start), end - start, out var tail) is not null)
            return CidrReader.NotANetwork(text);

        groups.Add((uint)(tail >> 48));
        groups.Add((uint)(tail >> 32) & 0xffff);
        if (groups.WrongCount(text, end) is { } refusal) return refusal;
        groups.Join(out high, out low);
        return CidrReader.Corrected($"{UserWords.Quote(text)} ends in an IPv4 address.", Write(high, low) + text.Substring(end));
    }

    private static bool IsDotted(string text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (text[at] is not ('.' or (>= '0' and <= '9'))) return false;
        }

        return true;
    }

    private static (int Start, int Length) LongestZeroRun(ulong high, ulong low)
    {
        var best = (Start: 0, Length: 0);
        var length = 0;
        for (var index = 0; index < 8; index++)
        {
            length = Group(high, low, index) == 0 ? length + 1 : 0;
            // A single zero group is not shortened (RFC 5952, 4.2.2).
            if (length > 1 && length > best.Length) best = (index - length + 1, length);
        }

        return best;
    }

    private static ulong Group(ulong high, ulong low, int index) => ((index < 4 ? high : low) >> (48 - (16 * (index % 4)))) & 0xffff;

    private static int HexValue(char digit) => digit switch
    {
        >= '0' and <= '9' => digit - '0',
        >= 'a' and <= 'f' => digit - 'a' + 10,
        >= 'A' and <= 'F' => digit - 'A' + 10,
        _ => -1,
    };
}
