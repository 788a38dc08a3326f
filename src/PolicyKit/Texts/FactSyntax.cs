namespace PolicyKit;

/// <summary>What facts have to be like, for those written in C# and those read from a file. In: a value. Out: null, or what is wrong and the mend.</summary>
internal static class FactSyntax
{
    private const int LastPort = 65535;
    private const int LastPriority = 1000;

    public static string? Port(long number) => number is >= 1 and <= LastPort
        ? null
        : FormattableString.Invariant($"{number} is not a port. Write a number from 1 to {LastPort}.");

    public static string? Address(CidrBlock? block) => block is null || block.IsSingleAddress
        ? null
        : $"'{block}' is a network, and one address is meant. Write the address alone.";

    public static string? Priority(long number) => number is >= 0 and <= LastPriority
        ? null
        : FormattableString.Invariant($"{number} is not a priority. Write a number from 0 to {LastPriority}.");

    public static string? ClusterName(string name) => name.Length == 0 ? "An empty text is no name of a cluster. Write one such as 'default'." : NameSyntax.LabelValue(name);

    /// <summary>The value, when nothing is wrong with it.</summary>
    public static T Checked<T>(T value, string? problem)
    {
        Refusal.ThrowIf(problem);
        return value;
    }

    public static ValueArray<int>? Ports(ValueArray<int>? ports)
    {
        if (ports is null) return null;
        Refusal.ThrowIf(ports.Count == 0 ? "An empty list of ports is no fact. Name one, or leave the list out if they are not known." : null);
        foreach (var port in ports) Refusal.ThrowIf(Port(port));
        return ports;
    }

    public static ValueArray<CidrBlock> Addresses(ValueArray<CidrBlock> blocks)
    {
        foreach (var block in blocks) Refusal.ThrowIf(Address(block));
        return blocks;
    }
}
