using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Scheduling;
using Renderacre.Farm.Sessions;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.State;

/// <content>Which groups can be leased from, and which of them a worker serves next.</content>
public sealed partial class FarmState
{
    private readonly ReadyOrder _ready = new();
    private readonly SortedDictionary<int, RequirementClass> _woken = [];

    /// <summary>Jobs of which something has become ready that only workers can run that they have already.</summary>
    private readonly SortedSet<long> _wokenHolders = [];

    /// <summary>Puts a group into the order of what is ready where nothing speaks against it, else parks it.</summary>
    private void Refresh(UnitGroup group)
    {
        (bool wasRunnable, bool wasHeldBack) = (group.Runnable, group.HeldBack);
        ParkingReasons before = group.Parked;
        group.Parked = ReasonsAgainst(group);
        if (group.Runnable != wasRunnable)
            group.Step.Job.RunnableGroups += wasRunnable ? -1 : 1;
        if (group.HeldBack != wasHeldBack)
            group.Step.Job.HeldBackGroups += wasHeldBack ? -1 : 1;
        if (group.Parked == ParkingReasons.None)
            Queue(group);
        else
            Unqueue(group);
        if (group.Parked == ParkingReasons.WorkersFull && before != group.Parked)
            KeepForHolders(group);
        else if (before == ParkingReasons.WorkersFull && before != group.Parked)
            group.Class.ForHolders.Remove(group);
    }

    private void KeepForHolders(UnitGroup group)
    {
        group.Class.ForHolders.Add(group);
        _wokenHolders.Add(group.Step.Job.Id.Value);
    }

    private static ParkingReasons ReasonsAgainst(UnitGroup group)
    {
        ParkingReasons reasons = ParkingReasons.None;
        if (group.Ready.IsEmpty)
            reasons = WhyNothingIsReady(group);
        if (group.Step.UnmetSteps > 0)
            reasons |= ParkingReasons.StepsUnfinished;
        if (group.Step.FailedTooMuch)
            reasons |= ParkingReasons.StepFailedTooMuch;
        if (group.Step.Job.Waits.Count > 0)
            reasons |= ParkingReasons.JobsUnfinished;
        if (group.Step.Job.Paused)
            reasons |= ParkingReasons.JobPaused;
        if (group.Step.Job.Cancelled)
            reasons |= ParkingReasons.JobCancelled;
        return reasons | PolicyReasonsAgainst(group.Step.Job);
    }

    private static ParkingReasons WhyNothingIsReady(UnitGroup group)
    {
        if (group.Resting.Count > 0)
            return ParkingReasons.Resting;
        return group.Paused is { IsEmpty: false } ? ParkingReasons.UnitsPaused : ParkingReasons.NothingReady;
    }

    private static ParkingReasons PolicyReasonsAgainst(FarmJob job)
    {
        ParkingReasons reasons = job.BeforeStart ? ParkingReasons.BeforeStart : ParkingReasons.None;
        if (job.FailedTooMuch)
            reasons |= ParkingReasons.FailedTooMuch;
        if (job.RunningFull)
            reasons |= ParkingReasons.RunningFull;
        if (job.WorkersFull)
            reasons |= ParkingReasons.WorkersFull;
        return reasons;
    }

    private void Queue(UnitGroup group)
    {
        if (group.Standing is not null)
            return;
        _ready.Add(group);
        group.Class.ReadyGroups++;
        _classes.Settle(group.Class);
        if (group.Class.IsOpen || group.Class.IsOpenToHolders)
            _woken[group.Class.Id] = group.Class;
    }

    private void Unqueue(UnitGroup group)
    {
        if (group.Standing is null)
            return;
        _ready.Remove(group);
        group.Class.ReadyGroups--;
        _classes.Settle(group.Class);
    }

    /// <summary>The first group that a worker could open a session for now, or null.</summary>
    private UnitGroup? Best(FarmWorker worker) => Best(worker, OpenTo(worker));

    private UnitGroup? Best(FarmWorker worker, ClassSet open) =>
        BesideLimits(worker, First(worker, open), open);

    private UnitGroup? First(FarmWorker worker, ClassSet open)
    {
        UnitGroup? best = _ready.First(worker, open);
        for (int at = 0; at < worker.Sessions.Count; at++)
        {
            FarmSession session = worker.Sessions.At(at);
            if (session.Group.Step.Job.Policy.MaxWorkers is null)
                continue;
            foreach (UnitGroup own in session.Group.Step.Job.Steps.SelectMany(step => step.Groups))
            {
                // What is kept of limits is asked here, since such a group stands in no set of classes.
                if (IsOpenToOwn(own, worker) && UnitGroup.Compare(own, best) < 0 && BarOf(worker, own) is null)
                    best = own;
            }
        }

        return best;
    }

    /// <summary>
    /// Whether a group whose job has as many workers as it may have can get a further session at one of them.
    /// </summary>
    private static bool IsOpenToOwn(UnitGroup group, FarmWorker worker) =>
        group.Parked == ParkingReasons.WorkersFull && worker.Classes[group.Class.Id] && worker.HasSeatsFor(group.Class)
        && worker.HasRoomFor(group.Class) && !worker.Excluded.Contains(group.Step.Job.Id.Value);

    /// <summary>Asks all leases ahead of a group back.</summary>
    private void RecallAll(UnitGroup group)
    {
        foreach (FarmLease lease in group.Ahead.Values)
            Recall(lease);
    }

    private void Recall(FarmLease lease)
    {
        if (lease.RecallMessage != 0)
            return;
        lease.RecallMessage = News(lease.Session.Worker);
        _recallable--;
    }
}
