using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Syncing;

/// <summary>A lease that never started is handed back.</summary>
/// <param name="Session">The session.</param>
/// <param name="Number">The report's number.</param>
/// <param name="Lease">The lease.</param>
public sealed record LeaseReturnedReport(SessionId Session, long Number, LeaseId Lease)
    : SessionReport(Session, Number);
