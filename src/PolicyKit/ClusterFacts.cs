namespace PolicyKit;

/// <summary>Where the API server is, and where its calls come from.</summary>
/// <remarks>A value that cannot be a fact, such as port 0, throws a <see cref="FormatException"/> where it is written.</remarks>
public sealed record ApiServerFacts
{
    /// <summary>The addresses of its endpoints (not of its Service); null when not known.</summary>
    public ValueArray<CidrBlock>? Cidrs { get; init; }

    /// <summary>The ports of its endpoints: 6443 on kubeadm, kind and k3s. Null means that both 443 and 6443 have to stay open.</summary>
    public ValueArray<int>? Ports { get; init => field = FactSyntax.Ports(value); }

    /// <summary>The address of the Service <c>default/kubernetes</c>, for engines that look before translation; null when not known.</summary>
    public CidrBlock? Service { get; init => field = FactSyntax.Checked(value, FactSyntax.Address(value)); }

    /// <summary>Whether its endpoints are addresses of nodes; null when not known.</summary>
    public bool? OnNodes { get; init; }

    /// <summary>Where the connections it opens (webhooks) appear to come from; null when not known.</summary>
    public ApiServerSources? Sources { get; init; }

    /// <summary>The endpoint ports to write, with the default filled in.</summary>
    internal ValueArray<int> EndpointPorts => Ports ?? [443, 6443];
}

/// <summary>Where the API server's own connections appear to come from in a cluster.</summary>
public abstract record ApiServerSources
{
    private ApiServerSources()
    {
    }

    /// <summary>From the addresses of its endpoints.</summary>
    public sealed record FromEndpoints : ApiServerSources;

    /// <summary>From the nodes, their tunnel addresses included.</summary>
    public sealed record FromNodes : ApiServerSources;

    /// <summary>From anywhere: nothing narrower can be said.</summary>
    public sealed record FromAnywhere : ApiServerSources;

    /// <summary>From pods, as with konnectivity.</summary>
    /// <param name="Namespace">Their namespace.</param>
    /// <param name="PodLabels">Their labels.</param>
    public sealed record FromPods(string Namespace, LabelSelector PodLabels) : ApiServerSources
    {
        /// <summary>Their namespace.</summary>
        public string Namespace { get; init => field = FactSyntax.Checked(value, NameSyntax.Namespace(value)); } = FactSyntax.Checked(Namespace, NameSyntax.Namespace(Namespace));
    }

    /// <summary>From given networks.</summary>
    /// <param name="Cidrs">The networks.</param>
    public sealed record FromNetworks(ValueArray<CidrBlock> Cidrs) : ApiServerSources;

    /// <summary>From the addresses of its endpoints.</summary>
    public static ApiServerSources Endpoints { get; } = new FromEndpoints();

    /// <summary>From the nodes, their tunnel addresses included.</summary>
    public static ApiServerSources Nodes { get; } = new FromNodes();

    /// <summary>From anywhere: nothing narrower can be said.</summary>
    public static ApiServerSources Anywhere { get; } = new FromAnywhere();
}

/// <summary>Where the cluster's resolver is.</summary>
/// <remarks>A value that cannot be a fact, such as port 0, throws a <see cref="FormatException"/> where it is written.</remarks>
public sealed record DnsFacts
{
    /// <summary>The namespace of its pods.</summary>
    public string Namespace { get; init => field = FactSyntax.Checked(value, NameSyntax.Namespace(value)); } = "kube-system";

    /// <summary>The labels of its pods.</summary>
    public LabelSelector PodLabels { get; init; } = LabelSelector.Of(("k8s-app", "kube-dns"));

    /// <summary>The port of its pods (OpenShift: 5353).</summary>
    public int Port { get; init => field = FactSyntax.Checked(value, FactSyntax.Port(value)); } = 53;

    /// <summary>Further addresses that it answers on, always on port 53: NodeLocal's, and the DNS Service's where NodeLocal serves that too.</summary>
    public ValueArray<CidrBlock> Addresses { get; init => field = FactSyntax.Addresses(value); } = ValueArray<CidrBlock>.Empty;
}

/// <summary>Which addresses pods, Services and nodes have. Null means not known; empty means that there are none.</summary>
public sealed record NetworkFacts
{
    /// <summary>The pod networks.</summary>
    public ValueArray<CidrBlock>? Pods { get; init; }

    /// <summary>The Service networks.</summary>
    public ValueArray<CidrBlock>? Services { get; init; }

    /// <summary>The nodes' addresses.</summary>
    public ValueArray<CidrBlock>? Nodes { get; init; }

    /// <summary>The nodes' tunnel addresses (overlays); empty where there is no overlay.</summary>
    public ValueArray<CidrBlock>? Tunnels { get; init; }
}
