// Linked into the analyzers: this file must also compile for netstandard2.0.
using PolicyKit.Rules;

namespace PolicyKit.Lint;

/// <summary>What the lint found at a rule of a policy.</summary>
/// <param name="Rule">Which rule of the catalogue.</param>
/// <param name="Severity">How much it weighs here.</param>
/// <param name="Predicate">What the rule does, behind its subject.</param>
/// <param name="Mend">What to do; empty when nothing has to change.</param>
/// <param name="About">The port or peer that has to change; null when it is the rule as a whole.</param>
/// <param name="Instead">What to write in its place, as C#; null when that is not one expression.</param>
internal sealed record LintFinding(Rule Rule, Severity Severity, string Predicate, string Mend, object? About, string? Instead);
