using Microsoft.CodeAnalysis;

namespace PolicyKit.Analyzers.Tests;

/// <summary>Checks of one rule alone: what other rules say of the same programs is tested with those.</summary>
internal sealed class RuleCheck(string id)
{
    /// <summary>The rule's findings are exactly where the marks are.</summary>
    public void Check(string marked) => Snippet.CheckOnly([id], marked);

    /// <summary>The one finding of the rule, as the compiler prints it.</summary>
    public void Says(string program, string printed) =>
        Found(program).Single().ToString().ShouldBe($"/app/Program1.cs{printed}");

    /// <summary>The severity can be set, and the rule turned off.</summary>
    public void IsConfigurable(string program)
    {
        Found(program, $"dotnet_diagnostic.{id}.severity = error").ShouldAllBe(one => one.Severity == DiagnosticSeverity.Error);
        Found(program, $"dotnet_diagnostic.{id}.severity = none").ShouldBeEmpty();
    }

    /// <summary>The rule's findings, with lines of an <c>.editorconfig</c>.</summary>
    public IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic> Found(string program, string options = "")
    {
        var found = Snippet.Analyze(Snippet.Compile(program), editorConfig: options.Length == 0 ? "" : $"root = true\n[*.cs]\n{options}\n");
        return [.. found.Where(one => one.Id == id)];
    }
}
