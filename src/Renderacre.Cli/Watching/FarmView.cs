using Renderacre.Client;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Workers;

namespace Renderacre.Cli.Watching;

/// <summary>The farm as it was seen last.</summary>
/// <param name="Stats">Counts over all of it.</param>
/// <param name="Jobs">The first jobs, at most <see cref="JobsMax"/>.</param>
/// <param name="Workers">The workers by name.</param>
internal sealed record FarmView(FarmStats Stats, IReadOnlyList<Job> Jobs, IReadOnlyList<WorkerInfo> Workers)
{
    /// <summary>The most jobs that are watched.</summary>
    public const int JobsMax = 200;

    /// <summary>Whether no job has anything to do.</summary>
    public bool IsIdle => Stats is { JobsQueued: 0, JobsRunning: 0 };

    /// <summary>Looks at the farm.</summary>
    public static async Task<FarmView> ReadAsync(FarmClient client, CancellationToken cancellationToken)
    {
        var stats = await client.GetStatsAsync(cancellationToken);
        var jobs = await client.AllJobsAsync($"limit={JobsMax}", cancellationToken).Take(JobsMax)
            .ToListAsync(cancellationToken);
        return new FarmView(stats, jobs, await client.ListWorkersAsync(cancellationToken));
    }
}
