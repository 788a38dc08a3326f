using System.Text.Json;
using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Tests.Cases;

/// <summary>One question of a case, and the answer it must get.</summary>
internal sealed record CaseQuery(string From, string To, Traffic Traffic, Direction? Direction, string Expect)
{
    private const ushort SourcePort = 40000;

    public static IEnumerable<CaseQuery> FromLines(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(line);
            var query = json.RootElement;
            yield return new(
                query.GetProperty("from").GetString()!,
                query.GetProperty("to").GetString()!,
                TrafficOf($"{query.GetProperty("protocol").GetString()}/{query.GetProperty("port").GetInt32()}"),
                query.TryGetProperty("direction", out var direction) ? Enum.Parse<Direction>(direction.GetString()!, ignoreCase: true) : null,
                query.GetProperty("expect").GetString()!);
        }
    }

    public static Traffic TrafficOf(string text)
    {
        var parts = text.Split('/');
        return parts[0] switch
        {
            "ICMPv4" => new Traffic.Icmp(IpFamily.V4, byte.Parse(parts[1])),
            "ICMPv6" => new Traffic.Icmp(IpFamily.V6, byte.Parse(parts[1])),
            var protocol => new Traffic.Transport(Enum.Parse<Protocol>(protocol, ignoreCase: true), ushort.Parse(parts[1]), SourcePort),
        };
    }

    public override string ToString() => $"{From} > {To} {Traffic}{(Direction is null ? "" : $" {Direction}")}";
}
