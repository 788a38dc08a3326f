// Policies from a configuration that is read at run time: names, ports and networks are not constants.
using System.IO;
using System.Text.Json;

var apps = JsonSerializer.Deserialize<List<App>>(File.ReadAllText(args[0])) ?? [];
var policies = new List<Policy>();
foreach (var app in apps)
{
    var policy = Policy.ForPods(("app", app.Name)).Named(app.Name).InNamespace(app.Namespace).DenyIngressByDefault();
    foreach (var port in app.Ports)
    {
        if (port is < 1 or > 65535) continue;
        policy = policy.AllowIngress(Port.Tcp(port)).From(app.Callers.Select(caller => Namespace(caller)));
    }

    for (var at = 0; at < app.Networks.Count; at++) policy = policy.AllowEgress(Port.TcpRange(app.First, app.Last)).To(Cidr(app.Networks[at]).Except(app.Holes[0], [.. app.Holes.Skip(1)]));
    policies.Add(app.CallsApiServer ? policy.AllowApiServer().AllowClusterDns() : policy);
}

PolicySet set = [.. policies];
return set.Emit(Engine.Calico, ClusterProfile.Load(args[1])).Print();

internal sealed record App(string Name, string Namespace, List<int> Ports, List<string> Callers, List<string> Networks, List<string> Holes, int First, int Last, bool CallsApiServer);
