using System.Text;

namespace PolicyKit.Benchmarks;

/// <summary>Takes a stream of text and only counts it: what is measured is the writing, not the disk.</summary>
internal sealed class CountingWriter : TextWriter
{
    public long Length { get; private set; }

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Length++;

    public override void Write(char[] buffer, int index, int count) => Length += count;

    public override void Write(ReadOnlySpan<char> buffer) => Length += buffer.Length;

    public override void Write(string? value) => Length += value?.Length ?? 0;
}
