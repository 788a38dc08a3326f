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
    private readonly CompiledPolicies _compiled = new();
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

        var covers = emitted.Gaps.Select(Cover).ToList();
        var written = WrittenCompiler.Compile(set, world.Cluster, _facts);
        var alone = new Comparison(engine, Surroundings.Alone, written, IrCompiler.Compile(emitted.Ir, world.Cluster), Compiled(reading.Policies), covers, _answers);
        List<Comparison> comparisons = [alone, .. Surroundings.Of(engine).Select(surroundings => Beside(surroundings, written, reading.Policies, covers))];
        foreach (var direction in (ReadOnlySpan<Direction>)[Direction.Ingress, Direction.Egress])
        {
            var flows = new RepresentativeFlows(world, engine, direction, [.. comparisons.SelectMany(comparison => comparison.Programs(direction))]);
            Compare(comparisons, [.. flows.Some(options.MostFlows / 2)]);
            foreach (var cover in covers.Where(cover => cover.Gap.Flows.Direction == direction && !cover.IsInhabited)) Inhabit(cover, comparisons, flows);
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

    private Comparison Beside(Surroundings surroundings, PolicyProgram written, IReadOnlyList<PolicyModel> read, List<GapCover> covers)
    {
        var foreign = surroundings.Foreign(set, world.Atoms.Elsewhere);
        var both = MeaningProgram.Union(written, WrittenCompiler.Compile(foreign, world.Cluster, _facts));
        if (!surroundings.OfEngine) return new(engine, surroundings, both, null, Compiled([.. read, .. surroundings.Stored(foreign)]), covers, _answers);
        var emitted = foreign.Emit(engine, _facts);
        return new(engine, surroundings, both, null, Compiled([.. read, .. Judge.Read(emitted.Manifests, _facts).Policies]), [.. covers, .. emitted.Gaps.Select(Cover)], _answers);
    }

    private GapCover Cover(Gap gap) => new(gap, world.Cluster, _facts);

    private PolicyProgram Compiled(IReadOnlyList<PolicyModel> read) => ProgramCompiler.Compile(read, world.Cluster, _facts, _compiled);

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
    private void Inhabit(GapCover cover, List<Comparison> comparisons, RepresentativeFlows flows)
    {
        foreach (var flow in flows.Some(int.MaxValue))
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
