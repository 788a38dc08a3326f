using System.Diagnostics;
using System.Text;
using PolicyKit.App;
using PolicyKit.App.Consoles;

namespace PolicyKit.Cli.Tests.Running;

/// <summary>Runs the tool: as the real executable, or in this process where a test has hundreds of questions.</summary>
internal static class Tool
{
    /// <summary>The real executable as its own build left it, compiled ahead where that is done: not the copy beside the tests.</summary>
    public static readonly string Assembly = typeof(Tool).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), inherit: false)
        .Cast<System.Reflection.AssemblyMetadataAttribute>().Single(one => one.Key == "Tool").Value!;

    /// <summary>Runs the real executable.</summary>
    public static Ran Run(params string[] args) => Run(args, input: null);

    /// <summary>Runs the real executable as a user without rights, for whom folders can be closed; needs an administrator.</summary>
    public static Ran RunAsNobody(params string[] args)
    {
        var start = StartInfo(args);
        string[] words = ["--reuid=65534", "--regid=65534", "--clear-groups", start.FileName, .. start.ArgumentList];
        start.FileName = "setpriv";
        start.ArgumentList.Clear();
        foreach (var word in words) start.ArgumentList.Add(word);
        return Run(start, input: null);
    }

    /// <summary>Runs the real executable in a folder, with a text on standard input and its own environment.</summary>
    public static Ran Run(IReadOnlyList<string> args, string? input = null, string? folder = null, params (string Name, string Value)[] environment) =>
        Run(StartInfo(args, folder, environment), input);

    /// <summary>Runs an executable.</summary>
    public static Ran Run(ProcessStartInfo start, string? input = null)
    {
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        if (input is not null) process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, errors.Result);
    }

    /// <summary>How the real executable is started.</summary>
    public static ProcessStartInfo StartInfo(IReadOnlyList<string> args, string? folder = null, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = folder ?? AppContext.BaseDirectory,
        };
        foreach (var word in args.Prepend(Assembly)) start.ArgumentList.Add(word);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return start;
    }

    /// <summary>Runs the same program in this process.</summary>
    public static Ran RunHere(params string[] args) => RunHere(terminal => PolicyTool.Run(args, terminal));

    /// <summary>Runs a program in this process.</summary>
    public static Ran RunHere(Func<Terminal, int> program, string input = "")
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        using var terminal = new Terminal(new MemoryStream(Encoding.UTF8.GetBytes(input)), output, errors);
        var code = program(terminal);
        return new(code, output.ToString(), errors.ToString());
    }
}
