using System.CommandLine;
using PolicyKit.App.Consoles;

namespace PolicyKit.App.Commands;

/// <summary><c>completion</c>: prints what a shell needs to complete the tool's commands and options.</summary>
internal static class CompletionCommand
{
    private static readonly (string Shell, string Script)[] Scripts =
    [
        ("bash",
            """
            _policykit() {
              local IFS=$'\n'
              COMPREPLY=($(policykit "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null | grep -- "^${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _policykit policykit

            """),
        ("zsh",
            """
            _policykit() {
              local words_found=("${(@f)$(policykit "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
              [[ -n "${words_found[1]}" ]] && compadd -a words_found
              _files
            }
            compdef _policykit policykit

            """),
        ("fish",
            """
            complete -c policykit -a '(policykit "[suggest:"(commandline -C)"]" (commandline -p) 2>/dev/null)'

            """),
        ("pwsh",
            """
            Register-ArgumentCompleter -Native -CommandName policykit -ScriptBlock {
              param($word, $line, $position)
              policykit "[suggest:$position]" "$line" | Where-Object { $_ -like "$word*" }
            }

            """),
    ];

    public static Command Create(Terminal terminal)
    {
        var shell = new Argument<string>("SHELL") { Description = "The shell that is to complete." }.AcceptOnlyFromAmong([.. Scripts.Select(one => one.Shell)]);
        var command = new ProgramCommand("completion", "Print what a shell needs to complete commands and options.")
        {
            Examples =
            [
                ("completion bash >> ~/.bashrc", "From the next bash on, the tab key completes policykit."),
                ("completion fish > ~/.config/fish/completions/policykit.fish", "The same for fish."),
            ],
        };
        command.Arguments.Add(shell);
        command.SetAction(line =>
        {
            terminal.Output.Write(Array.Find(Scripts, one => one.Shell == line.GetRequiredValue(shell)).Script.ReplaceLineEndings("\n"));
            return ExitCodes.Fine;
        });
        return command;
    }
}
