using OpenJd.Sessions.Processes;

namespace OpenJd.Sessions.Actions;

/// <summary>Holds an action's tree to the memory reserved for it, by looking at it every so often.</summary>
internal sealed class MemoryWatch : IAsyncDisposable
{
    /// <summary>Time between two looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly ITimer _timer;
    private readonly IChildProcess _child;
    private readonly long _limitBytes;
    private readonly Action<StopRequest> _stop;
    private int _looking;

    /// <summary>Starts to watch.</summary>
    /// <param name="child">The tree's root.</param>
    /// <param name="limitBytes">The most that the tree may have.</param>
    /// <param name="stop">Stops the action.</param>
    /// <param name="timeProvider">Times the looks.</param>
    public MemoryWatch(IChildProcess child, long limitBytes, Action<StopRequest> stop, TimeProvider timeProvider)
    {
        _child = child;
        _limitBytes = limitBytes;
        _stop = stop;
        _timer = timeProvider.CreateTimer(_ => Look(), null, Interval, Interval);
    }

    /// <summary>The most that was seen.</summary>
    public long PeakBytes { get; private set; }

    /// <summary>What was wrong, or null where the limit was kept.</summary>
    public string? Problem { get; private set; }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private void Look()
    {
        // A look may take longer than the interval on a busy machine; one at a time is enough.
        if (Interlocked.Exchange(ref _looking, 1) == 1)
            return;
        var used = _child.MemoryInUse();
        PeakBytes = Math.Max(PeakBytes, used);
        if (used > _limitBytes && Problem is null)
        {
            Problem =
                $"out of memory: it used {Mebibytes(used)} MiB of the {Mebibytes(_limitBytes)} MiB reserved for it";
            _stop(StopRequest.Terminate(ActionState.OutOfMemory));
        }

        Volatile.Write(ref _looking, 0);
    }

    private static long Mebibytes(long bytes) => bytes >> 20;
}
