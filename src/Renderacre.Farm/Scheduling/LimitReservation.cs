using Renderacre.Contracts.Limits;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Sessions;
using Renderacre.Farm.Time;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Scheduling;

/// <summary>
/// Limits are kept for a group that asks for more of one at once than ever is free while others go on taking what is
/// given back. Those take some only beside it, or until it can begin.
/// </summary>
/// <param name="group">The group.</param>
internal sealed class LimitReservation(UnitGroup group)
{
    private FarmWorker? _able;

    /// <summary>The group.</summary>
    public UnitGroup Group { get; } = group;

    /// <summary>Whether it has a purpose: the group waits, its limits can be enough, a worker is there.</summary>
    /// <param name="workers">All workers.</param>
    public bool Holds(IEnumerable<FarmWorker> workers)
    {
        if (Group is not { Standing: not null, LiveSessions: 0 } || !CouldFit(Group.Class))
            return false;
        if (_able is null || !IsAble(_able))
            _able = workers.FirstOrDefault(IsAble);
        return _able is not null;
    }

    /// <summary>Whether a class's limits would be enough for it if nobody held any of them.</summary>
    public static bool CouldFit(RequirementClass wanted)
    {
        foreach (LimitDemand demand in wanted.Limits)
        {
            if (demand.Limit.Row is null || demand.Limit.IsClosed || demand.Amount > demand.Limit.Capacity)
                return false;
        }

        return true;
    }

    /// <summary>Whether a group gives way to it: all that stand behind it do.</summary>
    public bool Precedes(UnitGroup other) => other != Group && UnitGroup.Compare(Group, other) < 0;

    /// <summary>Whether it takes some of a limit.</summary>
    public bool Takes(FarmLimit limit) => AmountOf(limit) > 0;

    /// <summary>The place of a limit of which too little is left once a worker opens a session, or -1.</summary>
    /// <param name="other">The session's class.</param>
    /// <param name="worker">The worker.</param>
    public int PlaceOfShort(RequirementClass other, FarmWorker worker)
    {
        for (int place = 0; place < other.Limits.Length; place++)
        {
            LimitDemand demand = other.Limits[place];
            long held = demand.Limit.CountedPer == LimitScope.Host
                ? worker.Seats.GetValueOrDefault(demand.Limit).Held
                : 0;
            if (IsShort(demand.Limit, Math.Max(0, demand.Amount - held)))
                return place;
        }

        return -1;
    }

    /// <summary>
    /// Whether a session that goes on keeps it from beginning: too little is left even when those that are ending have
    /// ended. Of a limit of tasks one without a task holds nothing, and would take some.
    /// </summary>
    public bool IsHeldUpBy(FarmSession session)
    {
        foreach (LimitDemand demand in session.Group.Class.Limits)
        {
            bool takes = demand.Limit.CountedPer == LimitScope.Task && session.Leases.Count == 0;
            if (IsShort(demand.Limit, takes ? demand.Amount : 0))
                return true;
        }

        return false;
    }

    /// <summary>
    /// When enough should be free, as far as run times tell; null where they do not, and for limits of hosts, whose
    /// parts come back only with the last session of a host.
    /// </summary>
    /// <param name="sessions">All sessions.</param>
    /// <param name="now">When that is asked.</param>
    public FarmTime? Moment(IEnumerable<FarmSession> sessions, FarmTime now)
    {
        FarmTime moment = now;
        foreach (LimitDemand demand in Group.Class.Limits)
        {
            if (demand.Fits)
                continue;
            if (demand.Limit.CountedPer == LimitScope.Host || MomentOf(demand, sessions, now) is not { } next)
                return null;
            moment = next > moment ? next : moment;
        }

        return moment;
    }

    private FarmTime? MomentOf(LimitDemand wanted, IEnumerable<FarmSession> sessions, FarmTime now)
    {
        long room = wanted.Limit.Room;
        var ends = new List<(FarmTime End, long Session, long Held)>();
        foreach (FarmSession session in sessions.Where(EndsAfterItsTask))
        {
            LimitDemand? taken = Array.Find(session.Group.Class.Limits, each => each.Limit == wanted.Limit);
            if (taken?.HeldBy(session) is > 0 and var held && ExpectedRuns.EndOf(session, now) is { } end)
                ends.Add((end, session.Id, held));
        }

        foreach ((FarmTime end, _, long held) in ends.OrderBy(each => each.End).ThenBy(each => each.Session))
        {
            room += held;
            if (room >= wanted.Amount)
                return end;
        }

        return null;
    }

    /// <summary>Whether a session gives back what it holds once its task ends, and goes on no longer.</summary>
    private bool EndsAfterItsTask(FarmSession session) =>
        session.Ending || session.Group.Retired || Precedes(session.Group);

    /// <summary>Whether too little of a limit is left for it once so much more is taken.</summary>
    private bool IsShort(FarmLimit limit, long taken) =>
        AmountOf(limit) is > 0 and var wanted && limit.Room + limit.Leaving - taken < wanted;

    private long AmountOf(FarmLimit limit)
    {
        foreach (LimitDemand demand in Group.Class.Limits)
        {
            if (demand.Limit == limit)
                return demand.Amount;
        }

        return 0;
    }

    private bool IsAble(FarmWorker worker) => worker is { Online: true, MayOpen: true }
        && worker.Classes[Group.Class.Id] && !worker.Excluded.Contains(Group.JobNumber);
}
