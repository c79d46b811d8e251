using Renderacre.Contracts.Sync;
using Renderacre.Worker.Signals;

namespace Renderacre.Worker.Resting;

/// <summary>Keeps up to date whether the worker rests, and has a change told to the farm.</summary>
/// <param name="schedule">When it rests, or null where it never does.</param>
/// <param name="news">Set when there is something to tell.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Told of changes.</param>
internal sealed class RestWatch(RestSchedule? schedule, Signal news, TimeProvider time, WorkerLog log)
{
    /// <summary>How often it is looked.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    private volatile WorkerRest? _rest;

    /// <summary>Why the worker rests, or null where it works.</summary>
    public WorkerRest? Rest => _rest;

    /// <summary>Looks once.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        WorkerRest? rest = schedule is null ? null : await schedule.LookAsync(cancellationToken);
        if (rest == _rest)
            return;
        _rest = rest;
        if (rest is null)
            log.RestsNoMore();
        else
            log.Rests(rest.Reason);
        news.Set();
    }

    /// <summary>Looks again and again.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (schedule is null)
            return;
        using var timer = new PeriodicTimer(LookEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
                await LookAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The worker ends.
        }
    }
}
