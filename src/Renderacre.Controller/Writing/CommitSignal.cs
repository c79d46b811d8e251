namespace Renderacre.Controller.Writing;

/// <summary>Tells whoever waits that the farm has a new revision. The writer sets it, any thread waits.</summary>
internal sealed class CommitSignal
{
    private TaskCompletionSource _next = NewSource();
    private long _revision;

    /// <summary>The newest revision that is committed.</summary>
    public long Revision => Volatile.Read(ref _revision);

    /// <summary>A commit is durable, or the farm was loaded at one.</summary>
    /// <param name="revision">Its revision.</param>
    public void Committed(long revision)
    {
        Volatile.Write(ref _revision, revision);
        Interlocked.Exchange(ref _next, NewSource()).TrySetResult();
    }

    /// <summary>Waits for a revision past one.</summary>
    /// <param name="revision">The revision that is known.</param>
    /// <param name="timeout">How long at most.</param>
    /// <param name="time">The time.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Whether there is one; false where the time was up.</returns>
    public async Task<bool> WaitPastAsync(
        long revision, TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        Task next = Volatile.Read(ref _next).Task;
        if (Revision > revision)
            return true;
        try
        {
            await next.WaitAsync(timeout, time, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
