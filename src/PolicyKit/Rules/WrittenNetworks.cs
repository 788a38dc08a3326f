namespace PolicyKit.Rules;

/// <summary>What rules ask of networks with holes.</summary>
internal static class WrittenNetworks
{
    /// <summary>Whether every address of a network is in this one, and in none of its holes.</summary>
    public static bool Holds(this NetworkPeer network, CidrBlock inner)
    {
        if (!network.Block.Contains(inner)) return false;
        foreach (var hole in network.Exceptions)
        {
            if (hole.Overlaps(inner)) return false;
        }

        return true;
    }

    /// <summary>Whether an address of a network is in this one, and in none of its holes.</summary>
    public static bool Overlaps(this NetworkPeer network, CidrBlock other)
    {
        if (!network.Block.Overlaps(other)) return false;
        var shared = network.Block.Contains(other) ? other : network.Block;
        return network.Exceptions.Count == 0 || shared.Subtract(network.Exceptions).Count > 0;
    }
}
