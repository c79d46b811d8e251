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
        Description = "Ids of tasks, or of jobs with --failed or --cancelled; their unique starts will do",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _failed = new("--failed")
    {
        Description = "The ids are those of jobs, whose failed tasks are meant",
    };

    private readonly Option<bool> _cancelled = new("--cancelled")
    {
        Description = "The ids are those of jobs, whose cancelled tasks are meant",
    };

    private readonly Option<bool> _succeeded = new("--succeeded")
    {
        Description = "The ids are those of tasks, and those that have succeeded are meant as well",
    };

    private RequeueCommand(CliHost host, Command command)
    {
        _host = host;
        command.Add(_ids);
        command.Add(_failed);
        command.Add(_cancelled);
        command.Add(_succeeded);
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
        var which = new JobRequeue { Failed = parsed.GetValue(_failed), Cancelled = parsed.GetValue(_cancelled) };
        var ids = parsed.GetRequiredValue(_ids);
        if (which is { Failed: false, Cancelled: false })
            Print(printer, await RequeueTasksAsync(client, ids, parsed.GetValue(_succeeded), cancellationToken), json);
        else
            Print(printer, await RequeueJobsAsync(client, ids, which, cancellationToken), json);
        return ExitCode.Success;
    }

    // All ids are looked up first, so that a wrong one among them changes nothing.
    private static async Task<IReadOnlyList<TaskInfo>> RequeueTasksAsync(
        FarmClient client, string[] ids, bool succeededToo, CancellationToken cancellationToken)
    {
        var found = new List<Guid>();
        foreach (var prefix in ids.Select(id => new IdPrefix(id)).ToList())
        {
            var target = await JobOrTask.FindAsync(client, prefix, cancellationToken);
            found.Add(target.Task?.Id ?? throw CliException.Usage(
                $"ID '{target.Job.Id}' is that of a job; say --failed or --cancelled to requeue such tasks of it"));
        }

        var tasks = new List<TaskInfo>();
        foreach (var id in found.Distinct())
            tasks.Add(await client.RequeueTaskAsync(id, succeededToo, cancellationToken));
        return tasks;
    }

    private static async Task<IReadOnlyList<Job>> RequeueJobsAsync(
        FarmClient client, string[] ids, JobRequeue which, CancellationToken cancellationToken)
    {
        var jobs = new List<Job>();
        foreach (var id in await JobActionCommand.FindAsync(client, ids, cancellationToken))
            jobs.Add(await client.RequeueJobAsync(id, which, cancellationToken));
        return jobs;
    }

    private static void Print(Printer printer, IReadOnlyList<TaskInfo> tasks, bool json)
    {
        if (json)
            printer.Json(tasks);
        foreach (var task in json ? [] : tasks)
            printer.Line($"{task.Name} ({task.Id}) is {Cell.Word(task.State)}");
    }

    private static void Print(Printer printer, IReadOnlyList<Job> jobs, bool json)
    {
        if (json)
            printer.Json(jobs);
        foreach (var job in json ? [] : jobs)
            printer.Line($"{job.Name} ({job.Id}) is {Cell.Word(job.State)}, {job.TaskCounts.Pending} tasks pending");
    }
}
