using System.CommandLine;

namespace Renderacre.Cli.Commands;

/// <summary>The root of <c>renderacre</c>.</summary>
internal static class RenderacreCommand
{
    /// <summary>Lays out all commands.</summary>
    /// <param name="host">What they stand in.</param>
    public static RootCommand Create(CliHost host)
    {
        var root = new RootCommand("Renderacre: submits jobs to a render farm, watches them, and runs the farm itself.")
        {
            SubmitCommand.Create(host),
            JobsCommand.Create(host),
            JobCommand.Create(host),
            LogsCommand.Create(host),
            CancelCommand.Create(host),
            WorkersCommand.Create(host),
            UpCommand.Create(host),
        };
        ExampleHelp.Install(root);
        return root;
    }
}
