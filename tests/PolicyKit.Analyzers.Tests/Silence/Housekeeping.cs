// Clocks, random names and the environment around policies, none of which becomes a part of one.
using System.Diagnostics;
using System.IO;

var clock = Stopwatch.StartNew();
var run = Guid.NewGuid();
var folder = Environment.GetEnvironmentVariable("OUTPUT") ?? Path.Combine(Path.GetTempPath(), $"policies-{run:N}");
Console.Error.WriteLine($"[{DateTimeOffset.Now:t}] run {run} by {Environment.UserName} on {Environment.MachineName}");

var web = Policy.ForPods(("app", "web")).InNamespace("shop")
    .AllowIngress(Port.Https).From(Namespace("gateway"))
    .AllowEgress(Port.Tcp(5432)).To(Cidr("198.51.100.0/28"))
    .AllowClusterDns()
    .NeedsNoApiServer("a web application");
var deadline = DateTime.UtcNow.AddMinutes(1);
var emitted = PolicySet.Of(web).Emit(Engine.Kubernetes, Profile(Environment.GetEnvironmentVariable("CLUSTER")));
while (emitted.Diagnostics.Count > 0 && DateTime.UtcNow < deadline) Console.Error.WriteLine(emitted.Diagnostics[Random.Shared.Next(emitted.Diagnostics.Count)]);

File.WriteAllText(Path.Combine(folder, "policies.yaml"), emitted.ToYaml());
Console.Error.WriteLine($"done in {clock.Elapsed}");

static ClusterProfile Profile(string? cluster) => cluster is null ? ClusterProfile.Unknown : ClusterProfile.Load(cluster.ToLower() + ".yaml");
