using Renderacre.Farm.Ids;
using Renderacre.Farm.Leases;

namespace Renderacre.Farm.Syncing;

/// <summary>A lease's run has ended.</summary>
/// <param name="Session">The session.</param>
/// <param name="Number">The report's number.</param>
/// <param name="Lease">The lease.</param>
/// <param name="Result">How it ended.</param>
public sealed record LeaseCompletedReport(SessionId Session, long Number, LeaseId Lease, AttemptResult Result)
    : SessionReport(Session, Number);
