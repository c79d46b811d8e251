using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Workers;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Time;
using Renderacre.Simulation.Traces;

namespace Renderacre.Simulation.Checkers;

/// <summary>
/// Nothing is lost before its worker was silent for a full lease time, nor within one of a controller's start, whatever
/// the wall clock says.
/// </summary>
internal sealed class ExpiryChecker(Agenda agenda, TimeSpan leaseTime) : ICommitChecker
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(1);

    private readonly Dictionary<long, TimeSpan> _heard = [];
    private readonly Dictionary<long, TimeSpan> _granted = [];
    private readonly Dictionary<long, TimeSpan> _opened = [];
    private TimeSpan _started;

    /// <summary>A controller has started.</summary>
    public void ControllerStarted() => _started = agenda.Now;

    /// <summary>A controller has accepted a worker's request, which arrived at some moment.</summary>
    public void Heard(WorkerId worker, TimeSpan arrived)
    {
        if (arrived > _heard.GetValueOrDefault(worker.Value))
            _heard[worker.Value] = arrived;
    }

    /// <summary>When a session was opened.</summary>
    public TimeSpan OpenedAt(long session) => _opened.GetValueOrDefault(session);

    public void Before(Ledger ledger, FarmEvent happened)
    {
        switch (happened)
        {
            case SessionOpened opened:
                _opened[opened.Session.Value] = agenda.Now;
                break;
            case LeaseGranted granted:
                _granted[granted.Lease.Value] = agenda.Now;
                break;
            case AttemptEnded { State: AttemptState.Expired, By.Name: "farm" } ended:
                LedgerLease lease = ledger.Leases[ended.Lease.Value];
                bool syncs = ledger.Workers[lease.Granted.Worker.Value].Row.Incarnation is not null;
                if (!syncs)
                    Require(_granted[ended.Lease.Value], $"lease {ended.Lease.Value}", lease.Granted.Worker);
                break;
            case WorkerChanged { Row.State: WorkerState.Offline } changed:
                TimeSpan heard = _heard.GetValueOrDefault(changed.Worker.Value);
                Require(heard, $"worker {changed.Worker.Value}", changed.Worker);
                break;
        }
    }

    private void Require(TimeSpan since, string what, WorkerId worker)
    {
        TimeSpan from = since > _started ? since : _started;
        if (agenda.Now - from >= leaseTime - Tolerance)
            return;
        throw new Violation(
            nameof(ExpiryChecker), $"{what} was lost after {agenda.Now - from}, the lease time is {leaseTime}",
            $"worker {worker.Value}");
    }
}
