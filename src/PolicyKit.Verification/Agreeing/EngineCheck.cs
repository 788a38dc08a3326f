using PolicyKit.Ir;
using PolicyKit.Manifests;
using PolicyKit.Verification.Compiling;
using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Written;

namespace PolicyKit.Verification.Agreeing;

/// <summary>
/// Input: a set and an engine. Output: whether what the engine's manifests say when they are read back is what is written. Promise: the
/// manifests are read from their text, and nothing that cannot be read counts as agreeing.
/// </summary>
internal sealed class EngineCheck(PolicySet set, RepresentativeWorld world, Engine engine, ClusterProfile profile, AgreementOptions options, bool isPart = false)
{
    private readonly ClusterProfile _facts = EngineFit.For(engine, profile);
    private readonly Answers _answers = EngineFit.Answers(engine, EngineFit.For(engine, profile));
    private readonly List<Disagreement> _disagreements = [];
    private int _flows;

    public EngineAgreement Run() => Run(text => text);

    /// <summary>The same check of manifests that somebody tampered with: how it is known that a fault is found.</summary>
    public EngineAgreement Run(Func<string, string> tamper)
    {
        var emitted = set.Emit(engine, _facts);
        if (!emitted.Succeeded) return new(engine, AgreementOutcome.Refused) { Refusals = emitted.Diagnostics.Where(found => found.Severity == Severity.Error).ToValueArray() };
        var manifests = ManifestReader.Read(tamper(emitted.ToYaml())).Manifests;
        if (!manifests.All(PolicyReader.Owns)) return new(engine, AgreementOutcome.NotJudged);
        var reading = Judge.Read(manifests, _facts);
        if (reading.Findings.Any(finding => finding.Consequence is not ReadConsequence.Accepted)) return new(engine, AgreementOutcome.Unreadable) { Findings = reading.Findings };

        var covers = emitted.Gaps.Select(gap => new GapCover(gap, world.Cluster, _facts)).ToList();
        List<Comparison> comparisons = [Comparison(Surroundings.Alone, set, emitted.Ir, reading.Policies, covers)];
        foreach (var surroundings in Surroundings.Of(engine))
        {
            var foreign = surroundings.Foreign(set, world.Atoms.Elsewhere);
            var beside = surroundings.Emit(foreign, engine, _facts);
            List<GapCover> all = [.. covers, .. surroundings.OfEngine ? beside.Gaps.Select(gap => new GapCover(gap, world.Cluster, _facts)) : []];
            comparisons.Add(Comparison(surroundings, [.. set, .. foreign], null, [.. reading.Policies, .. Judge.Read(ManifestReader.Read(beside.ToYaml()).Manifests, _facts).Policies], all));
        }

        foreach (var direction in (ReadOnlySpan<Direction>)[Direction.Ingress, Direction.Egress])
        {
            var programs = comparisons.SelectMany(comparison => comparison.Programs(direction)).ToList();
            Compare(comparisons, RepresentativeFlows.Of(world, engine, direction, programs, options.MostFlows / 2).ToList());
            foreach (var cover in covers.Where(cover => cover.Gap.Flows.Direction == direction && !cover.IsInhabited)) Inhabit(cover, comparisons, programs);
        }

        return new(engine, AgreementOutcome.Checked)
        {
            Flows = _flows,
            Disagreements = _disagreements.ToValueArray(),
            EmptyGaps = covers.Where(cover => !cover.IsInhabited && !IsInhabitedAlone(cover.Gap)).Select(cover => cover.Gap).ToValueArray(),
        };
    }

    /// <summary>A gap is of one policy, and often of one rule of it. Beside others that say the same it does not show, but it is there.</summary>
    private bool IsInhabitedAlone(Gap gap)
    {
        if (isPart) return false;
        return set.Policies
            .Where(policy => policy.Namespace == gap.Flows.Namespace && policy.Subject == gap.Flows.Subject)
            .SelectMany(policy => InAllWords.Parts(policy, gap.Flows.Direction).Prepend(policy))
            .Any(part => IsInhabited(gap, part));
    }

    private bool IsInhabited(Gap gap, Policy part)
    {
        PolicySet alone = [part];
        return alone.Emit(engine, _facts).Gaps.Contains(gap)
            && new EngineCheck(alone, RepresentativeWorld.Of(Atoms.Of(alone, profile)), engine, profile, options, isPart: true).Run() is { Outcome: AgreementOutcome.Checked } found
            && !found.EmptyGaps.Contains(gap);
    }

    private Comparison Comparison(Surroundings surroundings, PolicySet meant, PolicyIr? ir, IReadOnlyList<PolicyModel> read, List<GapCover> covers) => new(
        engine,
        surroundings,
        WrittenCompiler.Compile(meant, world.Cluster, _facts),
        ir is null ? null : IrCompiler.Compile(ir, world.Cluster),
        ProgramCompiler.Compile(read, world.Cluster, _facts),
        covers,
        _answers);

    private void Compare(List<Comparison> comparisons, List<AskedFlow> flows)
    {
        foreach (var comparison in comparisons)
        {
            foreach (var flow in flows)
            {
                if (_disagreements.Count >= options.MostDisagreements) return;
                _flows++;
                if (comparison.Of(flow) is { } found) _disagreements.Add(found);
            }
        }
    }

    /// <summary>A gap may cover so few flows that thinning out leaves none of them: for a gap that none was found for, all are asked.</summary>
    private void Inhabit(GapCover cover, List<Comparison> comparisons, List<DirectionProgram> programs)
    {
        foreach (var flow in RepresentativeFlows.Of(world, engine, cover.Gap.Flows.Direction, programs, int.MaxValue))
        {
            if (cover.Covers(flow.Seen, _answers) is Verdict.Deny) continue;
            foreach (var comparison in comparisons)
            {
                if (_disagreements.Count >= options.MostDisagreements) return;
                if (comparison.Of(flow) is { } found) _disagreements.Add(found);
                if (cover.IsInhabited) return;
            }
        }
    }
}
