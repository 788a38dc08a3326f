using Microsoft.CodeAnalysis;
using static PolicyKit.Dsl;

namespace PolicyKit.Analyzers.Written;

/// <summary>Says the words of the vocabulary. In: a word and constants. Out: the value that the library makes of them; null for what the library refuses.</summary>
internal static class ConstantWords
{
    /// <param name="word">The method or property.</param>
    /// <param name="receiver">What it is called on; null for a word by itself.</param>
    /// <param name="arguments">The arguments in the order of the parameters; a row for <c>params</c>.</param>
    internal static object? Make(ISymbol word, object? receiver, object?[] arguments)
    {
        try
        {
            return word.ContainingType?.Name switch
            {
                "Dsl" => Peer(word.Name, arguments),
                "Port" => Port(word.Name, arguments),
                _ => receiver is null ? Selector(word, arguments) : Further(word.Name, receiver, arguments),
            };
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static object? Peer(string word, object?[] arguments) => (word, arguments) switch
    {
        ("Anywhere", _) => Anywhere,
        ("SameNamespace", _) => SameNamespace,
        ("AnyNamespace", _) => AnyNamespace,
        ("Self", _) => Self,
        ("Internet", _) => Internet,
        ("OutsideCluster", _) => OutsideCluster,
        ("Nodes", _) => Nodes,
        ("ApiServer", _) => ApiServer,
        ("ClusterDns", _) => ClusterDns,
        ("Pods", [LabelSelector pods]) => Pods(pods),
        ("Pods", [ValueTuple<string, string> label, object[] more]) => Pods(label, Labelled(more)),
        ("Namespace", [string name]) => Namespace(name),
        ("Namespaces", [string name, object[] more]) => Namespaces(name, Texts(more)),
        ("Namespaces", [LabelSelector labels]) => Namespaces(labels),
        ("Namespaces", [ValueTuple<string, string> label, object[] more]) => Namespaces(label, Labelled(more)),
        ("Cidr", [string network]) => Cidr(network),
        ("Cidr", [CidrBlock network]) => Cidr(network),
        ("ApiServerAt", [string network, object[] more]) => ApiServerAt(network, Texts(more)),
        ("Fqdn", [string pattern]) => Fqdn(pattern),
        ("Labels", [ValueTuple<string, string> label, object[] more]) => Labels(label, Labelled(more)),
        ("Key", [string key]) => Key(key),
        _ => null,
    };

    private static object? Port(string word, object?[] arguments) => (word, arguments) switch
    {
        ("Any", _) => PolicyKit.Port.Any,
        ("AnyTcp", _) => PolicyKit.Port.AnyTcp,
        ("AnyUdp", _) => PolicyKit.Port.AnyUdp,
        ("AnySctp", _) => PolicyKit.Port.AnySctp,
        ("Dns", _) => PolicyKit.Port.Dns,
        ("ApiServer", _) => PolicyKit.Port.ApiServer,
        ("Https", _) => PolicyKit.Port.Https,
        ("OtlpGrpc", _) => PolicyKit.Port.OtlpGrpc,
        ("OtlpHttp", _) => PolicyKit.Port.OtlpHttp,
        ("Metrics", _) => PolicyKit.Port.Metrics,
        ("Webhook", _) => PolicyKit.Port.Webhook,
        ("Probe", _) => PolicyKit.Port.Probe,
        ("Tcp", [int number]) => PolicyKit.Port.Tcp(number),
        ("Udp", [int number]) => PolicyKit.Port.Udp(number),
        ("Sctp", [int number]) => PolicyKit.Port.Sctp(number),
        ("TcpRange", [int first, int last]) => PolicyKit.Port.TcpRange(first, last),
        ("UdpRange", [int first, int last]) => PolicyKit.Port.UdpRange(first, last),
        ("SctpRange", [int first, int last]) => PolicyKit.Port.SctpRange(first, last),
        ("Named", [string name, int protocol]) => PolicyKit.Port.Named(name, (Protocol)protocol),
        _ => null,
    };

    private static object? Selector(ISymbol word, object?[] arguments) => (word.ContainingType?.Name, word.Name, arguments) switch
    {
        ("LabelSelector", "Everything", _) => LabelSelector.Everything,
        ("LabelSelector", "Of", [ValueTuple<string, string> label, object[] more]) => LabelSelector.Of(label, Labelled(more)),
        ("LabelKey", "Of", [string key]) => LabelKey.Of(key),
        ("CidrBlock", "Parse", [string network]) => CidrBlock.Parse(network),
        _ => null,
    };

    private static object? Further(string word, object receiver, object?[] arguments) => (receiver, word, arguments) switch
    {
        (NamespacePeer peer, "Pods", [LabelSelector pods]) => peer.Pods(pods),
        (NamespacePeer peer, "Pods", [ValueTuple<string, string> label, object[] more]) => peer.Pods(label, Labelled(more)),
        (NetworkPeer peer, "Except", [string network, object[] more]) => peer.Except(network, Texts(more)),
        (Port.ByName named, "At", [int number]) => named.At(number),
        (LabelSelector selector, "And", [LabelSelector other, object[] more]) => selector.And(other, [.. more.Cast<LabelSelector>()]),
        (LabelKey key, "In", [string value, object[] more]) => key.In(value, Texts(more)),
        (LabelKey key, "NotIn", [string value, object[] more]) => key.NotIn(value, Texts(more)),
        (LabelKey key, "Exists", _) => key.Exists(),
        (LabelKey key, "DoesNotExist", _) => key.DoesNotExist(),
        _ => null,
    };

    private static string[] Texts(object[] row) => [.. row.Cast<string>()];

    private static (string Key, string Value)[] Labelled(object[] row) => [.. row.Cast<(string, string)>()];
}
