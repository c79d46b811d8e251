using System.CommandLine;

namespace Renderacre.Cli.Commands;

/// <summary>The root of <c>renderacre</c>.</summary>
internal static class RenderacreCommand
{
    /// <summary>Lays out all commands.</summary>
    /// <param name="host">What they stand in.</param>
    public static RootCommand Create(CliHost host)
    {
        var root = CreateRoot(host);
        TemplateCommands.AddTo(root, host);
        root.Add(ReferenceCommand.Create(host, root));
        ExampleHelp.Install(root);
        return root;
    }

    private static RootCommand CreateRoot(CliHost host) =>
        new("Renderacre: submits jobs to a render farm, watches them, and runs the farm itself.")
        {
            SubmitCommand.Create(host),
            JobsCommand.Create(host),
            JobCommand.Create(host),
            TasksCommand.Create(host),
            AttemptsCommand.Create(host),
            ExplainCommand.Create(host),
            LogsCommand.Create(host),
            ArtifactsCommand.Create(host),
            WatchCommand.Create(host),
            PauseCommand.CreatePause(host),
            PauseCommand.CreateResume(host),
            CancelCommand.Create(host),
            RequeueCommand.Create(host),
            PriorityCommand.Create(host),
            CloneCommand.Create(host),
            EditCommand.Create(host),
            ArchiveCommand.Create(host),
            DeleteCommand.Create(host),
            WorkersCommand.Create(host),
            LimitsCommand.Create(host),
            QueuesCommand.Create(host),
            StorageProfilesCommand.Create(host),
            SharesCommand.Create(host),
            AuditCommand.Create(host),
            UpCommand.Create(host),
            ProgramCommand.CreateController(),
            ProgramCommand.CreateWorker(),
            ConfigCommand.Create(host),
        };
}
