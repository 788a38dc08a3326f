using System.Diagnostics;

namespace PolicyKit.Examples.Tests.Running;

/// <summary>Runs an example as a process of its own.</summary>
internal static class ExampleProgram
{
    public static (int ExitCode, string Output, string Errors) Run(string program, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, $"{program}.dll"), .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}
