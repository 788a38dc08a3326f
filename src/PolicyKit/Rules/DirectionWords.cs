namespace PolicyKit.Rules;

/// <summary>Directions in the words of messages.</summary>
internal static class DirectionWords
{
    /// <summary>A direction as a verb's object: "ingress" or "egress".</summary>
    public static string Word(this Direction direction) => direction is Direction.Ingress ? "ingress" : "egress";

    /// <summary>The verb that governs a direction and allows nothing.</summary>
    public static string DenyVerb(this Direction direction) => direction is Direction.Ingress ? "DenyIngressByDefault()" : "DenyEgressByDefault()";
}
