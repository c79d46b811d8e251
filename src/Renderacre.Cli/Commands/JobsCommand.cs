using System.CommandLine;
using Renderacre.Cli.Ids;
using Renderacre.Cli.Tables;
using Renderacre.Contracts.Jobs;
using Spectre.Console;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre jobs</c>: lists the jobs.</summary>
internal static class JobsCommand
{
    private static readonly string[] Columns =
        ["ID", "NAME", "STATE", "PRIORITY", "DONE", "FAILED", "OWNER", "SUBMITTED"];

    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var command = new CommandWithExample(
            "jobs", "Lists the jobs, highest priority first, then newest first.",
            "renderacre jobs", "renderacre jobs --output json");
        var farm = new FarmOptions(host, command);
        command.SetAction(async (parsed, token) =>
        {
            using var client = farm.Connect(parsed);
            var jobs = await client.ListJobsAsync(token);
            var printer = new Printer(host);
            if (farm.WantsJson(parsed))
                printer.Json(jobs);
            else
                Print(printer, jobs, host.Time.LocalTimeZone);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Print(Printer printer, IReadOnlyList<Job> jobs, TimeZoneInfo zone)
    {
        if (jobs.Count == 0)
        {
            printer.Line("There are no jobs.");
            return;
        }

        var ids = new ShortIds(jobs.Select(job => job.Id));
        printer.Table(Columns, jobs.Select(job => Row(job, ids, zone)));
    }

    private static Text[] Row(Job job, ShortIds ids, TimeZoneInfo zone) =>
    [
        Cell.Of(ids.Of(job.Id)), Cell.Of(job.Name), Cell.Of(job.State), Cell.Of(job.Priority),
        Cell.Of($"{job.TaskCounts.Succeeded}/{job.TasksTotal}"), Cell.Of(job.TaskCounts.Failed), Cell.Of(job.Owner),
        Cell.Of(job.CreatedAt, zone),
    ];
}
