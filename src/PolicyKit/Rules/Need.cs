// Linked into the analyzers: this file must also compile for netstandard2.0.
namespace PolicyKit.Rules;

/// <summary>What nearly every workload has to reach.</summary>
internal enum Need
{
    ApiServer,
    Dns,
}
