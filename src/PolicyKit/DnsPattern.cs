// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit;

/// <summary>A pattern of host names: <c>a.example.com</c>, <c>*.example.com</c> (exactly one label), <c>**.example.com</c> (one or more).</summary>
/// <remarks>INVARIANT (canonical name): lower case, two labels or more, no trailing dot, so that equal patterns have one text.</remarks>
public sealed partial class DnsPattern : IEquatable<DnsPattern>
{
    private DnsPattern(string name, DnsWildcard wildcard)
    {
        Name = name;
        Wildcard = wildcard;
    }

    /// <summary>The host name, in lower case and without the wildcard.</summary>
    public string Name { get; }

    /// <summary>What may stand before the name.</summary>
    public DnsWildcard Wildcard { get; }

    /// <summary>Whether a host name is one that the pattern stands for; case and a trailing dot make no difference.</summary>
    /// <param name="host">The host name.</param>
    /// <returns>False also for what is no host name.</returns>
    public bool Matches(string host)
    {
        var length = host.Length > 0 && host[host.Length - 1] == '.' ? host.Length - 1 : host.Length;
        var before = length - Name.Length;
        if (before < 0 || string.Compare(host, before, Name, 0, Name.Length, StringComparison.OrdinalIgnoreCase) != 0) return false;
        if (Wildcard == DnsWildcard.None) return before == 0;
        return before >= 2 && host[before - 1] == '.' && AreLabels(host, before - 1);
    }

    /// <inheritdoc/>
    public bool Equals(DnsPattern? other) => other is not null && Wildcard == other.Wildcard && string.Equals(Name, other.Name, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DnsPattern);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((StringComparer.Ordinal.GetHashCode(Name) * 3) + (int)Wildcard);

    /// <summary>The pattern as it is written.</summary>
    /// <returns>For example <c>*.example.com</c>.</returns>
    public override string ToString() => Wildcard switch
    {
        DnsWildcard.OneLabel => "*." + Name,
        DnsWildcard.AnyDepth => "**." + Name,
        _ => Name,
    };

    private bool AreLabels(string host, int end)
    {
        var label = 0;
        for (var at = 0; at < end; at++)
        {
            if (host[at] != '.') label++;
            else if (label == 0 || Wildcard == DnsWildcard.OneLabel) return false;
            else label = 0;
        }

        return label > 0;
    }
}
