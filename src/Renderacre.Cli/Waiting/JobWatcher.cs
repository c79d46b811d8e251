using Renderacre.Client;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Waiting;

/// <summary>Watches a job until it has ended, through restarts of the controller.</summary>
/// <param name="client">The controller.</param>
/// <param name="time">The clock.</param>
internal sealed class JobWatcher(FarmClient client, TimeProvider time)
{
    /// <summary>Watches.</summary>
    /// <param name="job">The job's id.</param>
    /// <param name="view">Is shown what is seen.</param>
    /// <param name="cancellationToken">Ends the watching; the job goes on.</param>
    /// <returns>The job in its last state: succeeded, failed or cancelled.</returns>
    /// <exception cref="FarmUnreachableException">
    /// The controller is away for longer than <see cref="Patience.SilenceMax"/>.
    /// </exception>
    public async Task<Job> WatchAsync(Guid job, IProgressView view, CancellationToken cancellationToken)
    {
        var patience = new Patience(time, view.ShowSilence);
        await using var changes = new FarmChanges(client, job, time);
        while (true)
        {
            if (await patience.TryAsync(() => client.GetJobAsync(job, cancellationToken)) is { } seen)
            {
                view.Show(seen);
                if (HasEnded(seen))
                    return seen;
            }

            await changes.NextAsync(FarmChanges.ToldPauseMax, cancellationToken);
        }
    }

    /// <summary>Whether nothing of a job goes on any more.</summary>
    public static bool HasEnded(Job job) => job.State is JobState.Succeeded or JobState.Failed or JobState.Cancelled;
}
