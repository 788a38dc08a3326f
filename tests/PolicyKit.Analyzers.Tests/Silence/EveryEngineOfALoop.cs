// One set for all four engines; what one cannot say is refused when it is emitted.
foreach (var engine in Engine.All)
{
    var emitted = PolicySet.Of(Policy.ForPods(("app", "web")).InNamespace("shop").AllowEgress(Port.Https).To(Fqdn("api.example.com"), Nodes).AllowApiServer()).Emit(engine, ClusterProfile.Load("prod.yaml"));
    if (emitted.Diagnostics.Count == 0) emitted.SaveTo($"out/{engine.Name}");
}
