using Renderacre.Farm.Ids;
using Renderacre.Farm.Time;

namespace Renderacre.Farm.Syncing;

/// <summary>A worker's request of the sync conversation, in the farm's terms.</summary>
/// <param name="Worker">The worker.</param>
/// <param name="Incarnation">Its process.</param>
/// <param name="Held">Sessions that it has; others of it are lost. Null says nothing.</param>
/// <param name="Accepting">Whether it takes new sessions.</param>
/// <param name="Waiting">Whether it waits for an answer, so that work can be given to it when some appears.</param>
/// <param name="Reports">What has happened, in order within each session.</param>
public sealed record SyncCommand(
    WorkerId Worker, Guid Incarnation, IReadOnlyList<SessionId>? Held, bool Accepting, bool Waiting,
    IReadOnlyList<SessionReport> Reports)
{
    /// <summary>Why it takes nothing now, such as its working hours; null where it says nothing of that.</summary>
    public string? Rest { get; init; }

    /// <summary>Until when it rests, where that is known.</summary>
    public FarmTime? RestUntil { get; init; }

    /// <summary>Whether what runs there is to be stopped and given to others, as it rests.</summary>
    public bool RestsNow { get; init; }
}
