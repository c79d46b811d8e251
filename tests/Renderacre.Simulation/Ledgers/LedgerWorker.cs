using Renderacre.Farm.Ids;
using Renderacre.Farm.Workers;

namespace Renderacre.Simulation.Ledgers;

/// <summary>A worker as the events tell it.</summary>
internal sealed class LedgerWorker(WorkerId id, WorkerRow row)
{
    private WorkerRow _row = row;
    private LedgerHost? _host;

    public WorkerId Id { get; } = id;

    public WorkerRow Row
    {
        get => _row;
        set
        {
            if (value.Labels != _row.Labels || value.Slots != _row.Slots)
                _host = null;
            _row = value;
        }
    }

    /// <summary>What its host has.</summary>
    public LedgerHost Host => _host ??= new LedgerHost(_row);

    /// <summary>The group that it is kept for, which needs much at once; or null.</summary>
    public LedgerGroup? KeptFor { get; set; }

    /// <summary>Its live sessions, oldest first.</summary>
    public List<LedgerSession> Sessions { get; } = [];
}
