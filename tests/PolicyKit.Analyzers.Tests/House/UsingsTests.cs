using PolicyKit.CodeFixes;

namespace PolicyKit.Analyzers.Tests.House;

/// <summary>A mend that uses a word of the vocabulary brings it into scope, once a file.</summary>
public class UsingsTests
{
    [Test]
    public void Added_behind_the_other_usings() => FixSnippet.Check<LeaveOutMetadataFix>(
        nameof(LeaveOutMetadataFix),
        """
        // A licence.
        using PolicyKit; // the library

        _ = Policy.ForAllPods()
            .AllowEgress(Port.Https).ToAnywhere()
            .AllowEgress(Port.Tcp(8443)).ToAnywhere();
        """,
        """
        // A licence.
        using PolicyKit; // the library
        using static PolicyKit.Dsl;

        _ = Policy.ForAllPods()
            .AllowEgress(Port.Https).To(Internet)
            .AllowEgress(Port.Tcp(8443)).To(Internet);
        """);

    [Test]
    public void Added_for_a_replacement() => FixSnippet.Check<ReplaceFix>(
        "instead",
        """
        using PolicyKit;
        using System.IO;

        _ = Policy.ForAllPods().AllowIngress(Port.Metrics).From(Dsl.Namespaces(("name", "monitoring")));
        _ = Policy.ForAllPods().AllowIngress(Port.Metrics).From(Dsl.Namespaces(("name", "telemetry")).Pods(("app", "collector")));
        """,
        """
        using PolicyKit;
        using System.IO;
        using static PolicyKit.Dsl;

        _ = Policy.ForAllPods().AllowIngress(Port.Metrics).From(Namespace("monitoring"));
        _ = Policy.ForAllPods().AllowIngress(Port.Metrics).From(Namespace("telemetry").Pods(("app", "collector")));
        """);

    [Test]
    public void Added_for_a_rule_behind_a_chain() => FixSnippet.Check<AppendFix>(
        "append",
        """
        using PolicyKit;

        PolicySet policies = [Policy.ForPods(("app", "op")).AllowIngress(Port.Webhook).From(Dsl.Self)];
        """,
        """
        using PolicyKit;
        using static PolicyKit.Dsl;

        PolicySet policies = [Policy.ForPods(("app", "op")).AllowIngress(Port.Webhook).From(Dsl.Self).AllowIngress(Port.Webhook).From(ApiServer)];
        """);

    [Test]
    public void Not_added_for_verbs() => FixSnippet.Check<AllowNeedFix>(
        "AllowApiServer",
        """
        using PolicyKit;

        PolicySet.Of(Policy.ForPods(("app", "web")).AllowClusterDns()).Emit(Engine.Cilium);
        """,
        """
        using PolicyKit;

        PolicySet.Of(Policy.ForPods(("app", "web")).AllowClusterDns().AllowApiServer()).Emit(Engine.Cilium);
        """);

    [Test]
    public void Not_added_where_the_mend_says_whose_word_it_is() => FixSnippet.Check<LeaveOutMetadataFix>(
        nameof(LeaveOutMetadataFix),
        """
        using PolicyKit;

        _ = Policy.ForAllPods().AllowEgress(Port.Https).To(Dsl.OutsideCluster);
        """,
        """
        using PolicyKit;

        _ = Policy.ForAllPods().AllowEgress(Port.Https).To(Dsl.Internet);
        """);

    [Test]
    public void Ends_of_lines_stay_as_they_are() => FixSnippet.Check<LeaveOutMetadataFix>(
        nameof(LeaveOutMetadataFix),
        "using PolicyKit;\r\n\r\n_ = Policy.ForAllPods().AllowEgress(Port.Https).ToAnywhere();\r\n",
        "using PolicyKit;\r\nusing static PolicyKit.Dsl;\r\n\r\n_ = Policy.ForAllPods().AllowEgress(Port.Https).To(Internet);\r\n");
}
