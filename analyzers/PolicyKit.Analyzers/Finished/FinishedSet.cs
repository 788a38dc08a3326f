using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Analyzers.Reading;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Finished;

/// <summary>A set where it is made or complete. In: all that it can be. Out: its forms, each with entries, and what it is emitted for.</summary>
internal sealed class FinishedSet
{
    private readonly Func<SyntaxTree, string, string?> _option;

    internal FinishedSet(Ending ending, Func<SyntaxTree, string, string?> option)
    {
        _option = option;
        IsComplete = ending.IsComplete;
        Forms = ending.Set.IsUnknown ? [] : [.. ending.Set.Alternatives.Select(form => (form as Known.Set)?.Entries ?? [Value.Of(form)])];
        Policies = [.. Forms.SelectMany(form => form).SelectMany(entry => entry.Alternatives).OfType<Known.Policy>()];
        if (ending is not { IsComplete: true, Place: IInvocationOperation { TargetMethod.Name: "Emit" } emit }) return;

        foreach (var argument in emit.Arguments)
        {
            if (argument.Parameter?.Name == "engine" && argument.Value is IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType.Name: "Engine" } property }) Engine = property.Name;
            if (argument.Parameter?.Name == "profile") HasNoProfile = argument.ArgumentKind is ArgumentKind.DefaultValue || argument.Value.ConstantValue is { HasValue: true, Value: null };
        }
    }

    /// <summary>Whether nothing can be added any more.</summary>
    internal bool IsComplete { get; }

    /// <summary>All that the set can be; none when it is not known.</summary>
    internal Value[][] Forms { get; }

    /// <summary>The engine that it is emitted for, by the name of its property; null when it is not complete, or the engine is not known.</summary>
    internal string? Engine { get; }

    /// <summary>Whether it is surely emitted without a profile.</summary>
    internal bool HasNoProfile { get; }

    /// <summary>Whether the engine can say the API server only by its address, and no profile has one.</summary>
    internal bool IsApiServerAnAddress => HasNoProfile && Engine is ("Kubernetes" or "ClusterNetworkPolicy");

    /// <summary>All policies of all forms.</summary>
    internal Known.Policy[] Policies { get; }

    /// <summary>Whether something of a policy is there on every path that makes this set.</summary>
    internal bool IsCertain(Func<Known.Policy, bool> holds) =>
        Forms.Length > 0 && Forms.All(form => form.Any(entry => entry.Alternatives.Length > 0 && entry.Alternatives.All(one => one is Known.Policy policy && holds(policy))));

    /// <summary>Whether a form of the set says that a namespace is its own.</summary>
    internal static bool Owns(Value[] form, string name) => form.SelectMany(entry => entry.Alternatives).OfType<Known.Owned>().Any(owned => owned.Name is null || owned.Name == name);

    /// <summary>Whether a namespace belongs to the cluster or to everybody: those that everybody knows, and those of <c>policykit.shared_namespaces</c>.</summary>
    internal bool IsShared(string name, SyntaxNode place) => WellKnown.IsSharedNamespace(name)
        || (_option(place.SyntaxTree, "policykit.shared_namespaces") is { } list && list.Split(',').Any(one => one.Trim() == name));
}
