#:project ../../src/PolicyKit/PolicyKit.csproj
#:property PublishAot=false

// A Pulumi program: policies become a resource that takes YAML as a text.
// Run it: dotnet run examples/styles/pulumi.cs
using PolicyKit;
using static PolicyKit.Dsl;

// In a real program the stack's configuration says which cluster it is.
var stack = new Stack(Engine.Cilium, "shop");

PolicySet policies =
[
    Policy.ForPods(("app", "web"))
        .NeedsNoApiServer("an ordinary web service")
        .AllowIngress(Port.Tcp(8080)).Because("visitors").From(Namespace("ingress-nginx"))
        .AllowEgress(Port.Https).Because("payments").To(Fqdn("api.payments.example.com")),
];

// With the package Pulumi.Kubernetes: new ConfigGroup("policies", new ConfigGroupArgs { Yaml = … })
var group = new ConfigGroup("policies", policies.InNamespace(stack.Namespace).Emit(stack.Engine).ToYaml());
Console.Write($"# {group.Name}\n{group.Yaml}");

/// <summary>The part of a stack's configuration that policies need.</summary>
internal sealed record Stack(Engine Engine, string Namespace);

/// <summary>Stands for the resource of the package, which this example does without.</summary>
internal sealed record ConfigGroup(string Name, string Yaml);
