using BenchmarkDotNet.Attributes;
using PolicyKit.Manifests;
using YamlDotNet.Serialization;

namespace PolicyKit.Benchmarks;

/// <summary>The same objects, three ways: emitted whole with every check, written from trees, and written from dictionaries by YamlDotNet.</summary>
[MemoryDiagnoser]
public class EmitBenchmarks
{
    private readonly ISerializer _serializer = new SerializerBuilder().DisableAliases().WithQuotingNecessaryStrings().Build();
    private PolicySet _policies = [];
    private EmitResult? _emitted;
    private List<Dictionary<string, object?>> _dictionaries = [];

    /// <summary>Makes the policies, their manifests and the same manifests as dictionaries.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _policies = ManyPolicies.Create();
        _emitted = _policies.Emit(Engine.Kubernetes, ManyPolicies.Profile);
        _dictionaries = [.. _emitted.Manifests.Select(manifest => manifest.ToDictionary())];
    }

    /// <summary>YamlDotNet's serializer on dictionaries that are there already.</summary>
    [Benchmark(Baseline = true)]
    public long Dictionaries()
    {
        using var writer = new CountingWriter();
        foreach (var one in _dictionaries)
        {
            writer.Write("---\n");
            _serializer.Serialize(writer, one);
        }

        return writer.Length;
    }

    /// <summary>From policies to YAML: resolved, lowered, checked, linted and written.</summary>
    [Benchmark]
    public long Emit()
    {
        using var writer = new CountingWriter();
        _policies.Emit(Engine.Kubernetes, ManyPolicies.Profile).WriteYaml(writer);
        return writer.Length;
    }

    /// <summary>Our writer on manifests that are there already, as the serializer has its dictionaries.</summary>
    [Benchmark]
    public long Writer()
    {
        using var writer = new CountingWriter();
        YamlWriter.WriteChecked(writer, _emitted!.Manifests);
        return writer.Length;
    }
}
