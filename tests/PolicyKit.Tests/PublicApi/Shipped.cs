using System.Reflection;

namespace PolicyKit.Tests.PublicApi;

/// <summary>The assemblies that users reference; one without public types has no surface yet.</summary>
internal static class Shipped
{
    public static IReadOnlyList<Assembly> Assemblies { get; } =
    [
        .. new[] { "PolicyKit", "PolicyKit.Verification", "PolicyKit.Testing", "PolicyKit.App" }.Select(Assembly.Load).Where(assembly => assembly.GetExportedTypes().Length > 0),
    ];
}
