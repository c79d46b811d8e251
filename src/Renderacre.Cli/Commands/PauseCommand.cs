using System.CommandLine;
using Renderacre.Cli.Ids;
using Renderacre.Cli.Tables;
using Renderacre.Client;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Commands;

/// <summary>
/// <c>renderacre pause</c> and <c>renderacre resume</c>: hold jobs, steps and tasks back, and let them go on.
/// </summary>
internal sealed class PauseCommand
{
    private readonly CliHost _host;
    private readonly FarmOptions _farm;
    private readonly bool _paused;

    private readonly Argument<string[]> _ids = new("ID")
    {
        Description = "Ids of jobs or tasks, or their unique starts",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> _steps = new("--step")
    {
        Description = "A step of the jobs, all tasks of which are meant; may be given several times",
        HelpName = "NAME",
    };

    private PauseCommand(CliHost host, Command command, bool paused)
    {
        (_host, _paused) = (host, paused);
        command.Add(_ids);
        command.Add(_steps);
        _farm = new FarmOptions(host, command);
        command.SetAction(RunAsync);
    }

    /// <summary>Lays out <c>pause</c>.</summary>
    public static Command CreatePause(CliHost host) => Create(host, paused: true, new CommandWithExample(
        "pause", "Holds jobs, or steps or tasks of them, back: what runs goes on, nothing else of them starts.",
        "renderacre pause 3f9a01bc", "renderacre pause 3f9a01bc --step Comp", "renderacre pause c04d11aa"));

    /// <summary>Lays out <c>resume</c>.</summary>
    public static Command CreateResume(CliHost host) => Create(host, paused: false, new CommandWithExample(
        "resume", "Lets paused jobs, steps or tasks go on; steps and tasks of a job stay paused when it goes on.",
        "renderacre resume 3f9a01bc 77d2e405", "renderacre resume 3f9a01bc --step Comp"));

    private static CommandWithExample Create(CliHost host, bool paused, CommandWithExample command)
    {
        _ = new PauseCommand(host, command, paused);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var client = _farm.Connect(parsed);
        var steps = parsed.GetValue(_steps) ?? [];
        var jobs = new List<Job>();
        var tasks = new List<TaskInfo>();
        foreach (var target in await FindAsync(client, parsed.GetRequiredValue(_ids), steps, cancellationToken))
        {
            if (target.Task is { } task)
                tasks.Add(await client.PauseTaskAsync(task.Id, _paused, cancellationToken));
            else
                jobs.Add(await ActAsync(client, target.Job.Id, steps, cancellationToken));
        }

        Print(jobs, tasks, _farm.WantsJson(parsed));
        return ExitCode.Success;
    }

    // All ids are looked up first, so that a wrong one among them changes nothing.
    private static async Task<IReadOnlyList<JobOrTask>> FindAsync(
        FarmClient client, string[] ids, string[] steps, CancellationToken cancellationToken)
    {
        var found = new List<JobOrTask>();
        foreach (var prefix in ids.Select(id => new IdPrefix(id)).ToList())
        {
            var target = await JobOrTask.FindAsync(client, prefix, cancellationToken);
            if (target.Task is { } task && steps.Length > 0)
                throw CliException.Usage($"ID '{task.Id}' is that of a task; --step takes ids of jobs");
            found.Add(target);
        }

        return [.. found.DistinctBy(target => target.Task?.Id ?? target.Job.Id)];
    }

    private async Task<Job> ActAsync(FarmClient client, Guid job, string[] steps, CancellationToken cancellationToken)
    {
        foreach (var step in steps.SkipLast(1))
            await client.PauseStepAsync(job, step, _paused, cancellationToken);
        if (steps.Length > 0)
            return await client.PauseStepAsync(job, steps[^1], _paused, cancellationToken);
        return _paused
            ? await client.PauseJobAsync(job, cancellationToken)
            : await client.ResumeJobAsync(job, cancellationToken);
    }

    private void Print(List<Job> jobs, List<TaskInfo> tasks, bool json)
    {
        var printer = new Printer(_host);
        if (json && (jobs.Count > 0 || tasks.Count == 0))
            printer.Json(jobs);
        if (json && tasks.Count > 0)
            printer.Json(tasks);
        foreach (var job in json ? [] : jobs)
            printer.Line($"{job.Name} ({job.Id}) is {Cell.Word(job.State)}");
        foreach (var task in json ? [] : tasks)
            printer.Line($"{task.Name} ({task.Id}) is {Cell.Word(task.State)}{(task.Paused ? ", paused" : "")}");
    }
}
