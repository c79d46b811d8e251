using Renderacre.Controller.Reading;
using Renderacre.Controller.Writing;
using Renderacre.Farm.Ids;
using Renderacre.Storage.Logs;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Jobs;

/// <summary>
/// Removes what deleted jobs leave behind: a bounded part at a time, first the log files, then the rows that name them,
/// so that a stop in between leaves nothing that is not found again.
/// </summary>
internal sealed class JobRemoval(
    FarmReading reading, FarmWriter writer, ILogStore logs, TimeProvider time, ILogger<JobRemoval> logger)
    : BackgroundService
{
    private const int PartMax = 500;

    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _work = new(1, 1);

    /// <summary>A job was deleted.</summary>
    public void Wake()
    {
        if (_work.CurrentCount == 0)
            _work.Release();
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _work.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await _work.WaitAsync(stoppingToken);
                while (await RemoveNextAsync(stoppingToken))
                {
                    // Part after part.
                }
            }
            catch (Exception fault) when (fault is StorageException or WriterUnavailableException)
            {
                Log.RemovalFailed(logger, fault);
                await Task.Delay(RetryPause, time, stoppingToken);
                Wake();
            }
        }
    }

    /// <summary>Removes one part.</summary>
    /// <param name="stop">Stops waiting.</param>
    /// <returns>False where nothing is left of any deleted job.</returns>
    internal async Task<bool> RemoveNextAsync(CancellationToken stop)
    {
        if (reading.Read(queries => queries.NextDeleted(PartMax)) is not { } part)
            return false;
        foreach (LeaseId attempt in part.Attempts)
            logs.Delete(LogId.Of(attempt));
        foreach (SessionId session in part.Sessions)
            logs.Delete(LogId.Of(session));
        await writer.RemoveAsync(part, stop);
        return true;
    }
}
