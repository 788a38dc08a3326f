namespace PolicyKit.Verification;

/// <summary>Finds what somebody probably meant.</summary>
internal static class Nearest
{
    /// <summary>Names longer than this are not compared: nobody mistypes them by hand, and a hostile file must not cost time.</summary>
    private const int LongestCompared = 64;

    /// <summary>The candidate that differs least from a word, if it differs by little; case alone is the least difference.</summary>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        if (word.Length > LongestCompared) return null;
        var most = Math.Max(1, word.Length / 3);
        return candidates
            .Where(candidate => candidate.Length <= LongestCompared)
            .Select(candidate => (candidate, distance: Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(pair => pair.distance <= most)
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[right.Length];
    }
}
