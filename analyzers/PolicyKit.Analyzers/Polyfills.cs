// What the compiler and the linked sources ask for and netstandard2.0 does not have.
namespace System.Runtime.CompilerServices
{
    internal static class IsExternalInit;

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
    internal sealed class CollectionBuilderAttribute(Type builder, string method) : Attribute
    {
        public Type Builder { get; } = builder;

        public string Method { get; } = method;
    }
}

namespace System
{
    internal readonly struct Index(int value, bool fromEnd = false)
    {
        public int GetOffset(int length) => fromEnd ? length - value : value;

        public static implicit operator Index(int value) => new(value);
    }

    internal readonly struct Range(Index start, Index end)
    {
        public Index Start { get; } = start;

        public Index End { get; } = end;

        public static Range StartAt(Index start) => new(start, new(0, fromEnd: true));

        public static Range EndAt(Index end) => new(0, end);
    }

    internal struct HashCode
    {
        private int _hash;

        public void Add<T>(T item) => _hash = unchecked((_hash * 397) ^ (item?.GetHashCode() ?? 0));

        public readonly int ToHashCode() => _hash;
    }

    internal static class LaterMembers
    {
        extension(ArgumentNullException)
        {
            public static void ThrowIfNull(object? argument)
            {
                if (argument is null) throw new ArgumentNullException();
            }
        }

        extension(string)
        {
            public static string Join<T>(char separator, IEnumerable<T> items) => string.Join(separator.ToString(), items);
        }

        public static bool Contains<T>(this ReadOnlySpan<T> items, T wanted)
            where T : IEquatable<T>
        {
            foreach (var item in items)
            {
                if (item.Equals(wanted)) return true;
            }

            return false;
        }

        extension(char)
        {
            public static bool IsAsciiDigit(char letter) => letter is >= '0' and <= '9';
        }
    }
}

namespace System.Linq
{
    internal static class LaterQueries
    {
        public static IEnumerable<T> Order<T>(this IEnumerable<T> items) => items.OrderBy(item => item);

        public static IEnumerable<T> Order<T>(this IEnumerable<T> items, IComparer<T> comparer) => items.OrderBy(item => item, comparer);
    }
}

namespace System.Diagnostics
{
    internal sealed class UnreachableException : Exception;
}

namespace System.Diagnostics.CodeAnalysis
{
    [AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
    internal sealed class MemberNotNullWhenAttribute(bool returnValue, string member) : Attribute
    {
        public bool ReturnValue { get; } = returnValue;

        public string[] Members { get; } = [member];
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
    {
        public bool ReturnValue { get; } = returnValue;
    }
}
