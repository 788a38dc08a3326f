// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit;

/// <summary>Reads the text of a network strictly. In: any text. Out: the network, or a refusal with the mend; it never throws.</summary>
internal static class CidrReader
{
    /// <summary>The mend where no better one can be computed.</summary>
    internal const string ExampleMend = "Write a network like '10.0.0.0/8' or '2001:db8::/32'.";

    // The longest canonical text has 43 characters; beyond this no mend is worth its cost.
    private const int Longest = 100;

    /// <summary>Reads a network; null means that it was legal.</summary>
    internal static Refusal? Read(string? text, out CidrBlock? block)
    {
        block = null;
        if (text is null || text.Length == 0) return new("An empty text is not a network.", ExampleMend);
        if (text.Length > Longest || Letters.Find(text, char.IsWhiteSpace) >= 0 || Letters.Find(text, '%') >= 0) return Disguised(text);

        var slash = Letters.Find(text, '/');
        var end = slash < 0 ? text.Length : slash;
        if (ReadAddress(text, end, out var family, out var high, out var low) is { } unreadable) return unreadable;
        if (slash < 0) return Meant($"{UserWords.Quote(text)} is an address, not a network.", Single(family, high, low));
        if (ReadPrefixLength(text, slash, family, out var prefixLength) is { } refusal) return refusal;

        var network = new CidrBlock(family, high, low, prefixLength);
        if (network.High != high || network.Low != low)
            return Meant($"{UserWords.Quote(text)} has bits set behind its prefix.", network, Single(family, high, low));

        block = network;
        return null;
    }

    /// <summary>Reads an address without prefix length as the network of that one address; null when it is none.</summary>
    internal static CidrBlock? Address(string text) =>
        ReadAddress(text, text.Length, out var family, out var high, out var low) is null ? Single(family, high, low) : null;

    /// <summary>A refusal whose mend is a corrected text in canonical form, or what that still needs.</summary>
    internal static Refusal Corrected(string what, string corrected) =>
        Read(corrected, out var block) is { } refusal ? new(what, refusal.Mend, refusal.Corrections) : Meant(what, block!);

    /// <summary>The refusal of a text that looks like no network at all.</summary>
    internal static Refusal NotANetwork(string text) => new($"{UserWords.Quote(text)} is not a network.", ExampleMend);

    private static Refusal Disguised(string text) =>
        text.Length > Longest ? new($"{UserWords.Quote(text)} is too long to be a network.", ExampleMend)
        : Letters.Find(text, '%') is >= 0 and var zone ? Corrected(
            $"{UserWords.Quote(text)} has a zone id, which means nothing outside of one machine.",
            text.Substring(0, zone) + (Letters.Find(text, '/', zone) is >= 0 and var slash ? text.Substring(slash) : ""))
        : Corrected($"{UserWords.Quote(text)} has blanks in it.", string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))));

    private static Refusal? ReadAddress(string text, int end, out IpFamily family, out ulong high, out ulong low)
    {
        low = 0;
        family = IpFamily.V4;
        var other = Letters.Find(text, IsNeitherDigitNorDot);
        if (end > 0 && (other < 0 || other >= end)) return Ipv4Text.Read(text, end, out high);

        high = 0;
        family = IpFamily.V6;
        var colon = Letters.Find(text, ':');
        if (colon < 0 || colon >= end) return NotANetwork(text);

        var refusal = Ipv6Text.Read(text, end, out high, out low);
        return IsMapped(high, low) ? Mapped(text, end, low) : refusal;
    }

    private static bool IsMapped(ulong high, ulong low) => high == 0 && low >> 32 == 0xffff;

    private static Refusal Mapped(string text, int end, ulong low)
    {
        var what = $"{UserWords.Quote(text)} is IPv4 written as IPv6, which engines read differently.";
        if (end == text.Length) return Meant(what, Single(IpFamily.V4, low << 32, 0));
        if (ReadPrefixLength(text, end, IpFamily.V6, out var prefixLength) is { } refusal) return new(what, refusal.Mend);
        return prefixLength < 96
            ? new(what, "Write the IPv4 network itself.")
            : Corrected(what, Ipv4Text.Write(low << 32, prefixLength - 96));
    }

    private static Refusal? ReadPrefixLength(string text, int slash, IpFamily family, out int prefixLength)
    {
        prefixLength = 0;
        var most = CidrBlock.Bits(family);
        var digits = text.Length - slash - 1;
        if (digits == 0) return new($"{UserWords.Quote(text)} has no prefix length behind its '/'.", Range());

        for (var at = slash + 1; at < text.Length; at++)
        {
            if (!Letters.IsDigit(text[at])) return NotANumber(text, slash, family, Range());
            prefixLength = Math.Min((prefixLength * 10) + (text[at] - '0'), 1000);
        }

        if (text[slash + 1] == '0' && digits > 1)
            return Corrected(
                $"{UserWords.Quote(text)} has a leading zero in its prefix length.",
                FormattableString.Invariant($"{text.Substring(0, slash)}/{prefixLength}"));
        return prefixLength <= most
            ? null
            : new(FormattableString.Invariant($"{UserWords.Quote(text)} has a prefix longer than the {most} bits of its address."), Range());

        string Range() => FormattableString.Invariant($"Write a number from 0 to {most} behind the '/'.");
    }

    private static Refusal NotANumber(string text, int slash, IpFamily family, string range)
    {
        var mask = text.Substring(slash + 1);
        if (family == IpFamily.V4 && Letters.Find(mask, IsNeitherDigitNorDot) < 0
            && Ipv4Text.Read(mask, mask.Length, out var bits) is null && MaskLength(bits) is >= 0 and var length)
            return Corrected(
                $"{UserWords.Quote(text)} has a netmask behind its '/', where a prefix length belongs.",
                FormattableString.Invariant($"{text.Substring(0, slash)}/{length}"));
        return new($"{UserWords.Quote(text)} has a prefix length that is no plain number.", range);
    }

    private static int MaskLength(ulong mask)
    {
        var length = 0;
        for (; length < 32 && (mask & (1UL << 63)) != 0; length++) mask <<= 1;
        return mask == 0 ? length : -1;
    }

    private static CidrBlock Single(IpFamily family, ulong high, ulong low) => new(family, high, low, CidrBlock.Bits(family));

    private static Refusal Meant(string what, params CidrBlock[] blocks)
    {
        string[] texts = [.. blocks.Select(block => block.ToString())];
        return new(what, $"Did you mean '{string.Join("' or '", texts)}'?", texts);
    }

    private static bool IsNeitherDigitNorDot(char letter) => letter != '.' && !Letters.IsDigit(letter);
}
