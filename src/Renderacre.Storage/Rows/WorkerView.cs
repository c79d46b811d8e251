using Renderacre.Farm.Ids;
using Renderacre.Farm.Workers;

namespace Renderacre.Storage.Rows;

/// <summary>A worker and what it has in use.</summary>
/// <param name="Worker">The worker.</param>
/// <param name="Row">As it is kept.</param>
/// <param name="LiveSessions">Its sessions that have not ended; each holds a slot.</param>
public sealed record WorkerView(WorkerId Worker, WorkerRow Row, int LiveSessions)
{
    /// <summary>The place of this worker in the list of workers.</summary>
    public WorkerCursor Cursor => new(Row.Name, Worker);
}
