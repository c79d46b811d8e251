using System.CommandLine;
using Renderacre.Cli.Ids;
using Renderacre.Cli.Tables;
using Renderacre.Client;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre requeue</c>: lets tasks run again as if they had never been tried.</summary>
internal sealed class RequeueCommand
{
    private readonly CliHost _host;
    private readonly FarmOptions _farm;

    private readonly Argument<string[]> _ids = new("ID")
    {
        Description = "Ids of tasks, or of jobs with --failed; their unique starts will do",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _failed = new("--failed")
    {
        Description = "The ids may be those of jobs: all their failed tasks are meant",
    };

    private RequeueCommand(CliHost host, Command command)
    {
        _host = host;
        command.Add(_ids);
        command.Add(_failed);
        _farm = new FarmOptions(host, command);
    }

    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var command = new CommandWithExample(
            "requeue",
            "Takes pending, failed and cancelled tasks back to pending, as if they had never been tried; "
            + "their job is open again.",
            "renderacre requeue c04d11aa", "renderacre requeue 3f9a01bc --failed");
        var requeue = new RequeueCommand(host, command);
        command.SetAction(requeue.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var client = _farm.Connect(parsed);
        var printer = new Printer(_host);
        var json = _farm.WantsJson(parsed);
        var prefixes = parsed.GetRequiredValue(_ids).Select(id => new IdPrefix(id)).ToList();
        var chosen = new List<TaskInfo>();
        foreach (var prefix in prefixes)
            chosen.AddRange(await ChooseAsync(client, prefix, parsed.GetValue(_failed), cancellationToken));

        var requeued = new List<TaskInfo>();
        foreach (var task in chosen.DistinctBy(task => task.Id))
            requeued.Add(await client.RequeueTaskAsync(task.Id, cancellationToken));
        if (json)
            printer.Json<IReadOnlyList<TaskInfo>>(requeued);
        else
            Print(printer, requeued);
        return ExitCode.Success;
    }

    private static async Task<List<TaskInfo>> ChooseAsync(
        FarmClient client, IdPrefix prefix, bool failed, CancellationToken cancellationToken)
    {
        var target = await JobOrTask.FindAsync(client, prefix, cancellationToken);
        if (target.Task is { } one)
            return [one];
        if (!failed)
        {
            throw CliException.Usage(
                $"ID '{target.Job.Id}' is that of a job; say --failed to requeue its failed tasks");
        }

        return await target.TasksAsync(client, cancellationToken).Where(task => task.State == TaskState.Failed)
            .ToListAsync(cancellationToken);
    }

    private static void Print(Printer printer, List<TaskInfo> tasks)
    {
        if (tasks.Count == 0)
            printer.Line("There is no failed task.");
        foreach (var task in tasks)
            printer.Line($"{task.Name} ({task.Id}) is {Cell.Word(task.State)}");
    }
}
