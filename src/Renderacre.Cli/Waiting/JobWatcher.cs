using Renderacre.Client;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Waiting;

/// <summary>Watches a job until it has ended, through restarts of the controller.</summary>
/// <param name="client">The controller.</param>
/// <param name="time">The clock.</param>
internal sealed class JobWatcher(FarmClient client, TimeProvider time)
{
    /// <summary>The pause between two looks at first.</summary>
    public static readonly TimeSpan PauseMin = TimeSpan.FromMilliseconds(100);

    /// <summary>The pause that the looks slow down to.</summary>
    public static readonly TimeSpan PauseMax = TimeSpan.FromSeconds(1);

    /// <summary>How long the controller may be away before the watching gives up.</summary>
    public static readonly TimeSpan SilenceMax = TimeSpan.FromSeconds(60);

    private long? _silentSince;

    /// <summary>Watches.</summary>
    /// <param name="job">The job's id.</param>
    /// <param name="view">Is shown what is seen.</param>
    /// <param name="cancellationToken">Ends the watching; the job goes on.</param>
    /// <returns>The job in its last state: succeeded, failed or cancelled.</returns>
    /// <exception cref="FarmUnreachableException">
    /// The controller is away for longer than <see cref="SilenceMax"/>.
    /// </exception>
    public async Task<Job> WatchAsync(Guid job, IProgressView view, CancellationToken cancellationToken)
    {
        for (var pause = PauseMin; ; pause = Longer(pause))
        {
            if (await LookAsync(job, view, cancellationToken) is { } seen)
            {
                view.Show(seen);
                if (seen.State is JobState.Succeeded or JobState.Failed or JobState.Cancelled)
                    return seen;
            }

            await Task.Delay(pause, time, cancellationToken);
        }
    }

    private async Task<Job?> LookAsync(Guid job, IProgressView view, CancellationToken cancellationToken)
    {
        try
        {
            var seen = await client.GetJobAsync(job, cancellationToken);
            _silentSince = null;
            return seen;
        }
        catch (FarmUnreachableException problem)
        {
            _silentSince ??= time.GetTimestamp();
            if (time.GetElapsedTime(_silentSince.Value) >= SilenceMax)
                throw;
            view.ShowSilence(problem.Message);
            return null;
        }
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 1.25 < PauseMax ? pause * 1.25 : PauseMax;
}
