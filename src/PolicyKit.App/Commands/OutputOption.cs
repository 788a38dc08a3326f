using System.CommandLine;

namespace PolicyKit.App.Commands;

/// <summary>The option <c>--output</c>, with the forms that make sense for a command; the first is the one without the option.</summary>
internal static class OutputOption
{
    public static Option<string> Of(params string[] forms) =>
        new Option<string>("--output", "-o") { Description = "The form of the answer.", DefaultValueFactory = _ => forms[0] }.AcceptOnlyFromAmong(forms);
}
