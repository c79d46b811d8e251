using Renderacre.Farm.Commits;
using Renderacre.Farm.Events;
using Renderacre.Farm.Time;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Traces;

namespace Renderacre.Simulation.Checkers;

/// <summary>Revisions have no gap, the farm's time never goes back, and ids are given once.</summary>
internal sealed class HistoryChecker : ICommitChecker
{
    private long _revision;
    private long _nextId;
    private FarmTime _time;

    public void Before(Ledger ledger, FarmEvent happened)
    {
        if (happened.At < _time)
            throw new Violation(nameof(HistoryChecker), $"{happened} happened before {_time}");
        // Whose times are stored nowhere.
        bool isForgotten = happened is JobChanged or SessionEnding or SessionReported or WorkerTended or WorkerReserved
            or ReservationDropped or LimitReserved or LimitReservationDropped or LeaseStopping
            or SessionClosed { SingleTask: true };
        if (!isForgotten)
            _time = happened.At;
    }

    public void After(Ledger ledger, FarmCommit commit)
    {
        if (commit.Revision != _revision + 1)
            throw new Violation(nameof(HistoryChecker), $"revision {commit.Revision} follows {_revision}");
        if (commit.NextId < _nextId)
            throw new Violation(nameof(HistoryChecker), $"the next id goes back from {_nextId} to {commit.NextId}");
        _revision = commit.Revision;
        _nextId = commit.NextId;
    }
}
