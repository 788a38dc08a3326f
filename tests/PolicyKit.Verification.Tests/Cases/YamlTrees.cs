using PolicyKit.Manifests;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PolicyKit.Verification.Tests.Cases;

/// <summary>Manifest trees from YAML text, for tests.</summary>
internal static class YamlTrees
{
    public static IReadOnlyList<Manifest> Read(string text, string? file = null)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return [.. stream.Documents.Select(document => Node(document.RootNode)).OfType<ManifestMap>().Select(root => new Manifest(root, file))];
    }

    private static ManifestNode Node(YamlNode node)
    {
        var position = new TextPosition((int)node.Start.Line, (int)node.Start.Column);
        return node switch
        {
            YamlMappingNode map => new ManifestMap(map.Children.Select(pair => new ManifestEntry(((YamlScalarNode)pair.Key).Value!, Node(pair.Value), new((int)pair.Key.Start.Line, (int)pair.Key.Start.Column))), position),
            YamlSequenceNode list => new ManifestList(list.Children.Select(Node), position),
            YamlScalarNode { Style: ScalarStyle.Plain } plain => Plain(plain.Value ?? "", position),
            YamlScalarNode scalar => new ManifestText(scalar.Value ?? "", position),
            _ => throw new NotSupportedException(node.NodeType.ToString()),
        };
    }

    private static ManifestNode Plain(string text, TextPosition position) => text switch
    {
        "" or "~" or "null" => new ManifestNull(position),
        "true" => new ManifestBoolean(true, position),
        "false" => new ManifestBoolean(false, position),
        _ when long.TryParse(text, out var number) => new ManifestInteger(number, position),
        _ when double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => new ManifestDecimal(number, position),
        _ => new ManifestText(text, position),
    };
}
