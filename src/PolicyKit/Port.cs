// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit;

/// <summary>What a rule opens: a port, a range, a named port, or every port, of one protocol or of all.</summary>
/// <remarks>
/// Write one with <c>Port.Tcp(8080)</c>, <c>Port.Metrics</c>, <c>Port.Any</c>. Its text is for example <c>8080/TCP</c>, <c>30000-32767/TCP</c>,
/// <c>metrics/TCP</c>, <c>any/UDP</c>, <c>any</c>, <c>dns</c> or <c>apiserver</c>; <see cref="Parse(string)"/> reads it back.
/// INVARIANT (closed ports): there are no forms but the nested ones, for <see cref="Text"/> cannot be overridden elsewhere.
/// </remarks>
public abstract partial record Port
{
    private protected Port()
    {
    }

    private protected abstract string Text { get; }

    /// <summary>The text of the port.</summary>
    /// <returns>For example <c>8080/TCP</c>.</returns>
    public sealed override string ToString() => Text;
}
