using System.Runtime.CompilerServices;
using PolicyKit.Manifests;
using static PolicyKit.Dsl;

namespace PolicyKit.Tests.Emitting;

/// <summary>Emitting and writing go object by object: what is kept does not grow with what is written.</summary>
public sealed class WritingMemoryTests
{
    [TestCaseSource(typeof(Engine), nameof(Engine.All))]
    public void No_object_outlives_its_writing(Engine engine)
    {
        var emitted = Many(3).Emit(engine, Generators.ProfileGen.For(engine));
        using var objects = Emission.Again(engine, emitted.Ir).GetEnumerator();

        var first = Next(objects);
        var second = Next(objects);
        objects.MoveNext().ShouldBeTrue();
        GC.Collect();

        (first.IsAlive, second.IsAlive).ShouldBe((false, false));
    }

    [Test]
    public void Writing_a_thousand_policies_takes_no_more_memory_for_each_than_writing_a_hundred()
    {
        var few = Allocated(100);
        var many = Allocated(1000);

        many.Written.ShouldBeGreaterThan(9 * few.Written);
        (many.Bytes / 1000).ShouldBeLessThan(2 * (few.Bytes / 100));
    }

    private static PolicySet Many(int count) =>
        [.. Enumerable.Range(0, count).Select(number => Policy.ForPods(("app", $"a{number}")).InNamespace("shop").AllowIngress(Port.Tcp(1 + number)).From(Namespace($"n{number}")))];

    // Apart, so that no register of the test holds the object.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Next(IEnumerator<Manifest> objects) => objects.MoveNext() ? new(objects.Current) : throw new AssertionException("There is no further object.");

    private static (long Written, long Bytes) Allocated(int count)
    {
        var emitted = Many(count).Emit(Engine.Kubernetes);
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
