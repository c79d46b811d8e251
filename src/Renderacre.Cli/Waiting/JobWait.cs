using Renderacre.Cli.Tables;
using Renderacre.Client;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Waiting;

/// <summary>Waits for a job's end, showing how far it is.</summary>
/// <param name="client">The controller.</param>
/// <param name="host">Where it is shown.</param>
/// <param name="printer">Writes there.</param>
internal sealed class JobWait(FarmClient client, CliHost host, Printer printer)
{
    /// <summary>Waits.</summary>
    /// <param name="job">The job's id.</param>
    /// <param name="json">Whether standard output is to hold the job alone, as JSON.</param>
    /// <param name="cancellationToken">Ends the waiting; the job goes on.</param>
    /// <returns>The exit code that says how the job ended.</returns>
    public async Task<int> RunAsync(Guid job, bool json, CancellationToken cancellationToken)
    {
        var ended = await WatchAsync(job, json, cancellationToken);
        if (json)
            printer.Json(ended);
        else
            new JobReport(printer, host.Time.LocalTimeZone).PrintFailed(ended);
        return ended.State switch
        {
            JobState.Succeeded => ExitCode.Success,
            JobState.Cancelled => FarmExitCode.Cancelled,
            JobState.Failed or JobState.Queued or JobState.Running or JobState.Paused => ExitCode.Failure,
        };
    }

    private async Task<Job> WatchAsync(Guid job, bool json, CancellationToken cancellationToken)
    {
        var watcher = new JobWatcher(client, host.Time);
        try
        {
            return host.IsTerminal && !json
                ? await LiveProgress.RunAsync(printer.Console, view => watcher.WatchAsync(job, view, cancellationToken))
                : await watcher.WatchAsync(
                    job, new LineProgress(json ? host.Error : host.Output), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new CliException(
                ExitCode.Interrupted, $"no longer waiting; the job goes on (renderacre cancel {job} ends it)");
        }
    }
}
