namespace PolicyKit;

/// <summary>Rules in an engine's own YAML that ride on a policy; they can only add to what it allows.</summary>
/// <param name="Engine">The engine whose language it is.</param>
/// <param name="Direction">The section the rules belong to.</param>
/// <param name="Yaml">The text: a list of that engine's rules.</param>
/// <param name="Origin">The C# line; no part of equality.</param>
public sealed record NativeFragment(Engine Engine, Direction Direction, string Yaml, Origin Origin);
