using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit.Engines;

/// <summary>Raw manifests of the emitted engine: read strictly, checked, and rewritten where the set is only rehearsed.</summary>
internal static class RawManifests
{
    public static List<Manifest> Lower(RawEntry raw, LoweringContext context)
    {
        var read = ManifestReader.Read(raw.Yaml);
        foreach (var diagnostic in read.Diagnostics) context.Report(diagnostic with { Origin = raw.Origin });
        if (read.Diagnostics.Count == 0 && read.Manifests.Count == 0)
            context.Refuse("PK5001", raw.Origin, $"A raw manifest for {context.Engine} holds no object.", "Write one, or leave WithRaw out.");
        return read.Manifests.Select(manifest => Lower(manifest, raw, context)).OfType<Manifest>().Select(manifest => new Manifest(manifest.Root) { Origin = raw.Origin }).ToList();
    }

    private static Manifest? Lower(Manifest manifest, RawEntry raw, LoweringContext context)
    {
        if (!context.Engine.Owns(manifest))
        {
            var (id, message, mend) = context.Engine.Disowned(manifest);
            context.Report(new(id, Severity.Error, message, mend) { Origin = raw.Origin, Position = manifest.Root.Position });
            return null;
        }

        var sound = true;
        context.Engine.Check(manifest, context, finding =>
        {
            if (!finding.ConcernsRaw) return;
            sound &= finding.Severity is not Severity.Error;
            context.Report(new(finding.RuleId, finding.Severity, $"{manifest}, {finding}", finding.Mend.Length > 0 ? finding.Mend : "Mend the raw manifest.") { Origin = raw.Origin, Position = finding.Position });
        });
        if (!sound || raw.Mode is RolloutMode.Enforce) return manifest;
        if (context.Engine.Rehearsed(manifest, context) is { } rehearsed) return rehearsed;
        context.Report(new("PK5006", Severity.Error, $"{manifest} cannot be rehearsed: a dry run must deny nothing that was allowed.", "Take it out of the dry run, or write it as a policy.")
        {
            Origin = raw.Origin,
            Position = manifest.Root.Position,
        });
        return null;
    }
}
