// What comes out of a try block may not have been assigned there.
var policy = Policy.ForPods(("app", "web")).InNamespace("shop").AllowEgress(Port.Https).To(Cidr("198.51.100.0/24"));
try
{
    policy = System.IO.File.ReadAllText("needs.txt").Contains("api", StringComparison.Ordinal) ? policy.AllowApiServer() : policy.NeedsNoApiServer("said so in needs.txt");
}
catch (System.IO.IOException)
{
    policy = policy.AllowApiServer();
}
finally
{
    policy = policy.AllowClusterDns();
}

return PolicySet.Of(policy).Emit(Engine.Cilium).Print();
