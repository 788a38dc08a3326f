using PolicyKit.App.Consoles;

namespace PolicyKit.App.Commands;

/// <summary>An answer for a person: the connection, the verdict, and the reason.</summary>
internal static class AnswerText
{
    public static void Write(Answer answer, Terminal terminal)
    {
        var query = answer.Query;
        var colours = terminal.Colours;
        terminal.Output.Write(FormattableString.Invariant($"{query.From} to {query.To} {query.Protocol}/{query.Port}: {colours.Verdict(answer.Verdict)}\n"));
        terminal.Output.Write($"  {answer.Reason}\n");
        if (answer.AsExpected == false) terminal.Note($"Expected was {query.Expect}.");
    }
}
