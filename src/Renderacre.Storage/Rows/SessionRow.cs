using Renderacre.Farm.Ids;
using Renderacre.Farm.Time;

namespace Renderacre.Storage.Rows;

/// <summary>A session.</summary>
/// <param name="Session">The session.</param>
/// <param name="Worker">The worker.</param>
/// <param name="Job">The job.</param>
/// <param name="Step">The step's place.</param>
/// <param name="Class">The place of the requirement class in the step's plan.</param>
/// <param name="SingleTask">Whether it is a v1 worker's, which ends with its one lease.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="Ending">Whether it gets no more leases.</param>
/// <param name="ClosedAt">When it ended, or null while it is live.</param>
/// <param name="CloseReason">Why it ended in words, or null while it is live.</param>
public sealed record SessionRow(
    SessionId Session, WorkerId Worker, JobId Job, int Step, int Class, bool SingleTask, FarmTime OpenedAt,
    bool Ending, FarmTime? ClosedAt, string? CloseReason);
