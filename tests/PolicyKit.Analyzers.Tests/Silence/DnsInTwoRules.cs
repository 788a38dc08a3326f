// DNS over both protocols, each in a rule of its own, and with a node cache.
return PolicySet.Of(
        Policy.ForPods(("app", "web")).InNamespace("shop")
            .AllowEgress(Port.Udp(53)).To(ClusterDns)
            .AllowEgress(Port.Tcp(53)).To(ClusterDns)
            .AllowEgress(Port.Dns).To(Cidr("169.254.20.10/32"))
            .NeedsNoApiServer("a plain page"))
    .Emit(Engine.Cilium)
    .Print();
