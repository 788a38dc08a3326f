using System.Collections;
using System.Runtime.CompilerServices;

namespace PolicyKit;

/// <summary>An immutable list that is equal to another one when it holds equal items in the same order.</summary>
/// <remarks>
/// Records over <c>ImmutableArray</c> compare by reference, and its default value has no items to ask for; this type has neither trap.
/// </remarks>
/// <typeparam name="T">The type of the items.</typeparam>
[CollectionBuilder(typeof(ValueArray), nameof(ValueArray.Create))]
public sealed class ValueArray<T> : IReadOnlyList<T>, IEquatable<ValueArray<T>>
{
    private readonly T[] _items;

    // Asked for again and again where values are keys; zero until then.
    private int _hash;

    internal ValueArray(T[] items) => _items = items;

    /// <summary>The list without items.</summary>
    public static ValueArray<T> Empty { get; } = new([]);

    /// <summary>How many items there are.</summary>
    public int Count => _items.Length;

    /// <summary>The item at a place, counted from zero.</summary>
    /// <param name="index">The place.</param>
    public T this[int index] => _items[index];

    /// <summary>The items as a span, for loops that must not allocate.</summary>
    /// <returns>The span; it cannot be written through.</returns>
    public ReadOnlySpan<T> AsSpan() => _items;

    /// <summary>A new list with one more item at the end.</summary>
    /// <param name="item">The item to add.</param>
    /// <returns>The longer list; this one stays as it is.</returns>
    public ValueArray<T> Add(T item) => new([.. _items, item]);

    /// <inheritdoc/>
    public bool Equals(ValueArray<T>? other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (other is null || _items.Length != other._items.Length || (_hash != 0 && other._hash != 0 && _hash != other._hash)) return false;
        for (var at = 0; at < _items.Length; at++)
        {
            if (!EqualityComparer<T>.Default.Equals(_items[at], other._items[at])) return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueArray<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        if (_hash != 0) return _hash;
        var hash = new HashCode();
        foreach (var item in _items) hash.Add(item);
        return _hash = hash.ToHashCode();
    }

    /// <summary>The items between brackets, for messages and the debugger.</summary>
    /// <returns>For example <c>[a, b]</c>.</returns>
    public override string ToString() => $"[{string.Join(", ", _items)}]";

    /// <summary>Walks the items in order.</summary>
    /// <returns>The enumerator.</returns>
    public Enumerator GetEnumerator() => new(_items);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    /// <summary>Walks the items without allocating.</summary>
    public struct Enumerator
    {
        private readonly T[] _items;
        private int _index;

        internal Enumerator(T[] items)
        {
            _items = items;
            _index = -1;
        }

        /// <summary>The item the walk stands at.</summary>
        public readonly T Current => _items[_index];

        /// <summary>Steps to the next item.</summary>
        /// <returns>False at the end.</returns>
        public bool MoveNext() => ++_index < _items.Length;
    }
}

/// <summary>Makes <see cref="ValueArray{T}"/> values; collection expressions call it.</summary>
public static class ValueArray
{
    /// <summary>A list of the given items, in the given order.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items.</param>
    /// <returns>The list.</returns>
    public static ValueArray<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? ValueArray<T>.Empty : new(items.ToArray());

    /// <summary>A list of the items of a sequence, in its order.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items.</param>
    /// <returns>The list.</returns>
    public static ValueArray<T> ToValueArray<T>(this IEnumerable<T> items) =>
        items as ValueArray<T> ?? Trusted(items.ToArray());

    /// <summary>A list of items in an array that nobody else keeps; nothing is copied.</summary>
    internal static ValueArray<T> Trusted<T>(T[] items) => items.Length == 0 ? ValueArray<T>.Empty : new(items);
}
