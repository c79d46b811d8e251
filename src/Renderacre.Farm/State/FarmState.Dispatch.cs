using Renderacre.Farm.Commands;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Scheduling;
using Renderacre.Farm.Sessions;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.State;

/// <content>Giving work to workers that sync.</content>
public sealed partial class FarmState
{
    private const int LeasesAheadMax = 128;
    private const double ReportsPerLease = 2;

    private readonly SortedSet<long> _freed = [];
    private readonly SortedSet<long> _hungry = [];
    private readonly SortedDictionary<long, FarmSession> _refill = [];

    /// <summary>Leases ahead that have not been asked back.</summary>
    private int _recallable;

    /// <summary>
    /// Gives what is ready to whoever can run it: running sessions first get their next lease, then idle workers open
    /// sessions, then what is left goes ahead. Called once after a batch of commands.
    /// </summary>
    /// <param name="context">When, and the random bits for tokens.</param>
    public void Dispatch(CommandContext context)
    {
        Begin(context);
        WakeDependents();
        DropReservations();
        DropLimitReservations();
        RefillHeads();
        ServeFreed();
        ServeWoken();
        ServeHolders();
        DropReservations();
        DropLimitReservations();
        ServeFreed();
        foreach (FarmSession session in _refill.Values)
            FillAhead(session);
        _refill.Clear();
        RecallForHungry();
        TendPower();
    }

    private void ServeFreed()
    {
        foreach (long id in _freed)
            Serve(id);
        _freed.Clear();
    }

    private void RefillHeads()
    {
        foreach (FarmSession session in _refill.Values.ToList())
        {
            if (session.Group.Class.Limits.Length > 0)
                ConsiderLimits(session.Group);
            if (session.Closed || session.Ending || session.Leases.Count > 0)
                continue;
            bool goesOn = session.Group.Leasable && MayGoOn(session) && LimitsLetGoOn(session)
                && !Yields(session) && !MakesWay(session) && !MakesWayOfLimits(session);
            if (goesOn)
                Grant(session);
            else
                EndSession(session);
        }
    }

    /// <summary>
    /// Whether a session makes room for more important work that its worker could run instead: of higher priority, or
    /// of a share that has had less by more than a margin.
    /// </summary>
    private bool Yields(FarmSession session)
    {
        if (session.Age(Now) < _settings.SessionMinimum || BestInstead(session) is not { } best)
            return false;
        FarmJob own = session.Group.Step.Job;
        FarmJob other = best.Step.Job;
        return other.Priority != own.Priority
            ? other.Priority > own.Priority
            : own.Share.Load - other.Share.Load > (long)_settings.ShareMargin.TotalMilliseconds;
    }

    /// <summary>
    /// The first group that a session's worker could serve with what the session holds of it and of limits.
    /// </summary>
    private UnitGroup? BestInstead(FarmSession session)
    {
        session.Worker.Reserve(session, -1);
        UnitGroup? best = Best(session.Worker, OpenInsteadOf(session));
        session.Worker.Reserve(session, 1);
        if (session.Worker.Reserved is null && _ready.PassedOver is { } wide
            && UnitGroup.Compare(wide, session.Group) < 0)
        {
            Consider(session.Worker, wide);
        }

        return best;
    }

    /// <summary>Opens sessions at a worker while it has free slots and there is work for it.</summary>
    private void Serve(long id)
    {
        if (!_workers.TryGetValue(id, out FarmWorker? worker))
            return;
        while (worker.Hungry && Choose(worker) is { } group)
        {
            FarmSession session = Open(worker, group, singleTask: false);
            Grant(session);
            _refill[session.Id] = session;
        }

        if (worker.Hungry)
            _hungry.Add(id);
        else
            _hungry.Remove(id);
    }

    private void ServeWoken()
    {
        while (_woken.Count > 0)
        {
            RequirementClass woken = _woken.First().Value;
            _woken.Remove(woken.Id);
            ServeWoken(woken);
        }
    }

    private void ServeWoken(RequirementClass woken)
    {
        foreach (long id in _hungry.ToList())
        {
            if (!woken.IsOpen && !woken.IsOpenToHolders)
                return;
            FarmWorker worker = _workers[id];
            if (worker.Classes[woken.Id] && worker.HasSeatsFor(woken))
                Serve(id);
        }
    }

