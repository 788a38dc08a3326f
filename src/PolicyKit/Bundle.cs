using System.Globalization;
using System.Reflection;

namespace PolicyKit;

/// <summary>Makes bundles: sets of policies over the modes of a system.</summary>
public static class Bundle
{
    /// <summary>The policies of a system whose parts can be switched on and off.</summary>
    /// <typeparam name="TModes">The modes: an enumeration with <c>[Flags]</c>, one bit a mode.</typeparam>
    /// <param name="policies">The policies in given modes.</param>
    /// <returns>The bundle.</returns>
    /// <exception cref="ArgumentException">The enumeration has no <c>[Flags]</c>, or more than 16 modes.</exception>
    /// <example>
    /// <code>
    /// var system = Bundle.Over&lt;Modes&gt;(modes => [Web.When(modes.HasFlag(Modes.Metrics), p => p.AllowIngress(Port.Metrics).From(Namespace("monitoring")))]);
    /// foreach (var modes in system.Combinations) Check(system.In(modes));
    /// </code>
    /// </example>
    public static Bundle<TModes> Over<TModes>(Func<TModes, PolicySet> policies)
        where TModes : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(policies);
        return new(policies);
    }
}

/// <summary>The policies of a system whose parts can be switched on and off, and every combination of its switches, for tests.</summary>
/// <typeparam name="TModes">The modes: an enumeration with <c>[Flags]</c>, one bit a mode.</typeparam>
public sealed class Bundle<TModes>
    where TModes : struct, Enum
{
    private const int Most = 16;

    private readonly Func<TModes, PolicySet> _policies;

    internal Bundle(Func<TModes, PolicySet> policies)
    {
        _policies = policies;
        if (typeof(TModes).GetCustomAttribute<FlagsAttribute>() is null)
            throw new ArgumentException($"'{typeof(TModes).Name}' has no [Flags], so its values cannot be combined. Add it, with one bit a mode.");
        Modes = Enum.GetValues<TModes>().Where(mode => ulong.IsPow2(Bits(mode))).Distinct().OrderBy(Bits).ToValueArray();
        if (Modes.Count > Most)
            throw new ArgumentException(FormattableString.Invariant($"'{typeof(TModes).Name}' has {Modes.Count} modes, whose combinations nobody could test. Make a bundle for each part with at most {Most}."));
    }

    /// <summary>The modes, one bit each, from the lowest.</summary>
    public ValueArray<TModes> Modes { get; }

    /// <summary>Every combination of the modes, the one without any first.</summary>
    public ValueArray<TModes> Combinations => Enumerable.Range(0, 1 << Modes.Count).Select(Combination).ToValueArray();

    /// <summary>The policies in given modes.</summary>
    /// <param name="modes">The modes.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentException">A bit is no mode.</exception>
    public PolicySet In(TModes modes)
    {
        var unknown = Bits(modes) & ~Modes.Aggregate(0UL, (all, mode) => all | Bits(mode));
        return unknown == 0
            ? _policies(modes)
            : throw new ArgumentException(FormattableString.Invariant($"'{modes}' holds the bit {unknown}, which is no mode of '{typeof(TModes).Name}'. Its modes are {Words.List([.. Modes.Select(mode => $"{mode}")])}."));
    }

    /// <summary>The traffic of all modes as Markdown tables; a column says in which modes a row is there.</summary>
    /// <remarks>Raw manifests come last, each with its engine and the pods it selects; what they allow is in their own text.</remarks>
    /// <returns>The Markdown.</returns>
    public string ToMarkdown() => TrafficTables.Write(this);

    private TModes Combination(int chosen) =>
        (TModes)Enum.ToObject(typeof(TModes), Modes.Where((_, at) => (chosen & (1 << at)) != 0).Aggregate(0UL, (all, mode) => all | Bits(mode)));

    internal static ulong Bits(TModes mode) => unchecked((ulong)Convert.ToInt64(mode, CultureInfo.InvariantCulture));
}
