namespace PolicyKit.Profiles;

/// <summary>The mend of a word that is not known: the known word that was probably meant, or all of them.</summary>
internal static class Spelling
{
    // Beyond this length the cost of comparing buys nothing: no known word is as long.
    private const int Longest = 40;

    public static string Mend(string word, IEnumerable<string> known, string intro)
    {
        string[] all = [.. known];
        return Nearest(word, all) is { } nearest ? $"Did you mean '{nearest}'?" : $"{intro} {Words.List([.. all.Select(one => $"'{one}'")])}.";
    }

    /// <summary>The known word that differs least, the first of equals; null when every one differs in more than a third of its letters.</summary>
    private static string? Nearest(string word, string[] known)
    {
        if (word.Length > Longest) return null;
        var nearest = known.Select(one => (Word: one, Distance: Distance(word, one))).MinBy(one => one.Distance);
        return nearest.Word is { } candidate && nearest.Distance <= Math.Max(1, candidate.Length / 3) ? candidate : null;
    }

    /// <summary>How many letters to change, add, drop or swap with their neighbour; the case of a letter costs nothing.</summary>
    private static int Distance(string from, string to)
    {
        var rows = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= to.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= from.Length; i++)
        {
            for (var j = 1; j <= to.Length; j++)
            {
                var change = rows[i - 1, j - 1] + (Same(from[i - 1], to[j - 1]) ? 0 : 1);
                rows[i, j] = Math.Min(change, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && Same(from[i - 1], to[j - 2]) && Same(from[i - 2], to[j - 1])) rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[from.Length, to.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
