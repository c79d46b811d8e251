using Renderacre.Farm.Commands;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Sessions;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.State;

/// <content>Giving work to workers that sync.</content>
public sealed partial class FarmState
{
    private const int LeasesAheadMax = 16;
    private const double ReportsPerLease = 2;

    private readonly SortedSet<long> _freed = [];
    private readonly SortedSet<long> _hungry = [];
    private readonly SortedDictionary<long, FarmSession> _refill = [];
    private bool _allWoken;

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
        RefillHeads();
        foreach (long id in _freed)
            Serve(id);
        _freed.Clear();
        ServeWoken();
        foreach (FarmSession session in _refill.Values)
            FillAhead(session);
        _refill.Clear();
        RecallForHungry();
    }

    private void RefillHeads()
    {
        foreach (FarmSession session in _refill.Values.ToList())
        {
            if (session.Closed || session.Ending || session.Leases.Count > 0 || session.Opened.SingleTask)
                continue;
            if (session.Group.Queued && session.Worker.Accepting && !Yields(session))
                Grant(session);
            else
                EndSession(session);
        }
    }

    /// <summary>Whether a session makes room for more important work that its worker could run instead.</summary>
    private bool Yields(FarmSession session) =>
        session.Age(Now) >= _settings.SessionMinimum
        && Best(session.Worker) is { } best
        && best.Step.Job.Priority > session.Group.Step.Job.Priority;

    /// <summary>Opens sessions at a worker while it has free slots and there is work for it.</summary>
    private void Serve(long id)
    {
        if (!_workers.TryGetValue(id, out FarmWorker? worker))
            return;
        while (worker.Hungry && Best(worker) is { } group)
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
        if (_allWoken)
        {
            foreach (long id in _hungry.ToList())
                Serve(id);
        }

        while (_woken.Count > 0)
        {
            RequirementClass woken = _woken.First().Value;
            _woken.Remove(woken.Id);
            ServeWoken(woken);
        }

        _allWoken = false;
    }

    private void ServeWoken(RequirementClass woken)
    {
        foreach (long id in _hungry.ToList())
        {
            if (woken.Ready.Count == 0 || !woken.LimitsHaveRoom)
                return;
            if (_workers[id].Classes.Contains(woken))
                Serve(id);
        }
    }

    private void FillAhead(FarmSession session)
    {
        if (session.Closed || session.Ending || session.Opened.SingleTask || !session.Worker.Accepting)
            return;
        int ahead = AheadOf(session);
        while (session.Leases.Count > 0 && session.Leases.Count <= ahead && session.Group.Queued)
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
        foreach (RequirementClass served in worker.Classes)
        {
            if (served.WithAhead.Count == 0 || !served.LimitsHaveRoom || !worker.HasRoomFor(served))
                continue;
            FarmLease? lease = served.WithAhead
                .SelectMany(group => group.Ahead.Values).FirstOrDefault(ahead => ahead.RecallMessage == 0);
            if (lease is null)
                continue;
            worker.Recall = lease;
            Recall(lease);
            return;
        }
    }

    /// <summary>Has classes looked at again that wait for what a class gave back.</summary>
    private void WakeForRoom(RequirementClass freed)
    {
        foreach (FarmLimit limit in freed.Limits)
            _allWoken |= limit.HasRoom;
    }
}
