using PolicyKit.Engines;
using PolicyKit.Ir;
using PolicyKit.Lint;
using PolicyKit.Manifests;

namespace PolicyKit;

/// <summary>The way from a set to manifests: resolve, lower, check, lint. The only place where authoring meets the engines.</summary>
internal static class Emission
{
    /// <summary>Lowers and checks each entry, and keeps no tree and no gap: memory grows with the intermediate form alone.</summary>
    public static EmitResult Run(PolicySet set, Engine engine, ClusterProfile profile, EmitOptions options)
    {
        var diagnostics = new List<Diagnostic>();
        var ir = Resolver.Resolve(set, profile, diagnostics.Add);
        var context = new LoweringContext(engine, ir, options.GapsAreErrors ? Heard.Findings | Heard.Gaps : Heard.Findings);
        var names = new Dictionary<(string Kind, string? Namespace, string? Name), Origin>(ir.Entries.Count);
        foreach (var entry in ir.Entries)
        {
            if (entry is PolicyEntry policy) NativeRules.RefuseUngoverned(policy, context);
            var errors = context.Errors;
            var manifests = Lower(entry, context);
            // What was refused is in the manifest all the same: its rules would only say again, and less well, what is wrong.
            var sound = context.Errors == errors;
            foreach (var manifest in manifests)
            {
                ClaimName(names, manifest, entry, context);
                if (entry is PolicyEntry && sound) Check(manifest, entry, context);
            }
        }

        ReportElsewhere(ir, context);
        Linter.Run(set, engine, profile, diagnostics.Add);
        diagnostics.AddRange(context.Diagnostics);
        diagnostics.AddRange(Unaccepted(context.Gaps, options));
        return new(engine, ir, Sorted(diagnostics));
    }

    /// <summary>The manifests of what was found sound, one after the other: to lower again gives the same trees.</summary>
    public static IEnumerable<Manifest> Again(Engine engine, PolicyIr ir)
    {
        var context = new LoweringContext(engine, ir, Heard.Nothing);
        return ir.Entries.SelectMany(entry => Lower(entry, context));
    }

    /// <summary>The gaps of what was lowered before.</summary>
    public static ValueArray<Gap> GapsOf(Engine engine, PolicyIr ir)
    {
        var context = new LoweringContext(engine, ir, Heard.Gaps);
        foreach (var entry in ir.Entries) Lower(entry, context);
        ReportElsewhere(ir, context);
        return context.Gaps.ToValueArray();
    }

    private static IReadOnlyList<Manifest> Lower(EntryIr entry, LoweringContext context) => entry switch
    {
        PolicyEntry policy => context.Engine.Lower(policy, context),
        RawEntry raw when ReferenceEquals(raw.Engine, context.Engine) => RawManifests.Lower(raw, context),
        RawEntry => [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // Every emitted name takes part: the second object of a name would replace the first.
    private static void ClaimName(Dictionary<(string, string?, string?), Origin> names, Manifest manifest, EntryIr entry, LoweringContext context)
    {
        if (names.TryAdd((manifest.Kind, manifest.Namespace, manifest.Name), entry.Origin)) return;
        var first = names[(manifest.Kind, manifest.Namespace, manifest.Name)];
        context.Refuse("PK0002", entry.Origin,
            $"{manifest} is written twice{(first.IsKnown ? $"; the other one is from {first}" : "")}. The second object would replace the first.",
            "Give one of them another name with Named(…).");
    }

    /// <summary>INVARIANT (sound manifests): what leaves has no finding of any kind. A finding here is about a native fragment, or a fault of ours.</summary>
    private static void Check(Manifest manifest, EntryIr entry, LoweringContext context)
    {
        context.Engine.Check(manifest, context, finding => Unsound(finding.ToString()));
        if (WritableTree.Problem(manifest.Root) is { } problem) Unsound(problem);

        void Unsound(string problem) => context.Refuse(
            "PK5002", entry.Origin, $"{manifest}, {problem}", "Mend the native fragment; if there is none, this is a fault of PolicyKit: please report it.");
    }

    private static void ReportElsewhere(PolicyIr ir, LoweringContext context)
    {
        foreach (var entry in ir.Entries)
        {
            if (entry is RawEntry raw && !ReferenceEquals(raw.Engine, context.Engine)) Elsewhere.Report(raw, context);
            if (entry is PolicyEntry policy)
            {
                foreach (var fragment in policy.Fragments)
                {
                    if (!ReferenceEquals(fragment.Engine, context.Engine)) Elsewhere.Report(policy, fragment, context);
                }
            }
        }
    }

    private static IEnumerable<Diagnostic> Unaccepted(IReadOnlyList<Gap> gaps, EmitOptions options) => options.GapsAreErrors
        ? gaps.Where(gap => !options.Accepted.Contains(gap.Id)).Select(gap => new Diagnostic(
            "PK3010", Severity.Error, $"{gap}", $"Accept it by name, Accepted = [Gaps.{gap.Id.PropertyName}], or write the policy so that the engine can say it."))
        : [];

    private static ValueArray<Diagnostic> Sorted(List<Diagnostic> diagnostics) => diagnostics
        .Distinct()
        .OrderBy(one => one.Origin.File, StringComparer.Ordinal)
        .ThenBy(one => one.Origin.Line)
        .ThenBy(one => one.Position.Line)
        .ThenBy(one => one.Id, StringComparer.Ordinal)
        .ThenBy(one => one.Message, StringComparer.Ordinal)
        .ToValueArray();
}
