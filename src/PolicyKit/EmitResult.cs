using PolicyKit.Ir;
using PolicyKit.Manifests;

namespace PolicyKit;

/// <summary>What an emission gave: manifests, or the diagnostics that say why there are none.</summary>
/// <remarks>
/// INVARIANT (all or nothing): after an error every way to the manifests throws <see cref="EmitException"/>. An empty text is not a safe
/// answer: written to a folder that is pruned, it deletes every policy. <see cref="Diagnostics"/> and <see cref="Gaps"/> are always readable.
/// What is kept is the intermediate form and the findings: YAML is written object by object, and gaps are found when they are asked for, so that
/// memory stays flat however many there are.
/// </remarks>
public sealed class EmitResult
{
    private ValueArray<Manifest>? _manifests;
    private ValueArray<Gap>? _gaps;

    internal EmitResult(Engine engine, PolicyIr ir, ValueArray<Diagnostic> diagnostics)
    {
        Engine = engine;
        Ir = ir;
        Diagnostics = diagnostics;
        Succeeded = !diagnostics.Any(one => one.Severity is Severity.Error);
    }

    /// <summary>The engine it is for.</summary>
    public Engine Engine { get; }

    /// <summary>Every finding, sorted by place.</summary>
    public ValueArray<Diagnostic> Diagnostics { get; }

    /// <summary>Where the engine differs from what was written, and says so.</summary>
    public ValueArray<Gap> Gaps => _gaps ??= Emission.GapsOf(Engine, Ir);

    /// <summary>Whether there are manifests: whether no finding is an error.</summary>
    public bool Succeeded { get; }

    /// <summary>What the set means, in the words of no engine.</summary>
    public PolicyIr Ir { get; }

    /// <summary>The manifests, sorted by namespace and name.</summary>
    /// <exception cref="EmitException">There are errors.</exception>
    public ValueArray<Manifest> Manifests => _manifests ??= OneByOne().ToValueArray();

    /// <summary>The manifests as one YAML stream.</summary>
    /// <returns>The YAML; each document starts with a line <c>---</c>.</returns>
    /// <exception cref="EmitException">There are errors.</exception>
    public string ToYaml() => YamlWriter.CheckedToText(OneByOne());

    /// <summary>Writes the manifests as one YAML stream, object by object.</summary>
    /// <param name="writer">Where to write.</param>
    /// <exception cref="EmitException">There are errors; nothing was written.</exception>
    public void WriteYaml(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        YamlWriter.WriteChecked(writer, OneByOne());
    }

    /// <summary>Saves the manifests in a folder for GitOps: one file a manifest.</summary>
    /// <param name="directory">The folder; it is made when it is not there.</param>
    /// <param name="layout">Whether to write a <c>kustomization.yaml</c> beside them.</param>
    /// <returns>What was written, removed and kept. Only files that an earlier saving wrote, and that nobody changed since, are removed.</returns>
    /// <exception cref="EmitException">There are errors; the folder stays as it was.</exception>
    /// <exception cref="IOException">Something stands in the way; the message says what, and the mend. Nothing was written.</exception>
    public SaveReport SaveTo(string directory, GitOpsLayout layout = GitOpsLayout.Kustomize) => GitOpsFolder.Save(directory, Manifests, layout);

    /// <summary>Prints the YAML to standard output, findings and gaps to standard error.</summary>
    /// <returns>The exit code: 0, or 1 when there are errors; then no YAML is printed.</returns>
    public int Print() => Print(Console.Out, Console.Error);

    private IEnumerable<Manifest> OneByOne() => Succeeded ? _manifests ?? Emission.Again(Engine, Ir) : throw new EmitException(Diagnostics);

    internal int Print(TextWriter output, TextWriter errors)
    {
        foreach (var diagnostic in Diagnostics) errors.Write($"{diagnostic}\n");
        foreach (var gap in Gaps) errors.Write($"{gap}\n");
        if (!Succeeded) return 1;
        WriteYaml(output);
        output.Flush();
        return 0;
    }
}
