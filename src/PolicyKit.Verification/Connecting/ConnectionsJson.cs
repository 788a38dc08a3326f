using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyKit.Verification.Connecting;

/// <summary>
/// Input: connections. Output: their JSON. Promise: nothing but one row of outcomes is held at a time; what stands in many lines (names,
/// ports) is spelled once and copied.
/// </summary>
internal sealed class ConnectionsJson(Reachability reachability, Stream output)
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _used;

    public void Write()
    {
        byte[][] sources = [.. reachability.List.Select(end => Utf8($"\n{{\"from\":{Quoted(end.Name)},\"to\":"))];
        byte[][] targets = [.. reachability.List.Select(end => Utf8($"{Quoted(end.Name)},\"ports\":"))];
        Put("{\"connections\":["u8);
        WriteList(sources, targets, Allowed);
        Put("],\"undefined\":["u8);
        if (Enumerable.Range(0, reachability.Outcomes.Count).Any(number => reachability.Outcomes[number].Undefined.Count > 0)) WriteList(sources, targets, Undefined);
        Put("]}\n"u8);
        output.Write(_buffer, 0, _used);
        output.Flush();
    }

    private void WriteList(byte[][] sources, byte[][] targets, Func<PairOutcome, IEnumerable<string>> lines)
    {
        var tails = new List<byte[][]>();
        var row = new int[targets.Length];
        var first = true;
        for (var from = 0; from < sources.Length; from++)
        {
            reachability.Fill(from, row);
            while (tails.Count < reachability.Outcomes.Count) tails.Add([.. lines(reachability.Outcomes[tails.Count]).Select(Utf8)]);
            for (var to = 0; to < row.Length; to++)
            {
                foreach (var tail in tails[row[to]])
                {
                    if (!first) Put(","u8);
                    first = false;
                    Put(sources[from]);
                    Put(targets[to]);
                    Put(tail);
                }
            }
        }
    }

    private static IEnumerable<string> Allowed(PairOutcome outcome) => outcome.Allowed.IsEmpty ? [] : [$"{Ports(outcome.Allowed)}}}"];

    private static IEnumerable<string> Undefined(PairOutcome outcome) => outcome.Undefined.Select(ports => $"{Ports(ports.Ports)},{Questions(ports)}}}");

    private static string Questions(UndefinedPorts ports) => $"\"questions\":[{string.Join(',', ports.DependsOn.Select(question => Quoted(QuestionNames.Of(question))))}]";

    private static string Ports(AllowedPorts ports) =>
        ports.IsAll ? "\"all\"" : $"[{string.Join(',', ports.ByProtocol().Select(one => $"{{\"protocol\":\"{one.Protocol}\",\"ports\":\"{one.Ports}\"}}"))}]";

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private void Put(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _buffer.Length - _used)
        {
            output.Write(_buffer, 0, _used);
            _used = 0;
            if (bytes.Length > _buffer.Length)
            {
                output.Write(bytes);
                return;
            }
        }

        bytes.CopyTo(_buffer.AsSpan(_used));
        _used += bytes.Length;
    }
}
