// incomplete: a peer is being typed, and the set is not closed.
PolicySet policies =
[
    Policy.ForPods(("app", "web")).InNamespace("shop")
        .AllowEgress(Port.Https).To(Cidr("198.51.
        .AllowClusterDns(),
    Policy.ForPods(("app"
];
policies.Emit(
