using Renderacre.Client;

namespace Renderacre.Cli.Waiting;

/// <summary>
/// Tells when it is time to look at the farm again: at each change that the controller tells of, and now and then where
/// it tells nothing, being older or away.
/// </summary>
internal sealed class FarmChanges : IAsyncDisposable
{
    /// <summary>The pause between two looks at first, while nothing is told.</summary>
    public static readonly TimeSpan PauseMin = TimeSpan.FromMilliseconds(100);

    /// <summary>The pause that the looks slow down to, while nothing is told.</summary>
    public static readonly TimeSpan PauseMax = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause while changes are told.</summary>
    public static readonly TimeSpan ToldPauseMax = TimeSpan.FromSeconds(10);

    /// <summary>The shortest pause while changes are told, so that a busy farm is not looked at for each.</summary>
    private static readonly TimeSpan ToldPauseMin = TimeSpan.FromMilliseconds(50);

    private readonly FarmClient _client;
    private readonly Guid? _job;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _news = new(0, 1);
    private readonly Task _following;
    private TimeSpan _pause = PauseMin;
    private volatile bool _told;

    /// <summary>Begins to listen.</summary>
    /// <param name="client">The controller.</param>
    /// <param name="job">The job whose changes count, or null for all.</param>
    /// <param name="time">The clock.</param>
    public FarmChanges(FarmClient client, Guid? job, TimeProvider time)
    {
        _client = client;
        _job = job;
        _time = time;
        _following = FollowAsync(_stop.Token);
    }

    /// <summary>Waits until something may have changed.</summary>
    /// <param name="longest">The longest wait while changes are told, such as <see cref="ToldPauseMax"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task NextAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        if (_told)
        {
            await Task.Delay(ToldPauseMin, _time, cancellationToken);
            await _news.WaitAsync(longest, cancellationToken);
            return;
        }

        // That changes begin to be told is news as well.
        await _news.WaitAsync(_pause, cancellationToken);
        _pause = _pause * 1.25 < PauseMax ? _pause * 1.25 : PauseMax;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _following;
        _stop.Dispose();
        _news.Dispose();
    }

    private async Task FollowAsync(CancellationToken stop)
    {
        long? revision = null;
        try
        {
            while (true)
            {
                revision = await FollowOnceAsync(revision, stop);
                _told = false;
                Ring();
                await Task.Delay(PauseMax, _time, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Nobody wants to know any more.
        }
        catch (FarmException)
        {
            // A controller that knows no such feed; it is looked at now and then.
            _told = false;
        }
    }

    private async Task<long?> FollowOnceAsync(long? revision, CancellationToken stop)
    {
        try
        {
            await foreach (var moment in _client.FollowAsync(revision, _job, stop))
            {
                revision = moment.Revision ?? revision;
                _told = true;
                Ring();
            }
        }
        catch (FarmUnreachableException)
        {
            // Whoever looks finds out as well, and says so.
        }

        return revision;
    }

    private void Ring()
    {
        if (_news.CurrentCount == 0)
            _news.Release();
    }
}
