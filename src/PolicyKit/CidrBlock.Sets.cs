namespace PolicyKit;

/// <content>Sets of networks: union and difference, each as the fewest blocks, sorted.</content>
public sealed partial class CidrBlock
{
    /// <summary>What remains of this network without others, as the fewest networks that cover it, sorted.</summary>
    /// <remarks>Addresses inside <c>::ffff:0:0/96</c> name no endpoint and have no text here; a remainder that lies wholly among them is left out.</remarks>
    /// <param name="others">The networks to take away; they may overlap, lie outside, or be of the other family.</param>
    /// <returns>The remaining networks; empty when nothing remains.</returns>
    public ValueArray<CidrBlock> Subtract(IEnumerable<CidrBlock> others) => [.. Without(others)];

    /// <summary>The union of networks, as the fewest networks that cover it, sorted.</summary>
    /// <param name="blocks">The networks; they may overlap and be of both families.</param>
    /// <returns>The union; equal unions give equal lists.</returns>
    public static ValueArray<CidrBlock> Merge(IEnumerable<CidrBlock> blocks) => [.. Union(blocks)];
}
