using System.CommandLine;
using Renderacre.Cli.Running;
using Renderacre.Cli.Templates;

namespace Renderacre.Cli.Commands;

/// <summary>The root of <c>renderacre</c>.</summary>
internal static class RenderacreCommand
{
    private const string OpenJdName = "openjd";

    /// <summary>Lays out all commands; of a program called openjd only those for templates.</summary>
    /// <param name="host">What they stand in.</param>
    public static RootCommand Create(CliHost host)
    {
        var root = host.ProgramName == OpenJdName ? CreateOpenJd() : CreateRenderacre(host);
        root.Add(CheckCommand.Create(host));
        root.Add(SummaryCommand.Create(host));
        root.Add(RunCommand.Create(host));
        root.Add(SchemaCommand.Create(host));
        root.Add(CompletionCommand.Create(host, root));
        root.Add(ReferenceCommand.Create(host, root));
        ExampleHelp.Install(root);
        return root;
    }

    private static RootCommand CreateOpenJd() => new("Checks, summarises and runs Open Job Description templates.");

    private static RootCommand CreateRenderacre(CliHost host) =>
        new("Renderacre: submits jobs to a render farm, watches them, and runs the farm itself.")
        {
            SubmitCommand.Create(host),
            JobsCommand.Create(host),
            JobCommand.Create(host),
            TasksCommand.Create(host),
            AttemptsCommand.Create(host),
            LogsCommand.Create(host),
            ArtifactsCommand.Create(host),
            WatchCommand.Create(host),
            PauseCommand.CreatePause(host),
            PauseCommand.CreateResume(host),
            CancelCommand.Create(host),
            RequeueCommand.Create(host),
            PriorityCommand.Create(host),
            CloneCommand.Create(host),
            ArchiveCommand.Create(host),
            DeleteCommand.Create(host),
            WorkersCommand.Create(host),
            LimitsCommand.Create(host),
            AuditCommand.Create(host),
            UpCommand.Create(host),
            ProgramCommand.CreateController(),
            ProgramCommand.CreateWorker(),
            ConfigCommand.Create(host),
        };
}
