// Linked into the analyzers: this file must also compile for netstandard2.0.
#if JUDGE
namespace PolicyKit.Verification.Rules;
#else
namespace PolicyKit.Rules;
#endif

/// <summary>Who calls a port and is no pod.</summary>
internal enum PortCaller
{
    ApiServer,
    Kubelet,
}
