// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit;

/// <summary>Reads and writes the address part of an IPv4 network: four decimal numbers, each the one way it is written.</summary>
internal static class Ipv4Text
{
    /// <summary>Reads digits and dots up to <paramref name="end"/>; what follows there is only for the mend.</summary>
    internal static Refusal? Read(string text, int end, out ulong high)
    {
        high = 0;
        var places = 0;
        for (var at = 0; at <= end; at++)
        {
            var start = at;
            var number = 0;
            for (; at < end && text[at] != '.'; at++) number = Math.Min((number * 10) + (text[at] - '0'), 1000);

            if (at == start)
                return new($"{UserWords.Quote(text)} has an empty place where a number belongs.", CidrReader.ExampleMend);
            if (text[start] == '0' && at - start > 1)
                return CidrReader.Corrected(
                    $"{UserWords.Quote(text)} has a leading zero in {UserWords.Quote(text.Substring(start, at - start))}, which some programs read as octal.",
                    WithoutLeadingZeros(text.Substring(0, end)) + text.Substring(end));
            if (number > 255)
                return new(
                    $"{UserWords.Quote(text)} has the number {UserWords.Quote(text.Substring(start, at - start))}, and the numbers of an IPv4 address end at 255.",
                    "Write a number from 0 to 255 there.");

            if (++places <= 4) high |= (ulong)number << (64 - (8 * places));
        }

        return places == 4 ? null : WrongCount(text, end, places);
    }

    /// <summary>The four numbers with dots between them, and the length of the prefix.</summary>
    internal static string Write(ulong high, int prefixLength)
    {
        var letters = new char[18];
        var count = 0;
        for (var place = 56; place >= 32; place -= 8)
        {
            Write((int)(high >> place) & 255, letters, ref count);
            letters[count++] = place > 32 ? '.' : '/';
        }

        Write(prefixLength, letters, ref count);
        return new(letters, 0, count);
    }

    private static void Write(int number, char[] letters, ref int count)
    {
        if (number >= 100) letters[count++] = (char)('0' + (number / 100));
        if (number >= 10) letters[count++] = (char)('0' + (number / 10 % 10));
        letters[count++] = (char)('0' + (number % 10));
    }

    private static Refusal WrongCount(string text, int end, int places)
    {
        if (places > 4)
            return new(FormattableString.Invariant($"{UserWords.Quote(text)} has {places} numbers, and an IPv4 address has four."), CidrReader.ExampleMend);

        var whole = text.Substring(0, end) + string.Concat(Enumerable.Repeat(".0", 4 - places));
        var prefix = end < text.Length ? text.Substring(end) : FormattableString.Invariant($"/{8 * places}");
        return CidrReader.Corrected(
            $"{UserWords.Quote(text)} is a short form, which programs read differently: an IPv4 address has four numbers.",
            whole + prefix);
    }

    private static string WithoutLeadingZeros(string address) =>
        string.Join(".", address.Split('.').Select(number => number.TrimStart('0') is { Length: > 0 } rest ? rest : "0"));
}
