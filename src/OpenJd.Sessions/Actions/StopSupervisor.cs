using OpenJd.Model.Jobs;
using OpenJd.Sessions.Processes;

namespace OpenJd.Sessions.Actions;

/// <summary>
/// Waits for a child's end and stops it when it is asked to or the timeout runs out. Source: §5, §5.3.
/// </summary>
internal sealed class StopSupervisor(
    IChildProcess child, ActionRequest request, StopRequests stops, TimeProvider timeProvider)
{
    /// <summary>How long an ended process may take to vanish; one that hangs in the kernel takes for ever.</summary>
    public static readonly TimeSpan UnkillablePeriod = TimeSpan.FromSeconds(30);

    // Timers take about 49 days at most; a longer wait is made of several.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);
    private static readonly CancelationMethod Terminate = new(CancelationMode.Terminate, null);

    private readonly long _start = timeProvider.GetTimestamp();
    private TimeSpan? _deadline = request.Timeout;
    private Phase _phase = Phase.Running;

    private enum Phase
    {
        Running,
        Notified,
        Terminated,
    }

    /// <summary>Why the child was stopped, or null where it ended by itself.</summary>
    public ActionState? Reason { get; private set; }

    /// <summary>What went wrong while stopping it, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>Waits for the child's end.</summary>
    /// <returns>The exit, or null where the process could not be ended.</returns>
    public async Task<ProcessExit?> WaitAsync()
    {
        while (_phase != Phase.Terminated || !IsDue)
        {
            await WaitForNewsAsync().ConfigureAwait(false);
            if (child.Exited.IsCompleted)
                return await TakeExitAsync().ConfigureAwait(false);
            if (stops.TryTake(out var asked))
            {
                await StopAsync(asked).ConfigureAwait(false);
            }
            else if (IsDue && _phase != Phase.Terminated)
            {
                var method = _phase == Phase.Notified ? Terminate : null;
                await StopAsync(new StopRequest(ActionState.TimedOut, method)).ConfigureAwait(false);
            }
        }

        Problem = $"process {child.Id} did not end within {UnkillablePeriod.TotalSeconds} s of being killed";
        return null;
    }

    private async Task WaitForNewsAsync()
    {
        var news = Task.WhenAny(child.Exited, stops.Asked);
        if (Remaining is not { } remaining)
        {
            await news.ConfigureAwait(false);
            return;
        }

        using var ended = new CancellationTokenSource();
        await Task.WhenAny(news, Task.Delay(remaining, timeProvider, ended.Token)).ConfigureAwait(false);
        // Nothing that takes long hangs on it.
        ended.Cancel();
    }

    private async Task<ProcessExit?> TakeExitAsync()
    {
        try
        {
            return await child.Exited.ConfigureAwait(false);
        }
        catch (InvalidOperationException error)
        {
            // The process has ended, but its exit code is not to be had: the action counts as failed.
            Problem = error.Message;
            return null;
        }
    }

    private TimeSpan Elapsed => timeProvider.GetElapsedTime(_start);

    private bool IsDue => _deadline is { } deadline && Elapsed >= deadline;

    // Null where nothing is due.
    private TimeSpan? Remaining
    {
        get
        {
            if (_deadline is not { } deadline)
                return null;
            var remaining = deadline - Elapsed;
            return remaining < TimeSpan.Zero ? TimeSpan.Zero : remaining > LongestDelay ? LongestDelay : remaining;
        }
    }

    private async Task StopAsync(StopRequest asked)
    {
        if (_phase == Phase.Terminated)
            return;
        Reason ??= asked.Reason;
        var method = asked.Method ?? request.Cancelation ?? Terminate;
        if (method.Mode == CancelationMode.NotifyThenTerminate)
        {
            Notify(method.NotifyPeriodSeconds is { } seconds
                ? TimeSpan.FromSeconds(seconds)
                : request.DefaultNotifyPeriod);
            return;
        }

        _phase = Phase.Terminated;
        await child.KillTreeAsync().ConfigureAwait(false);
        _deadline = Elapsed + UnkillablePeriod;
    }

    // A further notification may shorten the period (§5.3.2, note 2), never lengthen it.
    private void Notify(TimeSpan period)
    {
        var end = Elapsed + period;
        if (_phase == Phase.Notified && _deadline is { } earlier && earlier < end)
            end = earlier;
        _phase = Phase.Notified;
        _deadline = end;
        Problem = CancelInfoFile.TryWrite(request.SessionDirectory, timeProvider.GetUtcNow() + (end - Elapsed));
        child.Notify();
    }
}
