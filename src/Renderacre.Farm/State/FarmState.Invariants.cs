using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Workers;
using Renderacre.Farm.Fairness;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Scheduling;
using Renderacre.Farm.Sessions;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.State;

/// <content>What must hold after every command. Tests ask after each one.</content>
public sealed partial class FarmState
{
    /// <summary>Checks the books against each other, unit by unit.</summary>
    /// <exception cref="InvalidOperationException">Something that must hold does not.</exception>
    internal void CheckInvariants()
    {
        foreach (FarmJob job in _jobs.Values)
            CheckJob(job);
        CheckCare();
        foreach (FarmWorker worker in _workers.Values)
            Require(worker.FreeSlots >= 0, $"worker {worker.Id.Value} has more sessions than slots");
        foreach (FarmSession session in LiveSessions)
            CheckSession(session);
        foreach (FarmWorker worker in _workers.Values)
            CheckGpus(worker);
        foreach (FarmLimit limit in _limits.All)
            CheckLimit(limit);
        CheckReservations();
        CheckLimitReservations();
        CheckClasses();
        CheckShares();
        int recallable = LiveSessions.SelectMany(session => session.Leases)
            .Count(lease => IsAhead(lease) && lease.RecallMessage == 0);
        Require(recallable == _recallable, $"{recallable} leases ahead can be asked back, {_recallable} are counted");
    }

    private static void CheckGpus(FarmWorker worker)
    {
        foreach (GpuDevice gpu in worker.Row.Gpus)
        {
            int held = worker.Sessions.Values.Count(session => session.Opened.Gpus?.Contains(gpu.Id) == true);
            Require(worker.Gpus?.SessionsOn(gpu.Id) == held, $"{held} sessions have card {gpu.Id}, not as booked");
        }

        foreach (FarmSession session in worker.Sessions.Values)
        {
            int wanted = session.Group.Class.Gpus.Count;
            bool has = session.Opened.Gpus is not { } gpus || gpus.Distinct().Count() == wanted;
            Require(has, $"session {session.Id} has not {wanted} different cards");
        }
    }

    private void CheckCare()
    {
        ILookup<long, WorkerSuspicion> held =
            _workers.Values.SelectMany(worker => worker.Row.Care.Suspicions).ToLookup(suspicion => suspicion.Job);
        Require(held.Count == _suspected.Count, "jobs are counted as failed by workers that are not, or else");
        foreach (IGrouping<long, WorkerSuspicion> job in held)
            Require(_suspected[job.Key] == job.Count(), $"job {job.Key} is failed by {job.Count()} workers");
        foreach (FarmWorker worker in _workers.Values)
        {
            WorkerCare care = worker.Row.Care;
            bool restrained = care.Hold is not null || care.AsleepSince is not null;
            Require(worker.Restrained == restrained, $"worker {worker.Id.Value} is kept from work, or else");
        }
    }

