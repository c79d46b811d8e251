using Renderacre.Contracts.Sync;
using Renderacre.Worker.Sessions;

namespace Renderacre.Worker.Syncing;

/// <summary>
/// What the controller does not know yet of how far running tasks are. It goes along with reports, and for itself only
/// once in a while: a request of each worker at each line of each renderer would be too much for a controller.
/// </summary>
/// <param name="sessions">The worker's sessions.</param>
/// <param name="time">Times it.</param>
internal sealed class ProgressNews(SessionTable sessions, TimeProvider time)
{
    /// <summary>How often a request is sent for progress alone, at most.</summary>
    public static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(5);

    // One reference: answers to held requests come while the next request is made.
    private volatile Telling? _last;

    /// <summary>Whether there is something new and the controller was told nothing for long enough.</summary>
    public bool IsDue => (_last is not { } last || time.GetElapsedTime(last.At) >= TellEvery) && ToTell() is not null;

    /// <summary>All running tasks that tell anything, or null where the controller was told just that.</summary>
    public IReadOnlyList<LeaseProgress>? ToTell()
    {
        LeaseProgress[] now =
        [
            .. sessions.Sessions.Select(session => session.Progress()).OfType<LeaseProgress>()
                .Take(SyncProtocol.ProgressMax),
        ];
        return now.SequenceEqual(_last?.Progress ?? []) ? null : now;
    }

    /// <summary>The controller was told.</summary>
    /// <param name="progress">What it was told.</param>
    public void Told(IReadOnlyList<LeaseProgress> progress) => _last = new Telling(progress, time.GetTimestamp());

    /// <summary>A controller that started anew was told nothing.</summary>
    public void Forget() => _last = null;

    private sealed record Telling(IReadOnlyList<LeaseProgress> Progress, long At);
}
