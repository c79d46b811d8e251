using Renderacre.Farm.Ids;
using Renderacre.Farm.Workers;

namespace Renderacre.Simulation.Ledgers;

/// <summary>A worker as the events tell it.</summary>
internal sealed class LedgerWorker(WorkerId id, WorkerRow row)
{
    public WorkerId Id { get; } = id;

    public WorkerRow Row { get; set; } = row;

    /// <summary>Whether it is kept for a group that needs much at once.</summary>
    public bool Reserved { get; set; }

    /// <summary>Its live sessions, oldest first.</summary>
    public List<LedgerSession> Sessions { get; } = [];
}
