using static PolicyKit.Dsl;

namespace PolicyKit.Tests.Emitting;

/// <summary>Writing goes object by object: what it needs does not grow with what is written.</summary>
public sealed class WritingMemoryTests
{
    [Test]
    public void Writing_a_thousand_policies_takes_no_more_memory_than_writing_ten()
    {
        var few = Allocated(10);
        var many = Allocated(1000);

        many.Written.ShouldBeGreaterThan(50 * few.Written);
        many.Bytes.ShouldBeLessThan(few.Bytes + 10_000);
    }

    private static (long Written, long Bytes) Allocated(int count)
    {
        PolicySet set = [.. Enumerable.Range(0, count).Select(number => Policy.ForPods(("app", $"a{number}")).InNamespace("shop").AllowIngress(Port.Tcp(1 + number)).From(Namespace($"n{number}")))];
        var emitted = set.Emit(Engine.Kubernetes);
        using var counting = new Counting();
        emitted.WriteYaml(counting);
        var before = GC.GetAllocatedBytesForCurrentThread();
        emitted.WriteYaml(counting);
        return (counting.Length / 2, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private sealed class Counting : StringWriter
    {
        public long Length { get; private set; }

        public override void Write(char value) => Length++;

        public override void Write(char[] buffer, int index, int count) => Length += count;

        public override void Write(ReadOnlySpan<char> buffer) => Length += buffer.Length;
    }
}
