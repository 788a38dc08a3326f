namespace PolicyKit.Ir;

/// <summary>The reasons of a policy's rules as one annotation, a line a rule.</summary>
internal static class Reasons
{
    public static ValueArray<Annotation> Annotate(ValueArray<Annotation> annotations, SectionIr? ingress, SectionIr? egress)
    {
        if (!HasReason(ingress) && !HasReason(egress)) return annotations;
        var lines = Lines("ingress", "from", ingress).Concat(Lines("egress", "to", egress)).Distinct(StringComparer.Ordinal).ToArray();
        return annotations.Add(Annotation.ForReasons(string.Join('\n', lines))).OrderBy(one => one.Key, StringComparer.Ordinal).ToValueArray();
    }

    private static bool HasReason(SectionIr? section)
    {
        foreach (var rule in section?.Rules ?? ValueArray<RuleIr>.Empty)
        {
            if (rule.Because is not null) return true;
        }

        return false;
    }

    private static IEnumerable<string> Lines(string direction, string preposition, SectionIr? section) =>
        from rule in section?.Rules ?? []
        where rule.Because is not null
        select $"{direction} {rule.Traffic} {preposition} {Words.List([.. rule.Peers.Select(peer => peer.ToString())])}: {rule.Because}";
}
