// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit.Rules;

/// <summary>Who calls a port and is no pod.</summary>
internal enum PortCaller
{
    ApiServer,
    Kubelet,
}
