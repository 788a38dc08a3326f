using PolicyKit.Cli.Tests.Running;

namespace PolicyKit.Cli.Tests.Check;

/// <summary><c>policykit check</c>, run as the real executable.</summary>
internal sealed class CheckTests
{
    private Folder _folder = null!;

    [SetUp]
    public void Write()
    {
        _folder = new();
        _folder.Write("pods.yaml", Texts.Pods);
        _folder.Write("policies.yaml", Texts.Policies);
    }

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void A_question_gets_a_verdict_and_a_reason()
    {
        var ran = Ask("--from", "shop/web", "--to", "shop/db", "--port", "5432");
        ran.ExitCode.ShouldBe(0);
        ran.Lines[0].ShouldBe("shop/web to shop/db TCP/5432: allow");
        Ask("--from", "shop/proxy", "--to", "shop/db", "--port", "5432").Lines[0].ShouldBe("shop/proxy to shop/db TCP/5432: deny");
    }

    [Test]
    public void A_Service_is_asked_at_every_pod_behind_it()
    {
        _folder.Write("services.yaml", Texts.Services);
        Here("--from", "shop/web", "--to", "service:shop/database", "--port", "80").Output.ShouldBe(
            "shop/web to service:shop/database TCP/80: allow\n"
            + "  The Service sends this to shop/db TCP/5432. No policy restricts the egress of shop/web, and a pod that none restricts reaches everything. NetworkPolicy shop/db spec.ingress[0] (POLICIES(8,5)) allows it.\n".Replace("POLICIES", Path.Combine(_folder.Path, "policies.yaml"), StringComparison.Ordinal));
        var some = Here("--from", "shop/proxy", "--to", "service:shop/all", "--port", "5432");
        some.Lines[0].ShouldBe("shop/proxy to service:shop/all TCP/5432: deny");
        some.Lines[1].ShouldStartWith("  The Service sends this to one of 3 endpoints, of which 1 gives this verdict, as shop/db TCP/5432 does. NetworkPolicy shop/db ");
        Here("--from", "shop/web", "--to", "service:shop/all", "--port", "5432").Lines[1].ShouldStartWith("  The Service sends this to one of 3 endpoints, and each gives this verdict, as shop/web TCP/5432 does. ");
    }

    [TestCase("service:shop/databse", "5432", "The cluster has no Service 'shop/databse'. Did you mean 'shop/database'? Write 'namespace/name'.")]
    [TestCase("service:shop/database", "5432", "The Service 'shop/database' has no TCP port 5432. It has TCP/80.")]
    [TestCase("service:shop/nobody", "80", "Nothing stands behind port 80 of 'service:shop/nobody': no pod has the labels that it selects, and no EndpointSlice lists another.")]
    public void A_Service_that_cannot_be_dialled_is_said(string service, string port, string message)
    {
        _folder.Write("services.yaml", Texts.Services);
        Here("--from", "shop/web", "--to", service, "--port", port).ShouldBe(new Ran(4, "", message + "\n"));
    }

    [TestCase("0", "0 is no port. A port is a number from 1 to 65535.", 4)]
    [TestCase("http", "'http' is no port. A port is a number from 1 to 65535.", 2)]
    public void What_is_no_port_is_said(string port, string message, int code)
    {
        var ran = Here("--from", "shop/web", "--to", "shop/db", "--port", port);
        (ran.ExitCode, ran.Errors).ShouldBe((code, message + "\n"));
    }

    [TestCase("allow", 0)]
    [TestCase("deny", 1)]
    public void The_exit_code_says_whether_the_verdict_is_the_expected_one(string expected, int code) =>
        Ask("--from", "shop/web", "--to", "shop/db", "--port", "5432", "--expect", expected).ExitCode.ShouldBe(code);

