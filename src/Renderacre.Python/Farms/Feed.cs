using Renderacre.Client;
using Renderacre.Python.Interop;

namespace Renderacre.Python.Farms;

/// <summary>Live changes, asked for one by one. For one thread at a time.</summary>
internal sealed class Feed : IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly IAsyncEnumerator<FeedMoment> _moments;
    private Task<bool>? _next;

    /// <summary>Follows a controller.</summary>
    /// <param name="client">The controller.</param>
    /// <param name="after">The revision to go on after, or null for what changes from now on.</param>
    /// <param name="job">The job whose changes are wanted, or null for all.</param>
    public Feed(FarmClient client, long? after, Guid? job) =>
        _moments = client.FollowAsync(after, job, _end.Token).GetAsyncEnumerator(_end.Token);

    /// <summary>Waits for the next moment.</summary>
    /// <param name="most">The longest to wait.</param>
    /// <param name="ended">Whether the controller has ended the feed.</param>
    /// <returns>The moment, or null where none came in time or the feed has ended.</returns>
    public FeedMoment? Next(TimeSpan most, out bool ended)
    {
        ended = false;
        // What did not come in time is waited for again the next time.
        _next ??= InterpreterLock.Released(() => _moments.MoveNextAsync().AsTask());
        if (!InterpreterLock.Wait(_next, most))
            return null;
        var came = _next;
        _next = null;
        ended = !came.GetAwaiter().GetResult();
        return ended ? null : _moments.Current;
    }

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        _end.Cancel();
        _ = EndAsync();
    }

    private async Task EndAsync()
    {
        try
        {
            if (_next is { } next)
                await next;
        }
        catch (Exception end) when (
            end is OperationCanceledException or FarmException or FarmUnreachableException)
        {
            // It was told to end.
        }

        await _moments.DisposeAsync();
        _end.Dispose();
    }
}