    private void ServeHolders()
    {
        while (_wokenHolders.Count > 0)
        {
            long id = _wokenHolders.Min;
            _wokenHolders.Remove(id);
            if (!_jobs.TryGetValue(id, out FarmJob? job))
                continue;
            foreach (long worker in job.SessionsByWorker.Keys.Order().ToList())
                Serve(worker);
        }
    }

    /// <summary>Whether a session's worker gets more of its job.</summary>
    private static bool MayGoOn(FarmSession session) =>
        session.Worker.MayGoOn && !session.Group.Step.Job.Excludes(session.Worker.Id.Value);

    private void FillAhead(FarmSession session)
    {
        if (session.Closed || session.Ending || !MayGoOn(session))
            return;
        if (session.Leases.Count == 0 || !LimitsLetGoAhead(session.Group.Class) || Yields(session)
            || session.Worker.Reserved?.Precedes(session.Group) == true || !ReservedLimitsLetGoAhead(session))
        {
            return;
        }

        int ahead = AheadOf(session);
        while (session.Leases.Count <= ahead && session.Group.Leasable)
            Grant(session);
    }

    /// <summary>
    /// How many leases a session holds ahead. How fast its tasks go is read from the number of its reports, two of each
    /// lease, which is kept with it: a farm that was loaded anew decides alike.
    /// </summary>
    private int AheadOf(FarmSession session)
    {
        TimeSpan age = session.Age(Now);
        if (_settings.LeasesAhead == 0 || age <= TimeSpan.Zero)
            return _settings.LeasesAhead;
        double inTime = session.LastReport / ReportsPerLease * (_settings.AheadTime / age);
        return (int)Math.Clamp(inTime, _settings.LeasesAhead, Math.Max(_settings.LeasesAhead, LeasesAheadMax));
    }

    private void RecallForHungry()
    {
        foreach (long id in _hungry)
        {
            if (_recallable == 0)
                return;
            RecallFor(_workers[id]);
        }
    }

    /// <summary>Asks a lease back that waits behind another, where a worker is idle that could run it now.</summary>
    private void RecallFor(FarmWorker worker)
    {
        if (!worker.Hungry || worker.Recall is { Ended: false, StartedAt: null })
            return;
        ClassSet served = worker.Classes;
        for (int id = served.NextCommon(_classes.WithAhead, 0); id >= 0;
            id = served.NextCommon(_classes.WithAhead, id + 1))
        {
            if (FirstToRecall(_classes[id], worker) is not { } lease)
                continue;
            worker.Recall = lease;
            Recall(lease);
            return;
        }
    }

    private FarmLease? FirstToRecall(RequirementClass served, FarmWorker worker) =>
        !worker.HasSeatsFor(served) || !worker.HasRoomFor(served)
            ? null
            : served.WithAhead.Where(group => CouldOpen(group, worker))
                .SelectMany(group => group.Ahead.Values)
                .FirstOrDefault(lease => lease.RecallMessage == 0);

    /// <summary>
    /// Whether a worker could open a session of a group, had it a task that is ready. Of one that has, the worker would
    /// have opened it already if it could.
    /// </summary>
    private bool CouldOpen(UnitGroup group, FarmWorker worker)
    {
        const ParkingReasons nothing =
            ParkingReasons.NothingReady | ParkingReasons.Resting | ParkingReasons.UnitsPaused;
        if ((group.Parked & nothing) == 0)
            return false;
        FarmJob job = group.Step.Job;
        ParkingReasons reasons = group.Parked & ~nothing;
        bool open = reasons == ParkingReasons.None
            || (reasons == ParkingReasons.WorkersFull && job.SessionsByWorker.ContainsKey(worker.Id.Value));
        return open && !worker.Excluded.Contains(job.Id.Value) && !IsKeptFrom(group, worker);
    }

    /// <summary>Whether a worker, or a limit, is kept for something before a group that leaves that no room.</summary>
    private bool IsKeptFrom(UnitGroup group, FarmWorker worker)
    {
        if (worker.Reserved is { } wide && wide.Precedes(group) && !wide.LeavesRoomFor(group.Class))
            return true;
        foreach (LimitReservation kept in _limitReservations)
        {
            if (kept.Precedes(group) && kept.PlaceOfShort(group.Class, worker) >= 0)
                return true;
        }

        return false;
    }
}
