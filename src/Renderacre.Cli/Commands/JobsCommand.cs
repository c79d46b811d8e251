using System.CommandLine;
using Renderacre.Cli.Filters;
using Renderacre.Cli.Tables;
using Renderacre.Client;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre jobs</c>: lists the jobs.</summary>
internal static class JobsCommand
{
    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var where = new Option<string[]>("--where")
        {
            Description = $"Only jobs that meet all of these conditions: {JobFilterParser.Grammar}; may be repeated",
            HelpName = "CONDITION",
            AllowMultipleArgumentsPerToken = true,
        };
        var archived = new Option<bool>("--archived")
        {
            Description = "Jobs that were put away, instead of the others",
        };
        var command = new CommandWithExample(
            "jobs", "Lists the jobs, highest priority first, then newest first.",
            "renderacre jobs", "renderacre jobs --where state=running,failed owner=ada",
            "renderacre jobs --where text=shot010 \"age<2d\" --output json")
        {
            where, archived,
        };
        var farm = new FarmOptions(host, command);
        command.SetAction(async (parsed, token) =>
        {
            var filters = (parsed.GetValue(where) ?? []).Select(JobFilterParser.Parse).ToList();
            using var client = farm.Connect(parsed);
            var json = farm.WantsJson(parsed);
            if (parsed.GetValue(archived))
                filters.Add(new JobFilter("archived=true", (job, _) => job.Archived));
            var jobs = await FindAsync(client, filters, host.Time.GetUtcNow(), token);
            var printer = new Printer(host);
            if (json)
                printer.Json(jobs);
            else
                Print(printer, jobs, host.Time.LocalTimeZone);
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task<IReadOnlyList<Job>> FindAsync(
        FarmClient client, List<JobFilter> filters, DateTimeOffset now, CancellationToken token)
    {
        var query = string.Join('&', filters.Select(filter => filter.Query).OfType<string>());
        return await client.AllJobsAsync(query, token).Where(job => filters.All(filter => filter.Fits(job, now)))
            .ToListAsync(token);
    }

    private static void Print(Printer printer, IReadOnlyList<Job> jobs, TimeZoneInfo zone)
    {
        if (jobs.Count == 0)
            printer.Line("There are no jobs.");
        else
            printer.Table(JobTable.Columns, JobTable.Rows(jobs, zone));
    }
}
