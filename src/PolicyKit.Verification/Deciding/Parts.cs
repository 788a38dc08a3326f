namespace PolicyKit.Verification.Deciding;

/// <summary>What a conjunction or a disjunction is made of: in the order of writing, each part once, and those of nested ones among them.</summary>
internal static class Parts
{
    /// <summary>So few parts are faster compared with each other than hashed: a hash walks a whole condition, a difference shows at its top.</summary>
    private const int Few = 16;

    /// <param name="parts">The parts.</param>
    /// <param name="nested">The parts of a part that is itself joined in this way.</param>
    /// <param name="neutral">What adds nothing.</param>
    /// <typeparam name="T">The kind of condition.</typeparam>
    public static List<T> Of<T>(IEnumerable<T> parts, Func<T, ValueArray<T>?> nested, T neutral)
        where T : class, IEquatable<T>
    {
        var kept = new List<T>();
        HashSet<T>? met = null;
        foreach (var part in parts)
        {
            if (nested(part) is not { } inner)
            {
                Keep(part);
                continue;
            }

            foreach (var one in inner) Keep(one);
        }

        return kept;

        void Keep(T part)
        {
            if (part.Equals(neutral)) return;
            if (met is null && kept.Count < Few)
            {
                if (!kept.Contains(part)) kept.Add(part);
            }
            else if ((met ??= [.. kept]).Add(part))
            {
                kept.Add(part);
            }
        }
    }
}