    private static bool IsAhead(FarmLease lease) =>
        lease.Session.Leases[0] != lease && lease.StartedAt is null;

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }

    private void CheckJob(FarmJob job)
    {
        var counts = new long[6];
        foreach (FarmStep step in job.Steps)
        {
            CheckRemoved(step);
            for (long unit = 0; unit < step.Plan.UnitsMade; unit++)
            {
                if (step.IsRemoved(unit))
                    continue;
                TaskState state = StateOf(step, unit);
                counts[(int)state]++;
                bool ready = step.GroupOf(unit).Ready[unit];
                bool rests = Rests(step, unit);
                bool couldBe = state == TaskState.Pending && step.UnitDependenciesMet(unit) && !rests;
                bool paused = step.GroupOf(unit).Paused is { } held && held[unit];
                Require(paused == (couldBe && step.IsPaused(unit)), $"unit {unit} is held back: {paused}");
                Require(ready == (couldBe && !paused), $"unit {unit} is {state}, and its ready bit is {ready}");
                CheckRest(step, unit, rests);
            }

            long failed = step.Units.Count(entry => entry.Value.Row.Failed && !step.IsRemoved(entry.Key));
            Require(step.FailedCount == failed, $"{failed} units have failed, {step.FailedCount} are counted");
            long succeeded = step.Succeeded.Count - RemovedSuccesses(step);
            Require(succeeded == step.SucceededCount, "the count of succeeded units is off");
            foreach (UnitGroup group in step.Groups)
                CheckGroup(group);
            CheckRetired(step);
        }

        int heldBack = job.Steps.SelectMany(step => step.Groups).Count(group => group.HeldBack);
        Require(job.HeldBackGroups == heldBack, $"{heldBack} groups are held back, {job.HeldBackGroups} are counted");
        int runnable = job.Steps.SelectMany(step => step.Groups).Count(group => group.Runnable);
        Require(job.RunnableGroups == runnable, $"{runnable} groups are runnable, {job.RunnableGroups} are counted");
        Require(!job.Archived || job.Ended, $"job {job.Id.Value} is archived and has not ended");
        foreach (TaskState state in Enum.GetValues<TaskState>())
            Require(counts[(int)state] == job.Counters.Of(state), $"job {job.Id.Value}: the count of {state} is off");
    }

    private static void CheckRest(FarmStep step, long unit, bool rests)
    {
        UnitRow row = step.Units.GetValueOrDefault(unit)?.Row ?? default;
        bool kept = step.GroupOf(unit).Resting.Contains(unit, row.RestsUntil);
        Require(rests == kept, $"unit {unit} rests: {rests}, and its group says {kept}");
    }

    private static void CheckGroup(UnitGroup group)
    {
        Require(group.Parked == ReasonsAgainst(group), "a group is parked for other reasons than there are");
        bool stands = group.Standing is { } queue && queue.Contains(group)
            && queue.Share == group.Step.Job.Share && queue.Level.Priority == group.Step.Job.Priority;
        Require(
            group.Resting.Count == 0 || group.Resting.LookedAt <= group.Resting.First,
            "units of a group rest, and nobody looks at them in time");
        Require(stands == (group.Parked == ParkingReasons.None), "a group stands in the order and should not, or else");
    }

    private void CheckClasses()
    {
        ILookup<RequirementClass, UnitGroup> standing = _jobs.Values.SelectMany(job => job.Steps)
            .SelectMany(step => step.Groups).Where(group => group.Standing is not null).ToLookup(group => group.Class);
        foreach (RequirementClass each in _classes.All)
        {
            int ready = standing[each].Count();
            Require(each.ReadyGroups == ready, $"class {each.Id} counts {each.ReadyGroups} ready groups, not {ready}");
            Require(each.FullLimits == each.Limits.Count(Lacks), $"class {each.Id}: full limits");
            int ofHosts = each.Limits.Count(demand => Lacks(demand) && demand.IsPerHost);
            Require(each.FullHostLimits == ofHosts, $"class {each.Id}: full limits of hosts");
            Require(_classes.Open[each.Id] == each.IsOpen, $"class {each.Id} is open and not in the set, or else");
            bool toHolders = _classes.OpenToHolders[each.Id];
            Require(toHolders == each.IsOpenToHolders, $"class {each.Id} is open to holders, or else");
        }
    }

    private static bool Lacks(LimitDemand demand) => !demand.Limit.HasRoomFor(demand.Amount);

    private void CheckShares()
    {
        foreach (FairShare share in _shares.All)
        {
            List<FarmSession> held = [.. LiveSessions.Where(session => session.Group.Step.Job.Share == share)];
            Require(share.Held == held.Sum(session => _shares.HeldWorth(session.Opened.At)), "a share's charge is off");
            Require(share.Sessions == held.Count, "a share's count of sessions is off");
        }
    }

    private void CheckSession(FarmSession session)
    {
        Require(_jobs.ContainsKey(session.Opened.Job.Value), "a session's job is not in memory");
        Require(session.Worker.Sessions.ContainsKey(session.Id), "a worker lacks one of its sessions");
        foreach (FarmLease lease in session.Leases)
        {
            bool isAhead = session.Group.Ahead.ContainsKey(lease.Id);
            Require(
                isAhead == IsAhead(lease), $"lease {lease.Id}: ahead in the books is {isAhead}");
            bool decides = lease.Units.All(
                unit => session.Group.Step.Units.GetValueOrDefault(unit)?.Lease == lease);
            Require(
                decides == !lease.Revoked, $"lease {lease.Id}: revoked is {lease.Revoked}, its units say otherwise");
        }
    }
}
