namespace PolicyKit.Verification.Deciding;

/// <summary>A container port with a name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Protocol">The protocol.</param>
/// <param name="Port">The number.</param>
public sealed record ContainerPort(string Name, Protocol Protocol, ushort Port);
