// Linked into the analyzers: this file must also compile for netstandard2.0.
#if JUDGE
namespace PolicyKit.Verification.Rules;
#else
namespace PolicyKit.Rules;
#endif

/// <summary>One rule of the catalogue: what the analyzers, the lint and the command line say of it alike.</summary>
internal sealed class Rule
{
    private const string Pages = "https://github.com/policykit/policykit/blob/main/analyzers/rules/";

    internal Rule(string id, Severity severity, string title)
    {
        Id = id;
        Severity = severity;
        Title = title;
    }

    /// <summary>The id, for example <c>PK1001</c>.</summary>
    internal string Id { get; }

    /// <summary>What is wrong, in a clause without a full stop.</summary>
    internal string Title { get; }

    /// <summary>How much a finding weighs where nothing else is known.</summary>
    internal Severity Severity { get; }

    /// <summary>The family, by which a whole thousand of rules is configured at once.</summary>
    internal string Category => Id[2] switch
    {
        '0' => "PolicyKit.Words",
        '1' => "PolicyKit.Outage",
        '2' => "PolicyKit.Exposure",
        '3' => "PolicyKit.Engines",
        '4' => "PolicyKit.Selectors",
        '5' => "PolicyKit.Native",
        _ => throw new InvalidOperationException($"'{Id}' belongs to no family."),
    };

    /// <summary>The page that explains the rule.</summary>
    internal string HelpUri => Pages + Id + ".md";
}
