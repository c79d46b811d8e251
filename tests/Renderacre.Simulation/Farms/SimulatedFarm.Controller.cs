using Renderacre.Simulation.Checkers;
using Renderacre.Simulation.Controllers;
using Renderacre.Simulation.Coverage;
using Renderacre.Simulation.Network;
using Renderacre.Simulation.Storage;
using Renderacre.Storage.Stores;

namespace Renderacre.Simulation.Farms;

/// <content>The controller: its turns, its deaths, and how it comes back.</content>
internal sealed partial class SimulatedFarm
{
    private readonly Pump _pump = new();
    private readonly TotalsChecker _totals = new();
    private long _life;
    private bool _turnPlanned;
    private TimeSpan _timerAt = TimeSpan.MaxValue;
    private long _timer;

    /// <summary>The controller, or null while there is none.</summary>
    public ControllerProcess? Controller { get; private set; }

    private FaultStore NewStore() => new(_file.Store, Ledger, NextFate, LoadFails);

    private void StartController()
    {
        if (Controller is not null)
            return;
        var process = new ControllerProcess(Store, Settings, Agenda.Time, Random);
        try
        {
            Spent.On("starts", process.Open);
        }
        catch (StorageException)
        {
            Agenda.After(TimeSpan.FromSeconds(1), StartController);
            return;
        }

        _life++;
        Controller = process;
        Expiry.ControllerStarted();
        Trace.Add(Agenda.Now, "controller started", null, "controller");
        if (Random.Chance(0.1))
            CheckRecovery();
        PlanTimer();
    }

    private void CheckRecovery()
    {
        Tally.Checked(nameof(RecoveryChecker));
        Tally.Checked(nameof(TotalsChecker));
        Spent.On("recovery checks", () => RecoveryChecker.Check(Ledger, _file.Store, Settings, Agenda));
        Spent.On("totals checks", () => _totals.Check(Ledger, _file.Store.OpenReader()));
        Tally.Checked(nameof(RecordChecker));
        Spent.On("record checks", () => RecordChecker.Check(Ledger, _file.Store.OpenReader(), Random));
    }

    private void PlanTurn()
    {
        if (_turnPlanned)
            return;
        _turnPlanned = true;
        TimeSpan gather = Random.Chance(0.3) ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Random.NextShare() * 6);
        long life = _life;
        Agenda.After(gather, () =>
        {
            _turnPlanned = false;
            if (life == _life)
                Turn();
        });
    }

    private void PlanTimer()
    {
        if (Controller?.NextTurn is not { } wait)
            return;
        wait = wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait;
        if (_timerAt <= Agenda.Now + wait && _timerAt > Agenda.Now)
            return;
        _timerAt = Agenda.Now + wait;
        long timer = ++_timer;
        Agenda.After(wait, () =>
        {
            if (timer != _timer)
                return;
            _timerAt = TimeSpan.MaxValue;
            Turn();
        });
    }

    private void Turn()
    {
        if (Controller is null)
            return;
        Spent.On("turns", Controller.Writer.Turn);
        Trace.Add(Agenda.Now, "turn", null, "");
        Tell(Store.Found);
        if (Store.Died)
        {
            Die();
            return;
        }

        Spent.On("answers", _pump.Run);
        Tell(_found);
        CheckMoment();
        PlanTimer();
        if (!_healed && Random.Chance(Shape.Kills))
            Kill();
    }

    private static void Tell(Exception? found)
    {
        if (found is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(found);
    }

    private void CheckMoment()
    {
        if (Controller?.Farm is not { } farm)
            return;
        // A check costs the more the more workers there are: of large farms fewer moments are looked at.
        double small = 1.0 / (1 + _workers.Count / 20.0);
        if (Random.Chance(0.4 * small))
        {
            Tally.Checked(nameof(IdleChecker));
            Spent.On("idle checks", () => IdleChecker.Check(this, HeldWorkers()));
        }

        if (Random.Chance(0.012 * small))
            Spent.On("explain checks", () => ExplainChecker.Check(Ledger, farm, Random, Tally));
        if (!Random.Chance(0.01 * small) && !Shape.Careful)
            return;
        Tally.Checked("Invariants");
        Spent.On("invariants", farm.CheckInvariants);
    }

    private void Kill()
    {
        Tally.Fault(FaultKind.ControllerKilled);
        if (Controller is { Farm: { } farm, Now: var now } && Random.Chance(0.5))
        {
            Tally.Checked(nameof(RebuildChecker));
            Spent.On(
                "rebuild checks",
                () => RebuildChecker.Check(Ledger, farm, _file.Store.Load(), Settings, now, Random));
        }

        Die();
    }

    /// <summary>All that was in memory is gone, and nobody is answered.</summary>
    private void Die()
    {
        Tally.Crash();
        Trace.Add(Agenda.Now, "controller died", null, "controller");
        Controller = null;
        _life++;
        _timer++;
        _timerAt = TimeSpan.MaxValue;
        _pump.Forget();
        foreach (Delivery delivery in _atController)
            Break(delivery);
        _atController.Clear();
        Tally.Commits += Store.Commits;
        _file.Reopen();
        Store = NewStore();
        TimeSpan away = Random.Chance(0.9)
            ? Random.Wait(TimeSpan.FromMilliseconds(300))
            : Random.Wait(Shape.LeaseTime);
        Agenda.After(_healed ? TimeSpan.Zero : away, StartController);
    }

    private CommitFate NextFate()
    {
        if (_healed || !Random.Chance(Shape.CommitFaults))
            return CommitFate.Done;
        CommitFate fate = Random.Pick<CommitFate>(
        [
            CommitFate.NotDone, CommitFate.DoneUnknown, CommitFate.DiskFull, CommitFate.DiesBefore,
            CommitFate.DiesAfter,
        ]);
        Tally.Fault(fate switch
        {
            CommitFate.NotDone => FaultKind.CommitNotDone,
            CommitFate.DoneUnknown => FaultKind.CommitDoneUnknown,
            CommitFate.DiskFull => FaultKind.ControllerDiskFull,
            CommitFate.DiesBefore => FaultKind.KilledBeforeCommit,
            CommitFate.DiesAfter => FaultKind.KilledAfterCommit,
            CommitFate.Done => throw new InvalidOperationException("is no fault"),
        });
        Trace.Add(Agenda.Now, "commit", fate, "controller");
        return fate;
    }

    private bool LoadFails()
    {
        if (_healed || !Random.Chance(0.12))
            return false;
        Tally.Fault(FaultKind.LoadFailed);
        return true;
    }
}
