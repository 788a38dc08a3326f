using System.Globalization;

namespace PolicyKit;

/// <summary>Reads the text of a port strictly. In: any text. Out: the port, or a refusal with the mend; it never throws.</summary>
internal static class PortReader
{
    private const string ExampleMend = "Write a port like '8080/TCP', '30000-32767/TCP', 'metrics/TCP', 'any/UDP' or 'any'.";

    // The longest legal text is a name of 15 letters with "/SCTP".
    private const int Longest = 40;

    internal static Refusal? Read(string? text, out Port? port)
    {
        port = text switch
        {
            Port.AnyWord => Port.Any,
            Port.DnsWord => Port.Dns,
            Port.ApiServerWord => Port.ApiServer,
            _ => null,
        };
        if (port is not null) return null;
        if (text is null || text.Length == 0) return new("An empty text is not a port.", ExampleMend);
        if (text.Length > Longest) return new($"{UserWords.Quote(text)} is too long to be a port.", ExampleMend);

        var slash = Letters.Find(text, '/');
        if (slash < 0) return new($"{UserWords.Quote(text)} names no protocol.", MendWith(text + "/TCP"));
        if (ProtocolText.Read(text.AsSpan(slash + 1)) is not { } protocol) return NoProtocol(text, slash);

        var subject = text[..slash];
        if (subject == Port.AnyWord) port = Every(protocol);
        else if (subject.Length > 0 && subject.All(letter => letter == '-' || Letters.IsDigit(letter))) return ReadNumbers(text, subject, protocol, out port);
        else return ReadName(text, subject, protocol, out port);
        return null;
    }

    private static Refusal? ReadNumbers(string text, string subject, Protocol protocol, out Port? port)
    {
        port = null;
        var hyphen = Letters.Find(subject, '-');
        var firstText = hyphen < 0 ? subject : subject[..hyphen];
        var lastText = hyphen < 0 ? subject : subject[(hyphen + 1)..];
        if (firstText.Length == 0 || lastText.Length == 0 || Letters.Find(lastText, '-') >= 0)
            return new($"{UserWords.Quote(text)} is not a port: a range has a number on both sides of one '-'.", ExampleMend);

        // More digits than a port has are cut to a number that is none.
        var first = Number(firstText);
        var last = Number(lastText);
        if (NameSyntax.PortRange(first, last) is not null) return OutOfRange(text, firstText, first, lastText, last, protocol);

        var canonical = first == last ? new Port.Numbered(protocol, first) : (Port)new Port.Ranged(protocol, first, last);
        if (canonical.ToString() != text)
        {
            var why = firstText[0] == '0' || lastText[0] == '0' ? "has a leading zero" : "is a range of one port";
            return new($"{UserWords.Quote(text)} {why}.", $"Did you mean '{canonical}'?");
        }

        port = canonical;
        return null;
    }

    private static Refusal? ReadName(string text, string subject, Protocol protocol, out Port? port)
    {
        port = null;
        if (subject == $"'{Port.AnyWord}'") subject = Port.AnyWord;
        if (NameSyntax.PortName(subject) is { } problem) return new($"{UserWords.Quote(text)} is not a port.", problem);

        port = new Port.ByName(protocol, subject);
        return null;
    }

    private static Refusal OutOfRange(string text, string firstText, int first, string lastText, int last, Protocol protocol)
    {
        var swapped = NameSyntax.PortRange(last, first) is null;
        return swapped
            ? new($"{UserWords.Quote(text)} ends before it begins.", FormattableString.Invariant($"Did you mean '{last}-{first}/{protocol.Text()}'?"))
            : new(
                $"{UserWords.Quote(text)} is not a port: {UserWords.Quote(NameSyntax.PortNumber(first) is null ? lastText : firstText)} is out of range.",
                "Write a number from 1 to 65535.");
    }

    private static Refusal NoProtocol(string text, int slash)
    {
        var written = text[(slash + 1)..];
        var upper = written.ToUpperInvariant();
        return upper != written && ProtocolText.Read(upper) is not null
            ? new($"{UserWords.Quote(text)} has its protocol in lower case.", MendWith($"{text[..slash]}/{upper}"))
            : new($"{UserWords.Quote(text)} has {UserWords.Quote(written)} where a protocol belongs.", "Write TCP, UDP or SCTP there.");
    }

    private static string MendWith(string corrected) => Read(corrected, out var port) is { } refusal ? refusal.Mend : $"Did you mean '{port}'?";

    private static int Number(string digits) => digits.Length > 9 ? int.MaxValue : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static Port.EveryOf Every(Protocol protocol) => protocol switch
    {
        Protocol.Udp => Port.AnyUdp,
        Protocol.Sctp => Port.AnySctp,
        _ => Port.AnyTcp,
    };
}
