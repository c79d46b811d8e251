using System.CommandLine;
using OpenJd.Cli.Completion;

namespace OpenJd.Cli.Commands;

/// <summary><c>completion</c>: scripts that let shells complete this program's command lines.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, Func<CommandNode, string>> Shells = new(StringComparer.Ordinal)
    {
        ["bash"] = BashCompletion.Script,
        ["zsh"] = ZshCompletion.Script,
        ["fish"] = FishCompletion.Script,
        ["powershell"] = PowerShellCompletion.Script,
    };

    /// <summary>Lays out the command.</summary>
    /// <param name="host">What it stands in.</param>
    /// <param name="root">The root of the commands that are completed.</param>
    public static Command Create(CliHost host, RootCommand root)
    {
        var shell = new Argument<string>("SHELL")
        {
            Description = "The shell: bash, zsh, fish or powershell",
            HelpName = string.Join('|', Shells.Keys),
        };
        shell.AcceptOnlyFromAmong([.. Shells.Keys]);
        var command = new CommandWithExample(
            "completion", "Writes a script that lets a shell complete command lines of this program.",
            $"eval \"$({host.ProgramName} completion bash)\"", $"source <({host.ProgramName} completion zsh)",
            $"{host.ProgramName} completion fish > ~/.config/fish/completions/{host.ProgramName}.fish",
            $"{host.ProgramName} completion powershell | Out-String | Invoke-Expression")
        {
            shell,
        };
        command.SetAction(parsed =>
        {
            host.Output.Write(Shells[parsed.GetRequiredValue(shell)](CommandNode.Of(root, host.ProgramName)));
            return ExitCode.Success;
        });
        return command;
    }
}
