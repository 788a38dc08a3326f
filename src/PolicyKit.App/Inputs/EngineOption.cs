using System.CommandLine;
using System.CommandLine.Parsing;

namespace PolicyKit.App.Inputs;

/// <summary>The option <c>--engine</c>.</summary>
internal static class EngineOption
{
    private static readonly string Names = $"{string.Join(", ", Engine.All.SkipLast(1))} or {Engine.All[^1]}";

    public static Option<Engine> Required(string description) => With(new Option<Engine>("--engine") { Required = true, CustomParser = Parse }, description);

    public static Option<Engine?> Optional(string description) => With(new Option<Engine?>("--engine") { CustomParser = Parse }, description);

    /// <summary>The dialect that a cluster's own enforcer speaks.</summary>
    public static Engine Of(ClusterProfile profile) => profile.Engine switch
    {
        Enforcer.Cilium => Engine.Cilium,
        Enforcer.Calico => Engine.Calico,
        _ => Engine.Kubernetes,
    };

    private static Option<T> With<T>(Option<T> option, string description)
    {
        option.Description = description;
        option.HelpName = "ENGINE";
        option.CompletionSources.Add(_ => Engine.All.Select(engine => new System.CommandLine.Completions.CompletionItem(engine.Name)));
        return option;
    }

    private static Engine Parse(ArgumentResult result)
    {
        var word = result.Tokens[0].Value;
        if (Engine.All.FirstOrDefault(engine => string.Equals(engine.Name, word, StringComparison.OrdinalIgnoreCase)) is { } found) return found;
        result.AddError($"'{word}' is no engine. Write {Names}.");
        return Engine.Kubernetes;
    }
}
