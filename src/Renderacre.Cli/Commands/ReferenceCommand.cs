using System.CommandLine;
using OpenJd.Cli.Completion;
using Renderacre.Cli.Reference;

namespace Renderacre.Cli.Commands;

/// <summary>
/// <c>renderacre reference</c>: writes docs/cli.md. Hidden, as it is of use to those alone who change commands.
/// </summary>
internal static class ReferenceCommand
{
    /// <summary>Lays out the command.</summary>
    /// <param name="host">What it stands in.</param>
    /// <param name="root">The root of the commands that are written down.</param>
    public static Command Create(CliHost host, RootCommand root)
    {
        var command = new Command("reference", "Writes the reference of all commands as Markdown.") { Hidden = true };
        command.SetAction(_ =>
        {
            host.Output.Write(CommandReference.Markdown(CommandNode.Of(root, host.ProgramName)));
            return ExitCode.Success;
        });
        return command;
    }
}
