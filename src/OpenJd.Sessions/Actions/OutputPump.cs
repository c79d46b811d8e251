using System.Buffers;
using OpenJd.Sessions.Output;
using OpenJd.Sessions.Processes;

namespace OpenJd.Sessions.Actions;

/// <summary>Reads both pipes of a child as fast as it writes, so that it never waits for a reader.</summary>
internal sealed class OutputPump : IDisposable
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>How long is read on after the tree's end, for the case that something still holds a pipe.</summary>
    public static readonly TimeSpan DrainPeriod = TimeSpan.FromSeconds(2);

    // Silence that long means that all the main process wrote has been read, though others hold the pipe.
    private static readonly TimeSpan QuietPeriod = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _stopped = new();
    private readonly IChildProcess _child;
    private readonly OutputCollector _collector;
    private readonly TimeProvider _timeProvider;
    private readonly Action _failed;

    /// <summary>Starts to read.</summary>
    /// <param name="child">Whose pipes.</param>
    /// <param name="collector">Takes what they give.</param>
    /// <param name="timeProvider">Times the drain period.</param>
    /// <param name="failed">Called when a pipe is not read any more because the observer threw.</param>
    public OutputPump(IChildProcess child, OutputCollector collector, TimeProvider timeProvider, Action failed)
    {
        _failed = failed;
        _child = child;
        _collector = collector;
        _timeProvider = timeProvider;
        Streams =
        [
            PumpAsync(child.StandardOutput, OutputStream.StandardOutput),
            PumpAsync(child.StandardError, OutputStream.StandardError),
        ];
        Completed = Task.WhenAll(Streams);
    }

    /// <summary>Ends with both pipes; faulted where the observer threw.</summary>
    public Task Completed { get; }

    /// <summary>The same for each pipe: one may be faulted long before the other ends.</summary>
    public IReadOnlyList<Task> Streams { get; }

    /// <summary>Reads what is still in the pipes, for the drain period at most, and ends.</summary>
    public async Task DrainAsync()
    {
        // Of a tree that is empty all is in the pipes already, and nobody else has to be woken to read it.
        _child.CompleteReads();
        await WaitAsync(DrainPeriod).ConfigureAwait(false);
        await StopAsync().ConfigureAwait(false);
        _collector.Complete();
    }

    /// <summary>
    /// Reads what the main process wrote and goes on reading for those it left behind, without keeping what they write.
    /// </summary>
    public async Task DetachAsync()
    {
        var start = _timeProvider.GetTimestamp();
        long before;
        do
        {
            before = _collector.BytesRead;
            await WaitAsync(QuietPeriod).ConfigureAwait(false);
        }
        while (before != _collector.BytesRead && _timeProvider.GetElapsedTime(start) < DrainPeriod);
        _collector.Complete();
    }

    /// <summary>Stops reading.</summary>
    public async Task StopAsync()
    {
        if (!Completed.IsCompleted)
            await _stopped.CancelAsync().ConfigureAwait(false);
        await CompletedElsewhereAsync().ConfigureAwait(false);
    }

    public void Dispose() => _stopped.Dispose();

    private async Task WaitAsync(TimeSpan period)
    {
        if (Completed.IsCompleted)
            return;
        using var waited = new CancellationTokenSource();
        var delay = Task.Delay(period, _timeProvider, waited.Token);
        await Task.WhenAny(CompletedElsewhereAsync(), delay).ConfigureAwait(false);
        await waited.CancelAsync().ConfigureAwait(false);
    }

    // The pipes end on the thread that reads all children's pipes: what follows must not keep it.
    private async Task CompletedElsewhereAsync()
    {
        if (Completed.IsCompleted)
            await Completed.ConfigureAwait(false);
        else
            await Completed.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
    }

    private async Task PumpAsync(Stream pipe, OutputStream stream)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            while (await pipe.ReadAsync(buffer, _stopped.Token).ConfigureAwait(false) is > 0 and var count)
                _collector.Append(stream, buffer.AsSpan(0, count));
        }
        catch (OperationCanceledException) when (_stopped.IsCancellationRequested)
        {
            // The drain period is over: what holds the pipe is not waited for.
        }
        catch
        {
            // Told by the task; without a reader the process would hang in its next write.
            _failed();
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
