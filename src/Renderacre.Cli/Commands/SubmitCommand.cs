using System.CommandLine;
using Renderacre.Cli.Submitting;
using Renderacre.Cli.Tables;
using Renderacre.Cli.Waiting;
using Renderacre.Client;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre submit</c>: submits a job, and waits for it where asked to.</summary>
internal sealed class SubmitCommand
{
    private const string Description =
        "Submits a job. With --wait the exit code says how it ended: 0 succeeded, 1 failed, 4 cancelled.";

    private readonly CliHost _host;
    private readonly FarmOptions _farm;
    private readonly SubmitOptions _submit;

    private readonly Option<bool> _wait =
        new("--wait") { Description = "Wait until the job has ended, showing how far it is" };

    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Check everything and show what would be submitted; submit nothing",
    };

    private readonly Option<string[]> _after = AfterOption.Create();

    private SubmitCommand(CliHost host, Command command)
    {
        _host = host;
        _submit = new SubmitOptions(host, command);
        command.Add(_after);
        command.Add(_wait);
        command.Add(_dryRun);
        _farm = new FarmOptions(host, command);
    }

    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var command = new CommandWithExample(
            "submit", Description,
            "renderacre submit render.yaml -p Frames=1-100 --name shot010 --priority 50 --wait",
            "renderacre submit job.json --dry-run");
        var submit = new SubmitCommand(host, command);
        command.SetAction(submit.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var submission = await _submit.ReadAsync(parsed, _farm, cancellationToken);
        var faults = DirectTasks.Faults(submission).ToList();
        if (faults.Count > 0)
            throw CliException.Usage(string.Join(Environment.NewLine, faults));

        var printer = new Printer(_host);
        if (parsed.GetValue(_dryRun))
            return Rehearse(submission, printer, _farm.WantsJson(parsed));

        using var client = _farm.Connect(parsed);
        var after = await AfterOption.ReadAsync(parsed.GetValue(_after), client, cancellationToken);
        submission = submission with { DependsOnJobs = after ?? submission.DependsOnJobs };
        var job = await client.SubmitAsync(submission, cancellationToken);
        return parsed.GetValue(_wait)
            ? await WaitAsync(client, job, printer, _farm.WantsJson(parsed), cancellationToken)
            : Report(job, printer, _farm.WantsJson(parsed));
    }

    private int Rehearse(JobSubmit submission, Printer printer, bool json)
    {
        // Direct tasks win where both are given, and the template is then not read.
        var made = submission is { Openjd: { } openjd, Tasks: null or { Count: 0 } }
            ? LocalJob.Create(openjd, _host)
            : null;
        if (made is { IsValid: false })
            throw CliException.Usage(string.Join(Environment.NewLine, made.Errors));
        if (json)
            printer.Json(submission);
        else
            new SubmissionReport(printer).Print(submission, made?.Value);
        return ExitCode.Success;
    }

    private static int Report(Job job, Printer printer, bool json)
    {
        if (json)
        {
            printer.Json(job);
        }
        else
        {
            printer.Line($"Submitted {job.Name} with {job.TasksTotal} tasks as {job.Id}");
            printer.Warnings(job);
        }

        return ExitCode.Success;
    }

    private Task<int> WaitAsync(
        FarmClient client, Job job, Printer printer, bool json, CancellationToken cancellationToken)
    {
        if (!json)
            Report(job, printer, json: false);
        return new JobWait(client, _host, printer).RunAsync(job.Id, json, cancellationToken);
    }
}
