namespace PolicyKit;

/// <summary>Something that a workload has to reach, as declared with <see cref="Policy.Needs(INeed, INeed[])"/>: <c>ApiServer</c>, <c>ClusterDns</c> or a <see cref="NamedNeed"/>.</summary>
/// <remarks>A declared need that no rule of the set allows is an error.</remarks>
public interface INeed;
