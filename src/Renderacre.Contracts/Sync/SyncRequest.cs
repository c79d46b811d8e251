using System.Text.Json.Serialization;

namespace Renderacre.Contracts.Sync;

/// <summary>
/// A worker's side of the conversation with the controller: <c>POST /v1/sync</c>. Applying one twice equals once, so a
/// worker sends again whatever was not answered.
/// </summary>
public sealed record SyncRequest
{
    /// <summary>The protocol version, see <see cref="SyncProtocol.Version"/>.</summary>
    public required int Protocol { get; init; }

    /// <summary>The worker.</summary>
    public required Guid WorkerId { get; init; }

    /// <summary>The worker's process; a request of an older incarnation is refused with 409.</summary>
    public required Guid Incarnation { get; init; }

    /// <summary>Counts up from 1 within an incarnation; the answer echoes it.</summary>
    public required long Sequence { get; init; }

    /// <summary>The epoch of the last answer seen, or null before the first.</summary>
    public Guid? Epoch { get; init; }

    /// <summary>The message number of the last answer seen in that epoch, 0 before the first.</summary>
    public long LastMessage { get; init; }

    /// <summary>
    /// Ids of the sessions that the worker has. Given at the first request of an incarnation and after a change of
    /// epoch: sessions of this worker that are not among them are lost, and end at once. Null says nothing.
    /// </summary>
    public IReadOnlyList<Guid>? Sessions { get; init; }

    /// <summary>Whether the worker takes new sessions; false while it drains.</summary>
    public bool Accepting { get; init; } = true;

    /// <summary>Why the worker takes no new sessions now, where it rests; null says nothing.</summary>
    public WorkerRest? Rest { get; init; }

    /// <summary>Whether the answer may be held until there is news; false asks for one at once.</summary>
    public bool Hold { get; init; } = true;

    /// <summary>
    /// What has happened, in order within each session; at most <see cref="SyncProtocol.ReportsMax"/>.
    /// </summary>
    public IReadOnlyList<SyncReport> Reports { get; init; } = [];

    /// <summary>
    /// How far the running leases are that tell anything, all of them, at most <see cref="SyncProtocol.ProgressMax"/>.
    /// Null says nothing new.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<LeaseProgress>? Progress { get; init; }
}
