using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Syncing;

/// <summary>What a worker is to be told that it has not seen yet.</summary>
/// <param name="Message">Number of the newest item.</param>
/// <param name="Sessions">Sessions to open.</param>
/// <param name="Leases">Leases to run, in order within each session.</param>
/// <param name="CancelLeases">Leases to stop.</param>
/// <param name="RecallLeases">Leases to hand back if not started.</param>
/// <param name="EndSessions">Sessions to end.</param>
/// <param name="ForgetSessions">Sessions that the farm has given up.</param>
public sealed record SyncReply(
    long Message, IReadOnlyList<SessionToOpen> Sessions, IReadOnlyList<LeaseGranted> Leases,
    IReadOnlyList<LeaseId> CancelLeases, IReadOnlyList<LeaseId> RecallLeases, IReadOnlyList<SessionId> EndSessions,
    IReadOnlyList<SessionId> ForgetSessions)
{
    /// <summary>Whether there is nothing to tell.</summary>
    public bool IsEmpty => Sessions.Count + Leases.Count + CancelLeases.Count + RecallLeases.Count
        + EndSessions.Count + ForgetSessions.Count == 0;
}
