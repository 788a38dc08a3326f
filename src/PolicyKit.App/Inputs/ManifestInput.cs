using PolicyKit.App.Consoles;
using PolicyKit.Manifests;

namespace PolicyKit.App.Inputs;

/// <summary>Input: files, folders, and <c>-</c> for standard input. Output: their manifests. Promise: what cannot be read ends the command; nothing is judged on half of its input.</summary>
internal static class ManifestInput
{
    /// <summary>The name of standard input in messages.</summary>
    private const string StandardInput = "standard input";

    private static readonly ReaderLimits Lenient = ReaderLimits.Default with { WordsAsInYaml12 = true };

    /// <exception cref="CommandFailure">Something cannot be read.</exception>
    public static IReadOnlyList<Manifest> Read(IReadOnlyList<string> paths, Terminal terminal)
    {
        var manifests = new List<Manifest>();
        var wrong = new List<Diagnostic>();
        var found = 0;
        using var progress = new Progress(terminal, "files read");
        foreach (var path in paths)
        {
            if (path == "-")
            {
                TakeRead(ManifestReader.Read(terminal.Input, StandardInput));
                continue;
            }

            var before = found;
            foreach (var file in FoundFiles.Of(path))
            {
                Take(file);
                found++;
                progress.Step();
            }

            if (found == before) terminal.Note($"{path}: info: There is no file of YAML or JSON in this folder.");
        }

        return wrong.Count == 0 ? manifests : throw CommandFailure.BadInput(wrong);

        void Take(FoundFile file)
        {
            var read = ManifestReader.ReadFile(file.Path);
            if (read.Diagnostics.Count > 0 && ReadWords(file.Path, read, terminal) is { } lenient) read = lenient;
            if (read.Diagnostics.Count > 0 && !file.IsNamed && HoldsNoObject(file.Path)) Skip(file.Path, terminal);
            else TakeRead(read);
        }

        void TakeRead(ManifestReadResult read)
        {
            manifests.AddRange(read.Manifests);
            wrong.AddRange(read.Diagnostics);
        }
    }

    /// <summary>
    /// A file whose only fault is a bare <c>y</c> or <c>no</c> is read as text, as its writer meant it, with the findings as notes: kubectl
    /// would refuse it, and whoever asks what it allows learns that too.
    /// </summary>
    private static ManifestReadResult? ReadWords(string path, ManifestReadResult strict, Terminal terminal)
    {
        var lenient = ManifestReader.ReadFile(path, Lenient);
        if (lenient.Diagnostics.Count > 0) return null;
        foreach (var finding in strict.Diagnostics) terminal.Note((finding with { Severity = Severity.Warning }).ToString());
        return lenient;
    }

    // Folders hold other things too: values for charts, settings of tools, facts of the cluster.
    private static bool HoldsNoObject(string path) =>
        ManifestReader.ReadNode(File.ReadAllText(path), path).Node is { } node && (node is not ManifestMap map || (map["apiVersion"] is null && map["kind"] is null));

    private static void Skip(string path, Terminal terminal)
    {
        if (!ProfileInput.IsProfile(path)) terminal.Note($"{path}: info: This file holds no Kubernetes object and is left out.");
    }
}
