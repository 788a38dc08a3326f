using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Compiling;

/// <summary>
/// How one enforcer orders what it enforces: its own objects, NetworkPolicies, and ClusterNetworkPolicies. Input: the policies that were
/// read, and the cluster. Output: a program a direction. Promise: the policies' order of writing changes nothing.
/// </summary>
internal interface IEnforcement
{
    DirectionProgram Compile(Direction direction);
}
