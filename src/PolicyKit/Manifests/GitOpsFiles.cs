using System.Security.Cryptography;
using System.Text;

namespace PolicyKit.Manifests;

/// <summary>Input: manifests. Output: the files they are saved as. Promise: different objects of one kind never share a name, on any file system.</summary>
internal static class GitOpsFiles
{
    /// <summary>File systems take 255 characters; some room is left for the name of the staged file.</summary>
    private const int LongestStem = 200;

    public static IReadOnlyList<FileToSave> Of(IReadOnlyList<Manifest> manifests, GitOpsLayout layout)
    {
        var files = manifests.Select(manifest => new FileToSave(NameOf(manifest), manifest.ToYaml(), manifest.ToString())).OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        if (layout == GitOpsLayout.Kustomize) files.Add(Kustomization(files));
        return files;
    }

    /// <summary>
    /// The kind in small letters, the namespace if there is one, and the name, with an underscore between them, which none of them
    /// holds. What is neither a small letter, a digit, a dot nor a dash is written as percent and its code.
    /// </summary>
    private static string NameOf(Manifest manifest)
    {
        string?[] parts = [manifest.Kind.ToLowerInvariant(), manifest.Namespace, manifest.Name ?? ""];
        var stem = string.Join('_', parts.Where(part => part is not null).Select(part => Escape(part!)));
        return (stem.Length <= LongestStem ? stem : $"{stem[..LongestStem]}~{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(stem)))[..16].ToLowerInvariant()}") + ".yaml";
    }

    private static string Escape(string part) =>
        string.Concat(Encoding.UTF8.GetBytes(part).Select(b => (char)b is >= 'a' and <= 'z' or >= '0' and <= '9' or '.' or '-' ? ((char)b).ToString() : FormattableString.Invariant($"%{b:x2}")));

    private static FileToSave Kustomization(IEnumerable<FileToSave> files)
    {
        var manifest = new Manifest(ManifestMap.Trusted(
            new ManifestEntry("apiVersion", "kustomize.config.k8s.io/v1beta1"),
            new ManifestEntry("kind", "Kustomization"),
            new ManifestEntry("resources", new ManifestList(files.Select(file => (ManifestNode)file.Name)))));
        return new("kustomization.yaml", manifest.ToYaml(), "the list of resources");
    }
}
