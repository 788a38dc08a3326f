using PolicyKit.Cli.Tests.Running;

namespace PolicyKit.Cli.Tests;

/// <summary><c>policykit explain</c>, run as the real executable.</summary>
internal sealed class ExplainTests
{
    private Folder _folder = null!;

    [OneTimeSetUp]
    public void Write()
    {
        _folder = new();
        _folder.Write("pods.yaml", Texts.Pods);
        _folder.Write("policies.yaml", Texts.Policies);
        _folder.Write("open.yaml", Texts.OpenQuestion);
    }

    [OneTimeTearDown]
    public void Remove() => _folder.Dispose();

    [TestCase("shop/proxy > shop/db TCP/5432", "text", "explain.approved.txt")]
    [TestCase("shop/proxy > shop/web TCP/443", "text", "explain-undefined.approved.txt")]
    [TestCase("shop/proxy to shop/db TCP/5432", "json", "explain.approved.json")]
    public void The_story_is_approved(string flow, string form, string file)
    {
        var ran = Tool.Run(["explain", flow, "--output", form, "."], folder: _folder.Path);
        ran.Errors.ShouldBeEmpty();
        ran.ExitCode.ShouldBe(0);
        Approved.ShouldBe(ran.Output, Repository.File("tests", "PolicyKit.Cli.Tests", "Approved", file));
    }

    [TestCase("shop/web>shop/db TCP/5432")]
    [TestCase("shop/web -> shop/db tcp/5432")]
    [TestCase(" shop/web => shop/db  TCP/5432 ")]
    [TestCase("shop/web to shop/db TCP/5432")]
    public void A_connection_is_written_in_several_ways(string flow) => Tool.RunHere("explain", flow, _folder.Path).ExitCode.ShouldBe(0);

    [TestCase("shop/web > shop/dbb TCP/5432", "The cluster has no 'shop/dbb'. Did you mean 'shop/db'?")]
    [TestCase("shop/web > shop/db TCP/70000", "70000 is no port. A port is a number from 1 to 65535.")]
    [TestCase("shop/web > shop/db GRE/1", "'GRE' is no protocol. Write TCP, UDP, SCTP, ICMPv4, ICMPv6.")]
    public void A_connection_that_cannot_be_is_bad_input(string flow, string message)
    {
        var ran = Tool.RunHere("explain", flow, _folder.Path);
        ran.ExitCode.ShouldBe(4);
        ran.Errors.ShouldStartWith(message);
    }
}
