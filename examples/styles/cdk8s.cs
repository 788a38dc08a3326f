#:project ../../src/PolicyKit/PolicyKit.csproj
#:property PublishAot=false

// CDK8s constructs: a chart holds policies beside its other objects, and is synthesised as a whole.
// Run it: dotnet run examples/styles/cdk8s.cs
using System.Text.Json;
using PolicyKit;
using static PolicyKit.Dsl;

foreach (var one in new WebChart("shop", Engine.Calico).Objects) Console.Write($"---\n{JsonSerializer.Serialize(one.Properties, WebChart.Indented)}\n");

/// <summary>A chart whose policies are written once for every engine.</summary>
internal sealed class WebChart
{
    public static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    public WebChart(string name, Engine engine)
    {
        PolicySet policies = [Policy.ForPods(("app", "web")).AllowIngress(Port.Metrics).From(Namespace("monitoring"))];

        // With the package cdk8s: new ApiObject(this, id, …) takes the same dictionary.
        Objects = [.. policies.InNamespace(name).Emit(engine).Manifests.Select(one => new ApiObject($"{one.Kind}-{one.Name}", one.ToDictionary()))];
    }

    public IReadOnlyList<ApiObject> Objects { get; }
}

/// <summary>Stands for the construct of the package, which this example does without.</summary>
internal sealed record ApiObject(string Id, IReadOnlyDictionary<string, object?> Properties);
