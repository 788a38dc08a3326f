namespace PolicyKit.Verification.Reading;

/// <summary>Reads what every object has: apiVersion, kind and metadata with a name.</summary>
internal static class ObjectHeader
{
    /// <summary>Marks the header as known and checks the name with the dialect's rule.</summary>
    public static void Read(Fields root, ReadingLog log, Func<string, bool> isName, bool namespaced = true)
    {
        root.Skip("apiVersion", "kind");
        var metadata = root.Map("metadata");
        var name = metadata?.Text("name");
        var generated = metadata?.Text("generateName");
        var ns = metadata?.Text("namespace");
        if (name is null && generated is null) log.Reject(root.PlaceOf("metadata"), "The object has no name.", "Write metadata.name.");
        else if (name is not null && !isName(name)) log.Reject(metadata!.PlaceOf("name"), $"'{name}' is not a name for this kind.", "Names have lower-case letters, digits, '-' and '.', and start and end with a letter or digit.", "PK0006");
        if (!namespaced && ns is not null) log.Reject(metadata!.PlaceOf("namespace"), "The kind is not namespaced, and a namespace is written.", "Leave metadata.namespace out.");
        if (ns is not null && !Engines.Selectors.KubernetesNames.IsDnsLabel(ns)) log.Reject(metadata!.PlaceOf("namespace"), $"'{ns}' is not a namespace.", id: "PK0006");
    }
}
