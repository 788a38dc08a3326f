using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Compiling;

/// <summary>What single policies became, so that one that stands in several programs is compiled once.</summary>
/// <remarks>INVARIANT (one cluster): it serves programs of one cluster and one profile, with the same network sets, groups and tiers beside the policies.</remarks>
internal sealed class CompiledPolicies
{
    private readonly Dictionary<PolicyModel, object?> _ingress = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PolicyModel, object?> _egress = new(ReferenceEqualityComparer.Instance);

    public T Of<T>(PolicyModel policy, Direction direction, Func<T> compile)
    {
        var known = direction == Direction.Ingress ? _ingress : _egress;
        if (!known.TryGetValue(policy, out var compiled)) known.Add(policy, compiled = compile());
        return (T)compiled!;
    }
}
