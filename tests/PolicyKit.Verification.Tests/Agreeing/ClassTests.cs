using FsCheck.Fluent;
using PolicyKit.Verification.Agreeing;
using PolicyKit.Verification.Compiling;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Written;

namespace PolicyKit.Verification.Tests.Agreeing;

/// <summary>What agreement does not ask is decided like what it asks: ends and traffic of one class cannot be told apart.</summary>
internal sealed class ClassTests
{
    private const int Sets = 60;

    [Test]
    public void Ends_of_one_class_get_the_same_verdict_from_every_subject() => ForEach((world, program) =>
    {
        var classes = EndClasses.Under([program], Side.Peer);
        foreach (var (one, other) in Alike(world.Ends.Select(end => end.Dialled), classes.Key))
        {
            foreach (var subject in world.Subjects.Take(12).Where(pod => pod != one && pod != other))
                Verdicts(world, program, subject, one).ShouldBe(Verdicts(world, program, subject, other), $"{one} and {other} to {subject}");
        }
    });

    [Test]
    public void Subjects_of_one_class_get_the_same_verdict_about_every_end() => ForEach((world, program) =>
    {
        var classes = EndClasses.Under([program], Side.Subject);
        foreach (var (one, other) in Alike(world.Subjects, classes.Key))
        {
            foreach (var end in world.Ends.Select(end => end.Dialled).Where((end, index) => index % 11 == 0 && end != one && end != other))
                Verdicts(world, program, one, end).ShouldBe(Verdicts(world, program, other, end), $"{end} of {one} and of {other}");
        }
    });

    [Test]
    public void Traffic_of_one_class_gets_the_same_verdict_between_all_ends() => ForEach((world, program) =>
    {
        var classes = TrafficClasses.Of([program], world.Cluster.Pods);
        foreach (var (one, other) in Alike(world.Traffic(IpFamily.V4), classes.Key))
        {
            foreach (var (subject, end) in Pairs(world)) Decide(program, subject, end, one).ShouldBe(Decide(program, subject, end, other), $"{one} and {other} to {end} of {subject}");
        }
    });

    private static void ForEach(Action<RepresentativeWorld, DirectionProgram> test)
    {
        var count = 0;
        foreach (var (set, profile) in RandomFacts.Both.Sample(Sets, 10))
        {
            foreach (var engine in Engine.All)
            {
                var facts = EngineFit.For(engine, profile);
                if (set.Emit(engine, facts) is not { Succeeded: true } emitted) continue;
                var world = RepresentativeWorld.Of(Atoms.Of(set, facts));
                var read = ProgramCompiler.Compile(Judge.Read(emitted.Manifests, facts).Policies, world.Cluster, facts);
                var written = WrittenCompiler.Compile(set, world.Cluster, facts);
                foreach (var program in (DirectionProgram[])[read.Ingress, read.Egress, written.Ingress, written.Egress]) test(world, program);
                count++;
            }
        }

        count.ShouldBeGreaterThan(Sets);
    }

    /// <summary>Neighbours in a class.</summary>
    private static IEnumerable<(T, T)> Alike<T>(IEnumerable<T> all, Func<T, string> key) =>
        all.GroupBy(key).SelectMany(alike => alike.Zip(alike.Skip(1)));

    private static IEnumerable<(Endpoint, Endpoint)> Pairs(RepresentativeWorld world) =>
        world.Subjects.Take(8).SelectMany(subject => world.Ends.Where((_, index) => index % 13 == 0).Select(end => (subject, end.Dialled)));

    private static IEnumerable<(Traffic, Verdict?)> Verdicts(RepresentativeWorld world, DirectionProgram program, Endpoint subject, Endpoint end) =>
        world.Traffic(IpFamily.V4).Where((_, index) => index % 5 == 0).Select(traffic => (traffic, Decide(program, subject, end, traffic)));

    private static Verdict? Decide(DirectionProgram program, Endpoint subject, Endpoint end, Traffic traffic)
    {
        if (subject.Address(IpFamily.V4) is null || end.Address(IpFamily.V4) is null) return null;
        var flow = program.Direction == Direction.Ingress ? new Flow(end, subject, traffic, IpFamily.V4) : new Flow(subject, end, traffic, IpFamily.V4);
        return Evaluator.Decide(program, flow, Answers.None);
    }
}
