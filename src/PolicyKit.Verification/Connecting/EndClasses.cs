using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Connecting;

/// <summary>
/// Input: ends, and everything that a program asks of ends. Output: a representative of each class, and at each end the classes of its
/// appearances. Promise: two appearances are of one class exactly when no condition tells them apart.
/// </summary>
internal static class EndClasses
{
    public static Appearance[] Of(IReadOnlyList<End> ends, IEnumerable<EndpointPredicate> leaves, IEnumerable<TrafficPredicate.NamedPort> names, Conditions conditions)
    {
        var places = (from end in ends from family in end.Families from own in end.IsOfNode ? new[] { false, true } : [false] select (End: end, Family: family, Own: own)).ToList();
        var appearances = Array.ConvertAll([.. places], place => new Appearance(place.End.Endpoint, place.End.Endpoint.Address(place.Family)!, place.Own));
        var partition = new Partition(appearances.Length);
        partition.Split(Array.ConvertAll(appearances, one => one.Address.Family == IpFamily.V6 ? Decisions.Always : Decisions.Never));
        partition.Split(Array.ConvertAll(appearances, one => one.End.CanBeSubject ? Decisions.Always : Decisions.Never));
        var columns = new LeafColumns(conditions, appearances);
        foreach (var leaf in leaves) partition.Split(columns.Of(leaf));
        foreach (var name in names) partition.Split(Array.ConvertAll(appearances, one => conditions.OnNamed(name, one.End)));
        var (groupOf, first) = partition.Groups();
        for (var i = 0; i < groupOf.Length; i++) places[i].End[places[i].Family, places[i].Own] = groupOf[i];
        return Array.ConvertAll(first, one => appearances[one]);
    }
}
