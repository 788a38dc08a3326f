using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace PolicyKit.Analyzers.Tests;

/// <summary>A program with the places marked where findings are expected: <c>{|PK1001:AllowEgress|}</c>, nested where they overlap.</summary>
/// <remarks>Behind the id, <c>?</c> stands for a finding on some paths and <c>~</c> for one that is only possible: both are of severity info.</remarks>
internal sealed record Markup(string Source, IReadOnlyList<Mark> Marks)
{
    public static Markup Parse(string marked)
    {
        var source = new StringBuilder(marked.Length);
        var marks = new List<Mark>();
        var open = new Stack<(string Label, int Start)>();
        for (var at = 0; at < marked.Length; at++)
        {
            if (marked.AsSpan(at).StartsWith("{|", StringComparison.Ordinal))
            {
                var colon = marked.IndexOf(':', at);
                open.Push((marked[(at + 2)..colon], source.Length));
                at = colon;
            }
            else if (marked.AsSpan(at).StartsWith("|}", StringComparison.Ordinal))
            {
                var (label, start) = open.Pop();
                marks.Add(new(label, TextSpan.FromBounds(start, source.Length)));
                at++;
            }
            else
            {
                source.Append(marked[at]);
            }
        }

        return open.Count == 0 ? new(source.ToString(), marks) : throw new FormatException($"A mark is not closed: {marked}");
    }

    /// <summary>The source with marks written into it: an expectation and its outcome compare as two texts that can be pasted.</summary>
    public static string Write(string source, IEnumerable<Mark> marks)
    {
        var written = source;
        var ends = marks.Select(mark => (At: mark.Span.End, Order: (-mark.Span.Start, mark.Label), Text: "|}"));
        var starts = marks.Select(mark => (At: mark.Span.Start, Order: (mark.Span.End, mark.Label), Text: $"{{|{mark.Label}:"));
        foreach (var (at, _, text) in starts.Concat(ends).OrderByDescending(one => one.At).ThenBy(one => one.Order)) written = written.Insert(at, text);
        return written;
    }
}

/// <summary>A marked place.</summary>
internal sealed record Mark(string Label, TextSpan Span);
