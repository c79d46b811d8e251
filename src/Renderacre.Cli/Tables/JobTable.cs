using Renderacre.Cli.Ids;
using Renderacre.Cli.Waiting;
using Renderacre.Contracts.Jobs;
using Spectre.Console;

namespace Renderacre.Cli.Tables;

/// <summary>Jobs as rows.</summary>
internal static class JobTable
{
    /// <summary>The columns' names.</summary>
    public static readonly IReadOnlyList<string> Columns =
        ["ID", "NAME", "STATE", "PRIORITY", "DONE", "FAILED", "OWNER", "SUBMITTED"];

    /// <summary>A row for each job.</summary>
    /// <param name="jobs">The jobs.</param>
    /// <param name="zone">The zone that times are shown in.</param>
    public static IEnumerable<Text[]> Rows(IReadOnlyList<Job> jobs, TimeZoneInfo zone)
    {
        var ids = new ShortIds(jobs.Select(job => job.Id));
        return jobs.Select(job => Row(job, ids, zone));
    }

    private static Text[] Row(Job job, ShortIds ids, TimeZoneInfo zone) =>
    [
        Cell.Of(ids.Of(job.Id)), Cell.Of(job.Name), Cell.Of(job.State), Cell.Of(job.Priority),
        Cell.Of(ProgressText.Done(job)), Cell.Of(job.TaskCounts.Failed), Cell.Of(job.Owner),
        Cell.Of(job.CreatedAt, zone),
    ];
}
