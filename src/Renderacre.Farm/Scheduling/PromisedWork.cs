using Renderacre.Contracts.Limits;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Scheduling;

/// <summary>
/// What workers that are not there yet have been promised, so that no two are woken for the same: sessions of groups,
/// within what jobs may have at a time and what is left of limits. Kept for one look; nothing is reserved.
/// </summary>
internal sealed class PromisedWork
{
    private readonly Dictionary<UnitGroup, long> _sessions = [];
    private readonly Dictionary<FarmJob, OfJob> _jobs = [];
    private readonly Dictionary<FarmLimit, long> _drawn = [];

    /// <summary>Promises a worker sessions of a group: as many as are left of it and it has room for.</summary>
    /// <param name="group">The group, of which the worker could open a session.</param>
    /// <param name="leases">How many leases its ready units make.</param>
    /// <param name="worker">The worker, which has no sessions.</param>
    /// <param name="slots">Its slots that nothing is promised for, 1 or more.</param>
    /// <returns>The slots that this takes, at most those; 0 where nothing is left of the group.</returns>
    public int Give(UnitGroup group, long leases, FarmWorker worker, int slots)
    {
        int each = SlotsOfOne(group.Class, worker);
        long sessions = Math.Min(Left(group, leases, worker), Math.Max(1, slots / each));
        if (sessions <= 0)
            return 0;
        Book(group, worker, sessions);
        return (int)Math.Min(slots, sessions * each);
    }

    /// <summary>The part of a worker's slots that a session takes which needs much of the worker's amounts.</summary>
    private static int SlotsOfOne(RequirementClass wanted, FarmWorker worker)
    {
        long most = worker.FreeSlots;
        foreach (AmountNeed need in wanted.Needs)
        {
            if (need.Taken > 0)
                most = Math.Min(most, worker.Free(need.Amount) / need.Taken);
        }

        return (int)((worker.FreeSlots + most - 1) / Math.Max(1, most));
    }

    private long Left(UnitGroup group, long leases, FarmWorker worker)
    {
        FarmJob job = group.Step.Job;
        OfJob had = _jobs.GetValueOrDefault(job);
        long left = leases - _sessions.GetValueOrDefault(group);
        if (job.Policy.MaxRunning is { } running)
            left = Math.Min(left, running - job.LiveSessions - had.Sessions);
        if (had.Newest != worker && job.SessionsByWorker.Count + had.Workers >= job.Policy.MaxWorkers)
            return 0;
        foreach (LimitDemand demand in group.Class.Limits)
            left = Math.Min(left, Left(demand));
        return left;
    }

    private long Left(LimitDemand demand)
    {
        long room = demand.Limit.Room - _drawn.GetValueOrDefault(demand.Limit);
        if (demand.Limit.CountedPer == LimitScope.Host)
            return room >= demand.Amount ? long.MaxValue : 0;
        return room / demand.Amount;
    }

    private void Book(UnitGroup group, FarmWorker worker, long sessions)
    {
        FarmJob job = group.Step.Job;
        OfJob had = _jobs.GetValueOrDefault(job);
        int workers = had.Workers + (had.Newest == worker ? 0 : 1);
        _jobs[job] = new OfJob(had.Sessions + sessions, workers, worker);
        _sessions[group] = _sessions.GetValueOrDefault(group) + sessions;
        foreach (LimitDemand demand in group.Class.Limits)
        {
            long times = demand.Limit.CountedPer == LimitScope.Host ? 1 : sessions;
            _drawn[demand.Limit] = _drawn.GetValueOrDefault(demand.Limit) + times * demand.Amount;
        }
    }

    /// <summary>What was promised of a job: sessions, to how many workers, and to which last.</summary>
    private readonly record struct OfJob(long Sessions, int Workers, FarmWorker? Newest);
}
