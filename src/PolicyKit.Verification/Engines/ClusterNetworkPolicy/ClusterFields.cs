using PolicyKit.Verification.Engines.Selectors;
using PolicyKit.Verification.Reading;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Engines.ClusterNetworkPolicy;

/// <summary>What the cluster-wide policies of both API versions have in common: numbers with bounds, one-of maps, subjects, networks.</summary>
internal static class ClusterFields
{
    private const int MaxNetworkLength = 43;
    private const int MaxNetworks = 25;

    public static long Number(Fields fields, string key, long least, long most)
    {
        var place = fields.PlaceOf(key);
        if (fields.Integer(key) is not { } number)
        {
            if (!fields.Has(key)) fields.Log.Reject(place, $"The field '{key}' is required.");
            return least;
        }

        if (number >= least && number <= most) return number;
        fields.Log.Reject(place, FormattableString.Invariant($"{number} is not between {least} and {most}."), FormattableString.Invariant($"Write a number from {least} to {most}."));
        return least;
    }

    /// <summary>Which one of some keys is written; anything but one refuses the object, after unknown keys are gone.</summary>
    public static string? OneOf(Fields fields, params string[] keys)
    {
        var written = keys.Where(fields.Has).ToArray();
        fields.Close();
        if (written.Length == 1) return written[0];
        fields.Log.Reject(
            fields.Place,
            written.Length == 0 ? "There is nothing here that counts." : $"There are several things here: {string.Join(" and ", written)}.",
            $"Write exactly one of {string.Join(", ", keys)}.");
        return null;
    }

    public static ClusterPods? Subject(Fields spec, bool namespaceSelectorRequired)
    {
        if (spec.Map("subject") is not { } subject)
        {
            spec.Log.Reject(spec.PlaceOf("subject"), "The field 'subject' is required.");
            return null;
        }

        var selected = OneOf(subject, "namespaces", "pods") switch
        {
            "namespaces" => subject.Map("namespaces") is { } namespaces ? new ClusterPods(LabelSelectorReader.Read(namespaces), null) : null,
            "pods" => Pods(subject, namespaceSelectorRequired),
            _ => null,
        };
        if (selected is { IsUnderstood: false }) spec.Log.NotModelled(subject.Place, "The API server stores this subject unchecked, and no engine can say whom it selects.", "Write In, NotIn, Exists or DoesNotExist, with values where they belong.");
        return selected;
    }

    public static ClusterPods? Pods(Fields peer, bool namespaceSelectorRequired)
    {
        if (peer.Map("pods") is not { } pods) return null;
        var namespaces = pods.Map("namespaceSelector");
        var labels = pods.Map("podSelector");
        pods.Close();
        if (labels is null) pods.Log.Reject(pods.PlaceOf("podSelector"), "The field 'podSelector' is required.", "Write 'podSelector: {}' to mean every pod.");
        if (namespaces is null && namespaceSelectorRequired) pods.Log.Reject(pods.PlaceOf("namespaceSelector"), "The field 'namespaceSelector' is required.", "Write 'namespaceSelector: {}' to mean every namespace.");
        return new(namespaces is null ? null : LabelSelectorReader.Read(namespaces), labels is null ? null : LabelSelectorReader.Read(labels));
    }

    public static ClusterPeer? Networks(Fields peer)
    {
        if (peer.Texts("networks") is not { } texts) return null;
        Count(peer, "networks", texts.Count, MaxNetworks);
        var cidrs = new List<Cidr>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            if (!seen.Add(text.Value)) peer.Log.Reject(text.Place, $"'{text.Value}' is written twice.", "Write it once.");
            else if (text.Value.Length <= MaxNetworkLength && Cidr.TryParse(text.Value, CidrReading.NoMapped, out var cidr)) cidrs.Add(cidr);
            else peer.Log.Reject(text.Place, $"'{text.Value}' is not a network.", IpAddress.TryParse(text.Value, out var bare) ? FormattableString.Invariant($"Did you mean '{bare}/{IpAddress.BitsOf(bare.Family)}'?") : "");
        }

        return new ClusterPeer.Networks(cidrs.ToValueArray());
    }

    public static void Count(Fields fields, string key, int count, int most)
    {
        if (count >= 1 && count <= most) return;
        fields.Log.Reject(fields.PlaceOf(key), FormattableString.Invariant($"There are {count} items here, and 1 to {most} are allowed."), count == 0 ? "Leave the field out, or write an item." : "Split it.");
    }
}
