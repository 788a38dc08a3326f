namespace PolicyKit.Tests.Profiles;

/// <summary>Facts that are written in C# are held to the same rules as those in files.</summary>
public sealed class ProfileFactsTests
{
    private static readonly (Func<object> Facts, string Message)[] Refused =
    [
        (() => new ApiServerFacts { Ports = [6443, 0] }, "0 is not a port. Write a number from 1 to 65535."),
        (() => new ApiServerFacts { Ports = [] }, "An empty list of ports is no fact. Name one, or leave the list out if they are not known."),
        (() => new ApiServerFacts { Service = CidrBlock.Parse("10.96.0.0/12") }, "'10.96.0.0/12' is a network, and one address is meant. Write the address alone."),
        (() => new DnsFacts { Port = 65536 }, "65536 is not a port. Write a number from 1 to 65535."),
        (() => new DnsFacts { Namespace = "kube_system" }, "'kube_system' is not a namespace: '_' is none of a-z, 0-9 and '-'. Did you mean 'kube-system'?"),
        (() => new DnsFacts { Addresses = [CidrBlock.Parse("::/0")] }, "'::/0' is a network, and one address is meant. Write the address alone."),
        (() => new ApiServerSources.FromPods("", LabelSelector.Everything), "An empty text is not a namespace. Write one such as 'web'."),
        (() => new ApiServerSources.FromPods("a", LabelSelector.Everything) with { Namespace = "A" }, "'A' is not a namespace: 'A' is none of a-z, 0-9 and '-'. Did you mean 'a'?"),
        (() => new CiliumFacts { ClusterName = "" }, "An empty text is no name of a cluster. Write one such as 'default'."),
        (() => new CiliumFacts { ClusterName = "west!" }, "'west!' is not a label value: '!' is none of letters, digits, '-', '_' and '.'. Leave it out, or write '-' there."),
        (() => new ClusterNetworkPolicyFacts { AllowPriority = -1 }, "-1 is not a priority. Write a number from 0 to 1000."),
        (() => new ClusterNetworkPolicyFacts { DenyPriority = 2000 }, "2000 is not a priority. Write a number from 0 to 1000."),
    ];

    [TestCaseSource(nameof(Numbers))]
    public void A_value_that_is_no_fact_throws_where_it_is_written(int index) =>
        Should.Throw<FormatException>(() => Refused[index].Facts()).Message.ShouldBe(Refused[index].Message);

    private static IEnumerable<int> Numbers() => Enumerable.Range(0, Refused.Length);
}
