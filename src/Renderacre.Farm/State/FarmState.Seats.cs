using Renderacre.Contracts.Limits;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Sessions;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.State;

/// <content>
/// Seats of limits: who takes and leaves them, and what waits for them. A class waits while one of its limits has too
/// little room, and that limit alone wakes it.
/// </content>
public sealed partial class FarmState
{
    private readonly ClassSet _openToWorker = new();

    /// <summary>Takes (or, with -1, gives back) what a session holds of limits while it is open.</summary>
    private void TakeSeats(FarmSession session, int sign)
    {
        foreach (LimitDemand demand in session.Group.Class.Limits)
        {
            if (demand.Limit.CountedPer == LimitScope.Session)
                Take(demand.Limit, sign * demand.Amount, session.Ending ? sign * demand.Amount : 0);
            else if (demand.Limit.CountedPer == LimitScope.Host)
                CountAtHost(session.Worker, demand.Limit);
        }
    }

    /// <summary>Takes (or, with -1, gives back) what a session holds of limits while it has a task.</summary>
    private void TakeTaskSeats(FarmSession session, int sign)
    {
        foreach (LimitDemand demand in session.Group.Class.Limits)
        {
            if (demand.Limit.CountedPer == LimitScope.Task)
                Take(demand.Limit, sign * demand.Amount, 0);
        }
    }

    /// <summary>A session that is ending will give back what it holds.</summary>
    private void LeaveSeats(FarmSession session)
    {
        foreach (LimitDemand demand in session.Group.Class.Limits)
        {
            if (demand.Limit.CountedPer == LimitScope.Session)
                Take(demand.Limit, 0, demand.Amount);
            else if (demand.Limit.CountedPer == LimitScope.Host)
                CountAtHost(session.Worker, demand.Limit);
        }
    }

    /// <summary>Counts what a worker holds of a limit that counts hosts: the most that a session asks for.</summary>
    private void CountAtHost(FarmWorker worker, FarmLimit limit)
    {
        if (limit.CountedPer != LimitScope.Host)
            return;
        HostSeat before = worker.Seats.GetValueOrDefault(limit);
        HostSeat now = SeatOf(worker, limit);
        if (now == before)
            return;
        if (now.Held == 0)
            worker.Seats.Remove(limit);
        else
            worker.Seats[limit] = now;
        Take(limit, now.Held - before.Held, now.Held - now.Staying - (before.Held - before.Staying));
    }

    private static HostSeat SeatOf(FarmWorker worker, FarmLimit limit)
    {
        long held = 0, staying = 0;
        for (int at = 0; at < worker.Sessions.Count; at++)
        {
            FarmSession session = worker.Sessions.At(at);
            foreach (LimitDemand demand in session.Group.Class.Limits)
            {
                if (demand.Limit != limit)
                    continue;
                held = Math.Max(held, demand.Amount);
                staying = session.Ending ? staying : Math.Max(staying, demand.Amount);
            }
        }

        return new HostSeat(held, staying);
    }

    private void Take(FarmLimit limit, long held, long leaving)
    {
        long room = limit.Room;
        limit.Used += held;
        limit.Leaving += leaving;
        if (limit.Room != room && limit.Matters(room))
            SettleAll(limit, limit.Room > room);
    }

    /// <summary>Parks the classes for which a limit has too little room now, and wakes the others.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="mayHaveRisen">Whether workers that hold some of it may have enough now where they had not.</param>
    private void SettleAll(FarmLimit limit, bool mayHaveRisen)
    {
        foreach (LimitDemand demand in limit.Demands)
        {
            demand.Fits = limit.HasRoomFor(demand.Amount);
            demand.By.CountFull();
            if (_classes.Settle(demand.By) || (mayHaveRisen && demand.By.IsOpenToHolders))
                _woken[demand.By.Id] = demand.By;
            foreach (UnitGroup group in demand.By.ForHolders)
                _wokenHolders.Add(group.Step.Job.Id.Value);
        }
    }

    /// <summary>
    /// Asks back what waits to be run by sessions that hold too much, once a limit has become less than is held.
    /// </summary>
    private void RecallIfOverdrawn(FarmLimit limit, bool wasOverdrawn)
    {
        if (!wasOverdrawn && limit.IsOverdrawn)
            RecallAhead(limit);
    }

    /// <summary>Asks back all that waits to be run by sessions that take of a limit.</summary>
    private void RecallAhead(FarmLimit limit)
    {
        foreach (UnitGroup group in limit.Demands.SelectMany(demand => demand.By.WithAhead).ToList())
            RecallAll(group);
    }

    /// <summary>Classes of which a worker may open sessions as far as limits are concerned.</summary>
    private ClassSet OpenTo(FarmWorker worker)
    {
        if (!worker.HasSeats)
            return _classes.Open;
        _openToWorker.SetTo(_classes.Open);
        ClassSet held = _classes.OpenToHolders;
        for (int id = worker.Classes.NextCommon(held, 0); id >= 0; id = worker.Classes.NextCommon(held, id + 1))
            _openToWorker[id] = worker.HasSeatsFor(_classes[id]);
        return _openToWorker;
    }

    /// <summary>
    /// Classes of which a session's worker may open sessions once the session has given back what it holds of limits.
    /// Those for which others are giving back enough already are left to them: of many sessions not all yield to one.
    /// </summary>
    private ClassSet OpenInsteadOf(FarmSession session)
    {
        ClassSet open = OpenTo(session.Worker);
        if (session.Group.Class.Limits.Length == 0)
            return open;
        if (open != _openToWorker)
            _openToWorker.SetTo(open);
        foreach (LimitDemand held in session.Group.Class.Limits)
        {
            foreach (LimitDemand wanted in held.Limit.Demands)
            {
                if (!wanted.Fits && wanted.By.ReadyGroups > 0 && FitsInsteadOf(session, wanted.By))
                    _openToWorker[wanted.By.Id] = true;
            }
        }

        return _openToWorker;
    }

    private static bool FitsInsteadOf(FarmSession session, RequirementClass wanted)
    {
        foreach (LimitDemand demand in wanted.Limits)
        {
            if (session.Worker.HasSeatsFor(demand))
                continue;
            FarmLimit limit = demand.Limit;
            bool isOnItsWay = demand.Amount <= limit.Room + limit.Leaving;
            if (isOnItsWay || limit.IsClosed || limit.Row is null
                || demand.Amount > limit.Room + GivenBack(session, limit))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What a session gives back of a limit; of one that counts hosts its worker keeps its part.</summary>
    private static long GivenBack(FarmSession session, FarmLimit limit)
    {
        LimitDemand? demand = Array.Find(session.Group.Class.Limits, demand => demand.Limit == limit);
        return demand?.HeldBy(session) ?? 0;
    }

    /// <summary>Whether the limits of a session let it have another task.</summary>
    private static bool LimitsLetGoOn(FarmSession session)
    {
        foreach (LimitDemand demand in session.Group.Class.Limits)
        {
            if (!demand.LetsGoOn)
                return false;
        }

        return true;
    }

    /// <summary>Whether the limits of a class let its sessions have tasks ahead.</summary>
    private static bool LimitsLetGoAhead(RequirementClass held)
    {
        foreach (LimitDemand demand in held.Limits)
        {
            if (!demand.LetsGoAhead)
                return false;
        }

        return true;
    }
}
