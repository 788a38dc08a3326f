using PolicyKit.Examples.Tests.Sweeps;

namespace PolicyKit.Examples.Tests.Pages;

/// <summary>A connection, what the public chart makes of it on the four engines, and why ours is right where the two differ.</summary>
/// <param name="Case">The configuration of the chart, as the study of it names it.</param>
/// <param name="Connection">The connection in words.</param>
/// <param name="Probe">The connection.</param>
/// <param name="Chart">A letter for each engine, in the order of <see cref="Engine.All"/>: A allows, D denies, ! the API server refuses the manifests.</param>
/// <param name="Why">Why ours is right; empty where the two are the same.</param>
internal sealed record ChartRow(string Case, string Connection, Probe Probe, string Chart, string Why);
