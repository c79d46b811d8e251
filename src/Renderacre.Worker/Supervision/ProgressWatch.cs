using OpenJd.Sessions.Output;
using Renderacre.Contracts.Sync;
using Renderacre.Worker.Spool;

namespace Renderacre.Worker.Supervision;

/// <summary>
/// How far one lease's task is, by its own directives and by patterns in its output: the newest is written for the
/// worker, once in a while. A task that ends sooner has written nothing.
/// </summary>
/// <param name="lease">The lease.</param>
/// <param name="patterns">What tells it.</param>
/// <param name="file">Where to.</param>
/// <param name="time">Times the writing.</param>
internal sealed class ProgressWatch(Guid lease, ProgressPatterns patterns, ProgressFile file, TimeProvider time)
    : IDisposable
{
    /// <summary>How often it is written at most.</summary>
    public static readonly TimeSpan WriteEvery = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private LeaseProgress _newest = new(lease, null, null);
    private ITimer? _timer;
    private bool _isDue;

    /// <summary>The task wrote something.</summary>
    /// <param name="line">What it wrote.</param>
    public void Look(OutputLine line)
    {
        if (patterns.Find(line) is { } percent)
            Tell(percent);
    }

    /// <summary>The task is so far.</summary>
    /// <param name="percent">0 to 100.</param>
    public void Tell(double percent)
    {
        lock (_lock)
            Take_NeedsLock(_newest with { Percent = percent });
    }

    /// <summary>The task does something.</summary>
    /// <param name="message">What; the end of a long text is left out.</param>
    public void Say(string message)
    {
        lock (_lock)
            Take_NeedsLock(_newest with { Message = Cut(message) });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _isDue = false;
            _timer?.Dispose();
        }
    }

    private static string Cut(string message) => message.Length <= LeaseProgress.MessageMax
        ? message
        : message[..LeaseProgress.MessageMax];

    private void Take_NeedsLock(LeaseProgress newest)
    {
        if (newest == _newest)
            return;
        _newest = newest;
        if (_isDue)
            return;
        _isDue = true;
        _timer ??= time.CreateTimer(_ => Write(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(WriteEvery, Timeout.InfiniteTimeSpan);
    }

    private void Write()
    {
        lock (_lock)
        {
            if (!_isDue)
                return;
            // What could not be written is tried again.
            _isDue = !file.TryWrite(_newest);
            if (_isDue)
                _timer?.Change(WriteEvery, Timeout.InfiniteTimeSpan);
        }
    }
}
