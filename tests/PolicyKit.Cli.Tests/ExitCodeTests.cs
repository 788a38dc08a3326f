using System.Diagnostics;
using PolicyKit.Cli.Tests.Running;

namespace PolicyKit.Cli.Tests;

/// <summary>The tool as an operating system sees it: exit codes, streams, files and signals. Everything here runs the real executable.</summary>
internal sealed class ExitCodeTests
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
    public void The_version_is_a_number() => Tool.Run("--version").ShouldBe(new Ran(0, "0.1.0\n", ""));

    [TestCase("")]
    [TestCase("check")]
    [TestCase("explain")]
    [TestCase("connections")]
    [TestCase("diff")]
    [TestCase("lint")]
    public void Every_command_has_help_with_the_exit_codes(string command)
    {
        var ran = Tool.RunHere([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        ran.ExitCode.ShouldBe(0);
        ran.Output.ShouldContain("Exit codes:\n  0   fine\n");
        if (command.Length > 0) ran.Output.ShouldContain($"Examples:\n  policykit {command} ");
    }

    [TestCase("bash", "complete -o default -F _policykit policykit\n")]
    [TestCase("zsh", "compdef _policykit policykit\n")]
    [TestCase("fish", "complete -c policykit ")]
    [TestCase("pwsh", "Register-ArgumentCompleter -Native -CommandName policykit ")]
    public void Shells_get_a_script_for_completion(string shell, string line) => Tool.RunHere("completion", shell).Output.ShouldContain(line);

    [TestCase("policykit con", "connections")]
    [TestCase("policykit check --fr", "--from")]
    [TestCase("policykit connections --output h", "html")]
    public void What_the_scripts_ask_is_answered(string typed, string word) =>
        Tool.RunHere(FormattableString.Invariant($"[suggest:{typed.Length}]"), typed).Lines.ShouldContain(word);

    [TestCase("", "Required command was not provided.")]
    [TestCase("chekc x", "'chekc' is no command. The commands are check, explain, connections, diff, lint, completion.")]
    [TestCase("lint", "Required argument 'PATH' missing for command: 'lint'.")]
    [TestCase("lint --outptu json .", "'--outptu' is neither an option here nor a file or folder. --help shows the options.")]
    [TestCase("lint --output xml .", "Argument 'xml' not recognized. Must be one of:")]
    [TestCase("explain shop/web .", "'shop/web' is no connection. Write it as 'shop/web > shop/db TCP/5432'.")]
    public void A_wrong_command_line_exits_with_2_and_points_to_the_help(string words, string message)
    {
        var ran = Tool.RunHere(words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        ran.ExitCode.ShouldBe(2);
        ran.Output.ShouldBeEmpty();
        ran.Errors.ShouldStartWith(message);
    }

    [Test]
    public void A_wrong_command_line_exits_with_2() => Tool.Run("lint", "--output", "xml", ".").ExitCode.ShouldBe(2);

    [TestCase(false)]
    [TestCase(true)]
    public void A_fault_of_ours_exits_with_70_and_says_how_to_report_it(bool verbose)
    {
        var root = new System.CommandLine.RootCommand { new System.CommandLine.Command("break", "") };
        root.Subcommands[0].SetAction(new Func<System.CommandLine.ParseResult, int>(_ => throw new InvalidOperationException("The wheel came off.")));
        var ran = Tool.RunHere(terminal => PolicyKit.App.CommandLine.Run(root, verbose ? ["break", "--verbose"] : ["break"], terminal));
        ran.ExitCode.ShouldBe(70);
        ran.Errors.ShouldStartWith("This is a fault of PolicyKit, not of your input: The wheel came off. Please report it at https://github.com/policykit/policykit/issues, with what --verbose shows.\n");
        ran.Errors.Contains("   at ", StringComparison.Ordinal).ShouldBe(verbose);
    }

    [Test]
    public void A_missing_file_exits_with_4() => Tool.Run("lint", "nowhere.yaml").ShouldBe(new Ran(4, "", "There is no file or folder 'nowhere.yaml'.\n"));

    [Test]
    public void A_profile_that_is_none_exits_with_4_and_its_place()
    {
        var profile = _folder.Write("facts.yml", "engine: nftables\n");
        var ran = Tool.RunHere("lint", "--profile", profile, _folder.Path);
        ran.ExitCode.ShouldBe(4);
        _folder.Anonymous(ran.Errors).ShouldStartWith("facts.yml(1,9): error PK5001: ");
    }

    [Test]
    public void The_profile_that_lies_in_the_folder_is_used()
    {
        _folder.Write("open.yaml", Texts.OpenQuestion);
        string[] question = ["check", "--from", "shop/proxy", "--to", "shop/web", "--port", "443", _folder.Path];
        Tool.RunHere(question).Lines[0].ShouldEndWith(": undefined");
        _folder.Write("profile.yaml", "engine: cilium\n");
        Tool.RunHere(question).Lines[0].ShouldEndWith(": deny");
        _folder.Write("profile.yaml", "engine: calico\n");
        Tool.RunHere(question).Lines[0].ShouldEndWith(": allow");
    }

    [Test]
    public void The_engine_that_is_named_goes_before_the_profile()
    {
        _folder.Write("open.yaml", Texts.OpenQuestion);
        _folder.Write("profile.yaml", "engine: cilium\n");
        Tool.RunHere("check", "--from", "shop/proxy", "--to", "shop/web", "--port", "443", "--engine", "calico", _folder.Path).Lines[0].ShouldEndWith(": allow");
        Tool.RunHere("check", "--from", "shop/proxy", "--to", "shop/web", "--port", "443", "--engine", "kubernetes", _folder.Path).Lines[0].ShouldEndWith(": undefined");
    }

    [Test]
    public void The_words_for_an_engine_are_those_of_a_profile()
    {
        foreach (var word in PolicyKit.App.Inputs.EnforcerOption.Words)
        {
            PolicyKit.App.Inputs.EnforcerOption.Fill(new() { Engine = Enforcer.Calico }, word).Engine.ShouldBe(ClusterProfile.Parse($"engine: {word}").Engine);
        }
    }

    [Test]
    public void A_folder_with_nothing_in_it_is_said()
    {
        var empty = Directory.CreateDirectory(Path.Combine(_folder.Path, "empty")).FullName;
        _folder.Anonymous(Tool.RunHere("lint", empty).Errors).ShouldBe("empty: info: There is no file of YAML or JSON in this folder.\n");
    }

    [Test]
    public void Other_files_in_a_folder_are_left_out_and_said_but_a_file_that_is_named_must_hold_objects()
    {
        var values = _folder.Write("values.yaml", "replicas: 3\n");
        var ran = Tool.RunHere("lint", _folder.Path);
        ran.ExitCode.ShouldBe(0);
        _folder.Anonymous(ran.Errors).ShouldBe("values.yaml: info: This file holds no Kubernetes object and is left out.\n");
        Tool.RunHere("lint", values).ExitCode.ShouldBe(4);
    }

    [Test]
    public void A_folder_that_may_not_be_read_exits_with_4()
    {
        if (OperatingSystem.IsWindows()) return;
        var closed = Directory.CreateDirectory(Path.Combine(_folder.Path, "closed")).FullName;
        File.SetUnixFileMode(closed, UnixFileMode.None);
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_101_101);
        var ran = Environment.IsPrivilegedProcess ? Tool.RunAsNobody("lint", _folder.Path) : Tool.Run("lint", _folder.Path);
        File.SetUnixFileMode(closed, (UnixFileMode)0b111_101_101);
        ran.ShouldBe(new Ran(4, "", $"The folder '{closed}' cannot be read. See that this user may read it.\n"));
    }

    [Test]
    public void Names_with_blanks_and_letters_of_every_script_are_read()
    {
        var folder = Path.Combine(_folder.Path, "мой кластер 東京");
        Directory.CreateDirectory(folder);
        File.Move(Path.Combine(_folder.Path, "pods.yaml"), Path.Combine(folder, "pods é.yaml"));
        File.Move(Path.Combine(_folder.Path, "policies.yaml"), Path.Combine(folder, "@policies.yaml"));
        var ran = Tool.Run(["explain", "shop/web > shop/db TCP/5432", "."], folder: folder);
        ran.ExitCode.ShouldBe(0);
        ran.Output.ShouldContain("@policies.yaml(");
    }

    [Test]
    public void Windows_line_ends_are_read_and_never_written()
    {
        foreach (var file in Directory.GetFiles(_folder.Path)) File.WriteAllText(file, File.ReadAllText(file).ReplaceLineEndings("\r\n"));
        var ran = Tool.RunHere("check", "--from", "shop/web", "--to", "shop/db", "--port", "5432", _folder.Path);
        ran.Lines[0].ShouldBe("shop/web to shop/db TCP/5432: allow");
        ran.Output.ShouldNotContain('\r');
    }

    [Test]
    public void Standard_input_is_read()
    {
        Tool.Run(["check", "--from", "shop/web", "--to", "shop/db", "--port", "5432", "--expect", "allow", "-"], Texts.Pods + "---\n" + Texts.Policies).ExitCode.ShouldBe(0);
        var wrong = Tool.RunHere(terminal => PolicyKit.App.PolicyTool.Run(["lint", "-"], terminal), "kind: [\n");
        wrong.ExitCode.ShouldBe(4);
        wrong.Errors.ShouldStartWith("standard input(");
    }

    [Test]
    public void Nothing_is_coloured_where_nobody_looks() => Tool.Run("check", "--from", "shop/web", "--to", "shop/db", "--port", "5432", _folder.Path).Output.ShouldNotContain('\e');

    [Test]
    public void A_terminal_shows_verdicts_in_colour_and_NO_COLOR_takes_them_away()
    {
        OnTerminal(noColour: "").ShouldContain("\e[32mallow\e[0m");
        OnTerminal(noColour: "1").ShouldNotContain("\e[32m");
    }

    [Test]
    public void A_pipe_that_is_closed_is_no_error()
    {
        _folder.Write("many.yaml", string.Concat(Enumerable.Range(0, 150).Select(i => Texts.Pods.Replace("name: web,", $"name: web{i},", StringComparison.Ordinal) + "---\n")));
        using var process = Process.Start(Tool.StartInfo(["connections", _folder.Path]))!;
        process.StandardInput.Close();
        process.StandardOutput.ReadLine().ShouldNotBeNull();
        process.StandardOutput.Close();
        process.WaitForExit(30_000).ShouldBeTrue();
        process.StandardError.ReadToEnd().ShouldBeEmpty();
        process.ExitCode.ShouldBe(0);
    }

    [Test]
    public void Ctrl_C_ends_the_command_at_once()
    {
        if (OperatingSystem.IsWindows()) return;
        var start = Tool.StartInfo(["lint", "-"]);
        if (IgnoresInterrupts) Through(start, "env", "--default-signal=INT");
        using var process = Process.Start(start)!;
        process.StandardInput.Write("kind");
        process.StandardInput.Flush();
        WaitUntilItReads(process);
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) kill.WaitForExit();
        process.WaitForExit(30_000).ShouldBeTrue("its input is still open: nothing else would end the command");
        process.ExitCode.ShouldBe(128 + 2);
    }

    [TestCase(false)]
    [TestCase(true)]
    public void A_broken_installation_is_no_fault_of_the_input_and_exits_with_70(bool verbose)
    {
        var tool = Path.GetDirectoryName(Tool.Assembly)!;
        foreach (var file in Directory.GetFiles(tool, "*.*").Where(file => Path.GetExtension(file) is ".dll" or ".json")) File.Copy(file, Path.Combine(_folder.Path, Path.GetFileName(file)));
        File.WriteAllText(Path.Combine(_folder.Path, "PolicyKit.Verification.dll"), "torn off in the middle of a download");
        var start = Tool.StartInfo([.. verbose ? ["--verbose"] : Array.Empty<string>(), "lint", Path.Combine(_folder.Path, "pods.yaml")]);
        start.ArgumentList[0] = Path.Combine(_folder.Path, "PolicyKit.Cli.dll");
        var ran = Tool.Run(start);
        ran.ExitCode.ShouldBe(70);
        ran.Output.ShouldBeEmpty();
        ran.Errors.ShouldStartWith("This is a fault of PolicyKit, not of your input: ");
        ran.Errors.ShouldContain(" Please report it at https://github.com/policykit/policykit/issues, with what --verbose shows.\n");
        ran.Errors.Contains("   at ", StringComparison.Ordinal).ShouldBe(verbose);
    }

    [Test]
    public void What_takes_more_than_a_second_shows_on_a_terminal_how_far_it_is_and_leaves_nothing_behind()
    {
        var shown = OnTerminal("2>&1");
        shown.ShouldContain("\r\e[Kfiles read: 0\r\e[K");
        shown[(shown.LastIndexOf("\e[K", StringComparison.Ordinal) + 3)..].ShouldNotContain("files read");
        OnTerminal("2>&1 | cat").ShouldNotContain("files read");

        string OnTerminal(string streams) => Terminal($"(sleep 2; cat '{_folder.Path}/pods.yaml') | dotnet '{Tool.Assembly}' lint - {streams}");
    }

    [Test]
    public void Ten_thousand_files_are_read()
    {
        for (var i = 0; i < 10_000; i++) _folder.Write($"many/{i % 100}/{i}.yaml", $"apiVersion: v1\nkind: Namespace\nmetadata: {{name: ns-{i}}}\n");
        Tool.Run("check", "--from", "shop/web", "--to", "shop/db", "--port", "5432", "--expect", "allow", _folder.Path).ExitCode.ShouldBe(0);
    }

    /// <summary>The process sleeps in its read of standard input; sooner it could still be starting up.</summary>
    /// <summary>Whether this process ignores Ctrl-C, as one that runs in the background does; then those that it starts do too.</summary>
    private static bool IgnoresInterrupts => File.Exists("/proc/self/status") && File.ReadLines("/proc/self/status").Any(line =>
        line.StartsWith("SigIgn:", StringComparison.Ordinal) && (Convert.ToUInt64(line["SigIgn:".Length..].Trim(), 16) & 2) != 0);

    private static void Through(ProcessStartInfo start, string file, string argument)
    {
        start.ArgumentList.Insert(0, start.FileName);
        start.ArgumentList.Insert(0, argument);
        start.FileName = file;
    }

    private static void WaitUntilItReads(Process process)
    {
        for (var i = 0; i < 200 && process.TotalProcessorTime < TimeSpan.FromMilliseconds(40); i++)
        {
            process.WaitForExit(20);
            process.Refresh();
        }
    }

    private string OnTerminal(string noColour) => Terminal($"dotnet '{Tool.Assembly}' check --from shop/web --to shop/db --port 5432 '{_folder.Path}'", noColour);

    /// <summary>What a person sees of a command line.</summary>
    private static string Terminal(string command, string noColour = "")
    {
        if (!File.Exists("/usr/bin/script")) Assert.Inconclusive("The program 'script', which makes a terminal, is not installed.");
        var script = new ProcessStartInfo("/usr/bin/script", ["-qec", command, "/dev/null"]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        script.Environment["NO_COLOR"] = noColour;
        script.Environment["TERM"] = "xterm";
        using var process = Process.Start(script)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
