using Renderacre.Contracts.Sync;
using Renderacre.Farm.Events;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Time;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.State;

/// <content>
/// Workers that fail whatever they are given. One is sick that has failed tasks of several jobs in a row, with no
/// success between, unless those jobs fail at many workers: then it is the jobs. So that no error in this, and no flood
/// of bad jobs, takes the farm down, a part of the workers at most is sick at a time.
/// </content>
public sealed partial class FarmState
{
    /// <summary>A job that is failed by more than this part of the workers is at fault itself.</summary>
    private const int FewPart = 4;

    /// <summary>Of the workers online this part is sick at a time, at most.</summary>
    private const int SickPart = 4;

    private const int SuspicionsMax = 32;
    private const int TrialDoublingsMax = 6;

    private readonly ExpiryQueue _trials = new();

    /// <summary>How many workers each job is failed by.</summary>
    private readonly Dictionary<long, int> _suspected = [];

    /// <summary>Draws from how a lease ended what it says of its worker.</summary>
    private void Weigh(FarmLease lease, AttemptResult? result)
    {
        FarmWorker worker = lease.Session.Worker;
        bool saysNothing = result is null or { Outcome: LeaseOutcome.Cancelled } or { Remedy: FailureRemedy.Licence };
        if (saysNothing || lease.Stopping)
            return;
        if (result!.Outcome != LeaseOutcome.Succeeded) // Null says nothing.
            Suspect(worker, lease.Session.Group.Step.Job);
        else if (worker.IsDoubted)
            Clear(worker);
    }

    private void Suspect(FarmWorker worker, FarmJob job)
    {
        if (_settings.SickAfter == 0)
            return;
        WorkerCare care = worker.Row.Care;
        FarmTime since = Now.Plus(-_settings.SickWindow);
        WorkerSuspicion[] kept =
        [
            .. care.Suspicions.Where(old => old.Job != job.Id.Value && old.At >= since).TakeLast(SuspicionsMax - 1),
            new WorkerSuspicion(job.Id.Value, Now),
        ];
        Acquit(worker);
        worker.Tend(care with { Suspicions = kept });
        Accuse(worker);
        Judge(worker);
    }

    /// <summary>Sets a worker aside where it is sick, and writes down what is held against it in any case.</summary>
    private void Judge(FarmWorker worker)
    {
        WorkerCare care = worker.Row.Care;
        if (care.Hold is { OnTrial: true } trial)
            Sicken(worker, trial.TrialsFailed + 1, "it has failed the task that it was to show it is well with");
        else if (care.Hold is null && IsSick(care))
            Sicken(worker, 0, $"it has failed tasks of {care.Suspicions.Count} jobs in a row");
        else
            Tend(worker, care, null, null);
    }

    private bool IsSick(WorkerCare care)
    {
        if (care.Suspicions.Count < _settings.SickAfter)
            return false;
        int online = _workers.Values.Count(worker => worker.Online);
        int few = Math.Max(1, online / FewPart);
        int against = care.Suspicions.Count(suspicion => _suspected[suspicion.Job] <= few);
        int sick = _workers.Values.Count(worker => worker.Online && worker.Row.Care.Hold?.Kind == WorkerHoldKind.Sick);
        return against >= _settings.SickAfter && sick < online / SickPart;
    }

    private void Sicken(FarmWorker worker, int trialsFailed, string reason)
    {
        TimeSpan pause = _settings.SickPause * (1 << Math.Min(trialsFailed, TrialDoublingsMax));
        var hold = new WorkerHold(WorkerHoldKind.Sick, _context.Principal.Name, Now, reason)
        {
            TrialAt = Now.Plus(pause),
            TrialsFailed = trialsFailed,
        };
        Tend(worker, worker.Row.Care with { Hold = hold }, WorkerAction.Sickened, reason);
        _trials.Add(worker, Now.Plus(pause));
        Withdraw(worker, now: false);
    }

    /// <summary>A worker has succeeded: nothing is held against it any more.</summary>
    private void Clear(FarmWorker worker)
    {
        Acquit(worker);
        WorkerCare care = worker.Row.Care with { Suspicions = [] };
        if (care.Hold is not { Kind: WorkerHoldKind.Sick })
        {
            Tend(worker, care, null, null);
            return;
        }

        Tend(worker, care with { Hold = null }, WorkerAction.Recovered, null);
        if (worker.Syncs)
            _freed.Add(worker.Id.Value);
    }

    /// <summary>After a pause, that grows with each failed trial, a sick worker may try one task.</summary>
    private void BeginDueTrials()
    {
        while (_trials.TakeDue(Now) is FarmWorker worker)
        {
            if (worker.Row.Care.Hold is not { OnTrial: false, TrialAt: { } due } hold || due > Now)
                continue;
            Tend(worker, worker.Row.Care with { Hold = hold with { OnTrial = true } }, null, null);
            if (worker.Syncs)
                _freed.Add(worker.Id.Value);
        }
    }

    private void LoadCare(FarmWorker worker)
    {
        worker.IdleSince = Now;
        Accuse(worker);
        if (worker.Row.Care.Hold is { OnTrial: false, TrialAt: { } due })
            _trials.Add(worker, due);
    }

    private void Accuse(FarmWorker worker)
    {
        foreach (WorkerSuspicion suspicion in worker.Row.Care.Suspicions)
            _suspected[suspicion.Job] = _suspected.GetValueOrDefault(suspicion.Job) + 1;
    }

    private void Acquit(FarmWorker worker)
    {
        foreach (WorkerSuspicion suspicion in worker.Row.Care.Suspicions)
        {
            if (--_suspected[suspicion.Job] == 0)
                _suspected.Remove(suspicion.Job);
        }
    }
}
