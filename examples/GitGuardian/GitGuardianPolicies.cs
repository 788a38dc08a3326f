using PolicyKit;
using static PolicyKit.Dsl;

namespace GitGuardian;

/// <summary>The network policies of a self-hosted GitGuardian: its namespace to itself, but for the namespaces that may enter.</summary>
public static class GitGuardianPolicies
{
    /// <summary>The policies for given options.</summary>
    public static PolicySet For(GitGuardianOptions options)
    {
        var isolation = Policy.ForAllPods().Named("gitguardian").InNamespace(options.Namespace)
            .DenyIngressByDefault()
            .AllowIngress(Port.Any).Because("the components of GitGuardian talk to each other").From(SameNamespace)
            .ForEach(options.AllowedNamespaces, (p, name) => p.AllowIngress(Port.Any).Because("an allowed namespace").From(Namespace(name)))
            .ForEach(options.Entrances, (p, entrance) => p.AllowIngress(entrance.Port).Because(entrance.Because).From(entrance.From));

        PolicySet gitguardian =
        [
            Namespace(options.Namespace).Owned(),
            options.Egress is { } egress ? WithEgress(isolation, egress) : isolation,
            .. options.ExtraPolicies,
        ];
        return gitguardian
            .InNamespace(options.Namespace)
            .ForEach(options.RawPolicies, (set, raw) => set.WithRaw(raw.Engine, raw.Yaml))
            .InMode(options.Mode);
    }

    private static Policy WithEgress(Policy isolation, GitGuardianEgress egress) => isolation
        .Needs(ApiServer, ClusterDns)
        .AllowClusterDns()
        .AllowEgress(Port.ApiServer).Because("the Replicated admin console manages the release").To(ApiServer)
        .AllowEgress(Port.Any).Because("the components of GitGuardian talk to each other").To(SameNamespace)
        .AllowEgress(Port.Https).Because("version control systems, and the vendor's registry").To(egress.Https)
        .ForEach(egress.Services, (p, service) => p.AllowEgress(service.Port).Because(service.Because).To(service.Peer));
}
