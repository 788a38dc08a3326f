using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PolicyKit.Tests.Compiling;

/// <summary>C# text, compiled as a user's program would be.</summary>
internal sealed class Snippet(string code, LanguageVersion version = LanguageVersion.CSharp14)
{
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll" or "PolicyKit.dll" or "PolicyKit.Verification.dll" or "PolicyKit.Testing.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>A statement among the words of the DSL, with a policy <c>p</c> at hand.</summary>
    public static Snippet OfStatement(string statement, LanguageVersion version = LanguageVersion.CSharp14) => new($$"""
        using PolicyKit;
        using static PolicyKit.Dsl;

        var p = Policy.ForPods(("app", "web"));
        {{statement}}
        """, version);

    /// <summary>The errors, as the compiler words them, without their places.</summary>
    public IReadOnlyList<string> Errors() =>
        [.. Compiled().GetDiagnostics().Where(one => one.Severity is DiagnosticSeverity.Error).Select(one => $"{one.Id}: {one.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}")];

    /// <summary>Runs the program and gives back what it printed and its exit code.</summary>
    public (int ExitCode, string Output, string Errors) Run()
    {
        using var bytes = new MemoryStream();
        var emitted = Compiled().Emit(bytes);
        emitted.Success.ShouldBeTrue(string.Join('\n', emitted.Diagnostics));
        bytes.Position = 0;
        var context = new AssemblyLoadContext(null, isCollectible: true);
        var (output, errors) = (Console.Out, Console.Error);
        using var newOutput = new StringWriter();
        using var newErrors = new StringWriter();
        try
        {
            Console.SetOut(newOutput);
            Console.SetError(newErrors);
            var entry = context.LoadFromStream(bytes).EntryPoint!;
            var exitCode = entry.Invoke(null, entry.GetParameters().Length == 0 ? [] : [Array.Empty<string>()]);
            return (exitCode as int? ?? 0, newOutput.ToString(), newErrors.ToString());
        }
        catch (TargetInvocationException thrown)
        {
            return (1, newOutput.ToString(), thrown.InnerException!.Message + "\n");
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(errors);
            context.Unload();
        }
    }

    private CSharpCompilation Compiled()
    {
        var options = new CSharpParseOptions(version);
        return CSharpCompilation.Create(
            "Snippet",
            [CSharpSyntaxTree.ParseText(code, options, "Program.cs", System.Text.Encoding.UTF8), CSharpSyntaxTree.ParseText(ImplicitUsings, options)],
            References,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
    }
}
