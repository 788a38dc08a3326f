using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Lint;

/// <summary>Whether a condition certainly holds wherever another one does. Promise: yes is certain; no only says that it does not show in how they are written.</summary>
internal static class Implied
{
    public static bool By(EndpointPredicate narrow, EndpointPredicate wide) => (narrow, wide) switch
    {
        _ when wide == EndpointPredicate.Always || narrow == wide => true,
        (EndpointPredicate.Disjunction any, _) => any.Parts.All(part => By(part, wide)),
        (_, EndpointPredicate.Conjunction all) => all.Parts.All(part => By(narrow, part)),
        (_, EndpointPredicate.Disjunction any) when any.Parts.Any(part => By(narrow, part)) => true,
        (EndpointPredicate.Conjunction all, _) => all.Parts.Any(part => By(part, wide)),
        (EndpointPredicate.AddressIn one, EndpointPredicate.AddressIn other) => (one.Set - other.Set).IsEmpty,
        (EndpointPredicate.InNamespace one, EndpointPredicate.InNamespace other) => one.Names.All(other.Names.Contains),
        (EndpointPredicate.Label one, EndpointPredicate.Label other) => one.Scope == other.Scope && one.Key == other.Key && Implies(one.Value, other.Value),
        _ => false,
    };

    public static bool By(TrafficPredicate narrow, TrafficPredicate wide) => (narrow, wide) switch
    {
        _ when wide == TrafficPredicate.Always || narrow == wide => true,
        (TrafficPredicate.Disjunction any, _) => any.Parts.All(part => By(part, wide)),
        (_, TrafficPredicate.Conjunction all) => all.Parts.All(part => By(narrow, part)),
        (_, TrafficPredicate.Disjunction any) when any.Parts.Any(part => By(narrow, part)) => true,
        (TrafficPredicate.Conjunction all, _) => all.Parts.Any(part => By(part, wide)),
        (TrafficPredicate.Transports one, TrafficPredicate.Transports other) =>
            (one.Protocols | other.Protocols) == other.Protocols
            && (one.Destination | other.Destination).Equals(other.Destination)
            && (other.Source is null || other.Source.Equals(one.Source)),
        _ => false,
    };

    private static bool Implies(LabelTest narrow, LabelTest wide) => (narrow, wide) switch
    {
        (_, LabelTest.Exists) => true,
        (LabelTest.In one, LabelTest.In other) => one.Values.All(other.Values.Contains),
        _ => narrow == wide,
    };
}
