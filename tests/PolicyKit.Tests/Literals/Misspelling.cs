namespace PolicyKit.Tests.Literals;

/// <summary>A text that is nearly a literal.</summary>
public sealed record Misspelling(string Text);
