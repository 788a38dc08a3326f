namespace PolicyKit.Verification.Lint;

/// <summary>What nearly every workload needs to reach.</summary>
internal enum CutOffNeed
{
    ApiServer,
    Dns,
}
