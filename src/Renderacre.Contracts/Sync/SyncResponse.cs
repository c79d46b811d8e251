namespace Renderacre.Contracts.Sync;

/// <summary>
/// The controller's side: everything in it is durable, and so are all reports of the request it answers. An item stays
/// in further answers until the worker shows, by <see cref="SyncRequest.LastMessage"/>, that it has seen it; a worker
/// takes an item that it knows already as said once.
/// </summary>
public sealed record SyncResponse
{
    /// <summary>The protocol version.</summary>
    public required int Protocol { get; init; }

    /// <summary>The request's sequence number.</summary>
    public required long Sequence { get; init; }

    /// <summary>Changes when the controller starts anew; message numbers count within it.</summary>
    public required Guid Epoch { get; init; }

    /// <summary>The number of the newest item in this answer.</summary>
    public required long Message { get; init; }

    /// <summary>Sessions to open.</summary>
    public IReadOnlyList<SessionAssignment> Sessions { get; init; } = [];

    /// <summary>Leases to run, in order within each session.</summary>
    public IReadOnlyList<LeaseAssignment> Leases { get; init; } = [];

    /// <summary>
    /// Leases to stop: the running process is cancelled, an unstarted lease is dropped; both are reported.
    /// </summary>
    public IReadOnlyList<Guid> CancelLeases { get; init; } = [];

    /// <summary>
    /// Leases to hand back if not started yet; answered by <see cref="LeaseReturned"/>, or by their start.
    /// </summary>
    public IReadOnlyList<Guid> RecallLeases { get; init; } = [];

    /// <summary>
    /// Sessions to end once their running lease has ended: exit actions run, then <see cref="SessionEnded"/>.
    /// </summary>
    public IReadOnlyList<Guid> EndSessions { get; init; } = [];

    /// <summary>Sessions that the farm has given up: kill and forget, nothing is reported.</summary>
    public IReadOnlyList<Guid> ForgetSessions { get; init; } = [];

    /// <summary>What the worker is to keep to.</summary>
    public required SyncSettings Settings { get; init; }
}
