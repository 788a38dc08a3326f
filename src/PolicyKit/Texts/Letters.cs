// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit;

/// <summary>Looks for letters by their code alone, never by a culture.</summary>
internal static class Letters
{
    /// <summary>Where a letter stands first, from a place on; -1 when nowhere.</summary>
    internal static int Find(string text, char letter, int from = 0)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (text[at] == letter) return at;
        }

        return -1;
    }

    /// <summary>Where the first letter of a kind stands; -1 when nowhere.</summary>
    internal static int Find(string text, Func<char, bool> isSought)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (isSought(text[at])) return at;
        }

        return -1;
    }

    /// <summary>Whether it is one of 0 to 9; digits of other scripts are none here.</summary>
    internal static bool IsDigit(char letter) => letter is >= '0' and <= '9';

    /// <summary>Whether it is one of a to z.</summary>
    internal static bool IsLower(char letter) => letter is >= 'a' and <= 'z';

    /// <summary>Whether it is one of A to Z.</summary>
    internal static bool IsUpper(char letter) => letter is >= 'A' and <= 'Z';

    /// <summary>Whether it is a letter of ASCII or a digit.</summary>
    internal static bool IsAlphanumeric(char letter) => IsLower(letter) || IsUpper(letter) || IsDigit(letter);
}
