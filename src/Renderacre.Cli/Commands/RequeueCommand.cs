using System.CommandLine;
using Renderacre.Cli.Ids;
using Renderacre.Cli.Tables;
using Renderacre.Client;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre requeue</c>: lets tasks run again as if they had never been tried.</summary>
internal sealed class RequeueCommand
{
    private const string Kinds = "--failed, --cancelled or --succeeded";
    private const string OfJobs = "--failed, --cancelled and --step";

    private readonly CliHost _host;
    private readonly FarmOptions _farm;

    private readonly Argument<string[]> _ids = new("ID")
    {
        Description = "Ids of tasks, or of jobs with --failed, --cancelled or --succeeded; their unique starts will do",
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
        Description = "Tasks that have succeeded are meant as well; of jobs, theirs",
    };

    private readonly Option<string?> _step = new("--step")
    {
        Description = "The ids are those of jobs, of which only tasks of this step are meant",
        HelpName = "NAME",
    };

    private RequeueCommand(CliHost host, Command command)
    {
        _host = host;
        command.Add(_ids);
        command.Add(_failed);
        command.Add(_cancelled);
        command.Add(_succeeded);
        command.Add(_step);
        command.Validators.Add(result =>
        {
            var kinds = new Option[] { _failed, _cancelled, _succeeded };
            if (result.GetResult(_step) is not null && kinds.All(kind => result.GetResult(kind) is null))
                result.AddError($"--step: say which tasks of it are meant: {Kinds}");
        });
        _farm = new FarmOptions(host, command);
    }

    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var command = new CommandWithExample(
            "requeue",
            "Takes pending, failed and cancelled tasks back to pending, and succeeded ones where that is asked for, "
            + "as if they had never been tried; their job is open again.",
            "renderacre requeue c04d11aa", "renderacre requeue 3f9a01bc --failed",
            "renderacre requeue 3f9a01bc --succeeded --failed --step Comp");
        var requeue = new RequeueCommand(host, command);
        command.SetAction(requeue.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var client = _farm.Connect(parsed);
        var printer = new Printer(_host);
        var json = _farm.WantsJson(parsed);
        var which = new JobRequeue
        {
            Failed = parsed.GetValue(_failed),
            Cancelled = parsed.GetValue(_cancelled),
            Succeeded = parsed.GetValue(_succeeded),
            Step = parsed.GetValue(_step),
        };
        var (jobs, tasks) = await FindAsync(client, parsed.GetRequiredValue(_ids), which, cancellationToken);
        if (jobs.Count > 0)
            Print(printer, await RequeueJobsAsync(client, jobs, which, cancellationToken), json);
        else
            Print(printer, await RequeueTasksAsync(client, tasks, which.Succeeded == true, cancellationToken), json);
        return ExitCode.Success;
    }

    // All ids are looked up first, so that a wrong one among them changes nothing.
    private static async Task<(List<Guid> Jobs, List<Guid> Tasks)> FindAsync(
        FarmClient client, string[] ids, JobRequeue which, CancellationToken cancellationToken)
    {
        bool ofJobs = which.Failed == true || which.Cancelled == true || which.Step is not null;
        var (jobs, tasks) = (new List<Guid>(), new List<Guid>());
        foreach (var prefix in ids.Select(id => new IdPrefix(id)).ToList())
        {
            var target = await JobOrTask.FindAsync(client, prefix, cancellationToken);
            if (target.Task is { } task && ofJobs)
                throw CliException.Usage($"ID '{task.Id}' is that of a task; {OfJobs} take ids of jobs");
            if (target.Task is null && !ofJobs && which.Succeeded != true)
                throw CliException.Usage($"ID '{target.Job.Id}' is that of a job; say which tasks of it: {Kinds}");
            (target.Task is null ? jobs : tasks).Add(target.Task?.Id ?? target.Job.Id);
        }

        return jobs.Count == 0 || tasks.Count == 0
            ? ([.. jobs.Distinct()], [.. tasks.Distinct()])
            : throw CliException.Usage($"'{jobs[0]}' is a job and '{tasks[0]}' a task; give ids of one kind");
    }

    private static async Task<IReadOnlyList<TaskInfo>> RequeueTasksAsync(
        FarmClient client, List<Guid> ids, bool succeededToo, CancellationToken cancellationToken)
    {
        var tasks = new List<TaskInfo>();
        foreach (var id in ids)
            tasks.Add(await client.RequeueTaskAsync(id, succeededToo, cancellationToken));
        return tasks;
    }

    private static async Task<IReadOnlyList<Job>> RequeueJobsAsync(
        FarmClient client, List<Guid> ids, JobRequeue which, CancellationToken cancellationToken)
    {
        var jobs = new List<Job>();
        foreach (var id in ids)
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
