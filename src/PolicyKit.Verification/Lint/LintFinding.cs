using PolicyKit.Manifests;

namespace PolicyKit.Verification.Lint;

/// <summary>A finding, and the place in an object by which findings at one spot are compared.</summary>
internal sealed record LintFinding(Manifest Manifest, string Path, Diagnostic Diagnostic);