    [Test]
    public void Questions_are_answered_in_their_order_as_json_lines()
    {
        var questions = _folder.Write("questions.jsonl",
            "{\"from\":\"shop/web\",\"to\":\"shop/db\",\"protocol\":\"TCP\",\"port\":5432,\"expect\":\"allow\"}\r\n"
            + "{\"from\":\"shop/web\",\"to\":\"shop/db\",\"protocol\":\"TCP\",\"port\":80,\"direction\":\"egress\"}\r\n"
            + "\r\n"
            + "{\"from\":\"ip:192.0.2.7\",\"to\":\"shop/db\",\"protocol\":\"UDP\",\"port\":53,\"direction\":\"ingress\",\"expect\":\"allow\"}\r\n");
        var ran = Ask("--queries", questions);
        ran.ExitCode.ShouldBe(1);
        ran.Errors.ShouldBe("1 of 3 answers are not as expected.\n");
        ran.Lines.Count.ShouldBe(3);
        ran.Lines[0].ShouldStartWith("{\"from\":\"shop/web\",\"to\":\"shop/db\",\"protocol\":\"TCP\",\"port\":5432,\"direction\":\"both\",\"verdict\":\"allow\",\"reason\":\"");
        ran.Lines[0].ShouldEndWith("\",\"asExpected\":true}");
        ran.Lines[1].ShouldStartWith("{\"from\":\"shop/web\",\"to\":\"shop/db\",\"protocol\":\"TCP\",\"port\":80,\"direction\":\"egress\",\"verdict\":\"allow\",\"reason\":\"");
        ran.Lines[1].ShouldNotContain("asExpected");
        ran.Lines[2].ShouldEndWith("\",\"asExpected\":false}");
    }

    [TestCase("{\"from\":\"shop/web\",\"to\":\"shop/dbb\",\"protocol\":\"TCP\",\"port\":1}", "The cluster has no 'shop/dbb'. Did you mean 'shop/db'?")]
    [TestCase("{\"from\":\"shop/web\",\"to\":\"shop/db\",\"protocol\":\"TCP\"}", "The question has no whole number 'port'.")]
    [TestCase("{\"from\":\"shop/web\",\"to\":\"shop/db\",\"protocol\":\"TCP\",\"port\":70000}", "70000 is no port. A port is a number from 1 to 65535.")]
    [TestCase("{\"from\":\"shop/web\",\"to\":\"shop/db\",\"protocol\":\"GRE\",\"port\":1}", "'GRE' is no protocol. Write TCP, UDP, SCTP, ICMPv4, ICMPv6.")]
    [TestCase("{\"to\":\"shop/db\",\"protocol\":\"TCP\",\"port\":1}", "The question has no text 'from'.")]
    [TestCase("{\"from\":\"shop/web\",\"to\":\"shop/db\",\"protocol\":\"TCP\",\"port\":1,\"direction\":\"in\"}", "'in' is no direction. Write both, ingress or egress.")]
    [TestCase("{\"from\":\"shop/web\",\"to\":\"shop/db\",\"protocol\":\"TCP\",\"port\":1,\"expect\":\"yes\"}", "'yes' is no verdict. Write allow, deny, undefined, rejected.")]
    [TestCase("shop/web shop/db", "This line is not JSON.")]
    [TestCase("[]", "A question is a JSON object, with 'from', 'to', 'protocol' and 'port'.")]
    public void A_line_that_is_no_question_is_refused_with_its_number(string line, string message)
    {
        var ran = Here("--queries", _folder.Write("questions.jsonl", "\n" + line));
        ran.ExitCode.ShouldBe(4);
        _folder.Anonymous(ran.Errors).ShouldStartWith("questions.jsonl(2): error: " + message);
    }

    [Test]
    public void A_bare_word_that_kubectl_takes_for_a_truth_value_is_read_as_text_and_said()
    {
        _folder.Write("y.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  namespace: y\nspec: {containers: [{name: main, image: example}]}\n");
        var ran = Here("--from", "y/a", "--to", "shop/db", "--port", "5432");
        ran.Lines[0].ShouldBe("y/a to shop/db TCP/5432: deny");
        _folder.Anonymous(ran.Errors).ShouldBe("y.yaml(5,14): warning PK5001: 'y' without quotes is true to kubectl, and text to YAML 1.2. Write true, or \"y\" if it is text.\n");
    }

    [Test]
    public void A_file_that_cannot_be_read_ends_the_command_and_nothing_is_answered()
    {
        _folder.Write("broken.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: a\n");
        var ran = Ask("--from", "shop/web", "--to", "shop/db", "--port", "5432");
        ran.ExitCode.ShouldBe(4);
        ran.Output.ShouldBeEmpty();
        _folder.Anonymous(ran.Errors).ShouldStartWith("broken.yaml(");
    }

    [Test]
    public void Without_a_question_the_command_line_is_wrong()
    {
        var ran = Ask("--from", "shop/web");
        ran.ExitCode.ShouldBe(2);
        ran.Errors.ShouldBe("Say which connection with --from, --to and --port, or name a file of questions with --queries.\n");
    }

    private Ran Ask(params string[] args) => Tool.Run(["check", .. args, _folder.Path]);

    private Ran Here(params string[] args) => Tool.RunHere(["check", .. args, _folder.Path]);
}
