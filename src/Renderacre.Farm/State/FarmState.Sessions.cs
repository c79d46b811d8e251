using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Sessions;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.State;

/// <content>Sessions and leases: opening, granting, stopping, closing.</content>
public sealed partial class FarmState
{
    private FarmSession Open(FarmWorker worker, UnitGroup group, bool singleTask)
    {
        var opened = new SessionOpened(
            new SessionId(NewId()), worker.Id, group.Step.Job.Id, group.Step.Place, group.Place, singleTask)
        {
            By = _context.Principal,
            At = Now,
            Gpus = worker.Gpus?.Choose(group.Class.Gpus),
        };
        var session = new FarmSession(opened, worker, group);
        Hold(session);
        session.OpenMessage = News(worker);
        Emit(opened);
        return session;
    }

    /// <summary>Books what a session holds.</summary>
    private void Hold(FarmSession session)
    {
        session.Worker.Sessions.Add(session);
        session.Worker.Reserve(session, 1);
        CountSession(session, 1);
        TakeSeats(session, 1);
        ChargeHeld(session, 1);
    }

    /// <summary>
    /// Closes a session: what it held is free again; leases without a result are lost or handed back.
    /// </summary>
    private void Close(FarmSession session, string reason)
    {
        if (session.Closed)
            return;
        foreach (FarmLease lease in session.Leases.Count == 0 ? [] : session.Leases.ToArray())
        {
            if (lease.StartedAt is not null || session.Opened.SingleTask)
                End(lease, null, reason);
            else
                HandBack(lease);
        }

        session.Closed = true;
        session.Worker.Sessions.Remove(session.Id);
        session.Worker.IdleSince = Now;
        session.Worker.Reserve(session, -1);
        CountSession(session, -1);
        TakeSeats(session, -1);
        ChargeHeld(session, -1);
        if (session.Group.Retired)
            Forget(session.Group);
        if (session.Worker.Syncs)
            _freed.Add(session.Worker.Id.Value);
        Emit(new SessionClosed(session.Opened.Session, reason)
        {
            By = _context.Principal,
            At = Now,
            SingleTask = session.Opened.SingleTask,
        });
        Change(session.Group.Step.Job);
    }

    private void EndSession(FarmSession session)
    {
        if (session.Ending || session.Closed)
            return;
        MarkEnding(session);
        Emit(new SessionEnding(session.Opened.Session) { By = _context.Principal, At = Now });
    }

    private void MarkEnding(FarmSession session)
    {
        session.Ending = true;
        LeaveSeats(session);
        session.EndMessage = News(session.Worker);
    }

    /// <summary>Leases the next run of ready units of the session's group: one chunk, or what of it is ready.</summary>
    private FarmLease Grant(FarmSession session)
    {
        UnitGroup group = session.Group;
        (long first, long count) = NextRun(group);
        long id = NewId();
        var granted = new LeaseGranted(
            new LeaseId(id), session.Opened.Session, session.Worker.Id, group.Step.Ref(first), count,
            NextNumber(group.Step, first, count), LeaseTokens.Make(_context.Entropy, id), session.Leases.Count > 0)
        {
            By = _context.Principal,
            At = Now,
        };
        var lease = new FarmLease(granted, session);
        Hold(lease);
        foreach (long unit in lease.Units)
        {
            group.Step.Unit(unit).Lease = lease;
            group.Ready.Set(unit, false);
        }

        group.Step.Job.Counters.Move(TaskState.Pending, TaskState.Leased, count);
        group.Step.Job.EverLeased = true;
        Emit(granted);
        Settle(group);
        return lease;
    }

    private void Hold(FarmLease lease)
    {
        FarmSession session = lease.Session;
        session.Leases.Add(lease);
        if (session.Leases.Count == 1)
            TakeTaskSeats(session, 1);
        lease.GrantMessage = News(session.Worker);
        if (session.Opened.SingleTask)
            _leaseExpiry.Renew(lease, Now.Plus(_settings.LeaseTime));
        if (session.Leases.Count > 1 && lease.StartedAt is null)
            AddAhead(session.Group, lease);
    }

    private void AddAhead(UnitGroup group, FarmLease lease)
    {
        if (group.Ahead.Count == 0)
            SetWithAhead(group, true);
        group.Ahead[lease.Id] = lease;
        _recallable++;
    }

    private void RemoveAhead(UnitGroup group, FarmLease lease)
    {
        if (group.Ahead.Count == 0 || !group.Ahead.Remove(lease.Id))
            return;
        if (lease.RecallMessage == 0)
            _recallable--;
        if (group.Ahead.Count == 0)
            SetWithAhead(group, false);
    }

    private void SetWithAhead(UnitGroup group, bool has)
    {
        if (has)
            group.Class.WithAhead.Add(group);
        else
            group.Class.WithAhead.Remove(group);
        _classes.WithAhead[group.Class.Id] = group.Class.WithAhead.Count > 0;
    }

    /// <summary>Forgets a lease that has ended; the one behind it becomes the head.</summary>
    private void LetGo(FarmLease lease)
    {
        FarmSession session = lease.Session;
        lease.Ended = true;
        _leaseExpiry.Remove(lease);
        session.Leases.Remove(lease);
        if (session.Leases.Count == 0)
            TakeTaskSeats(session, -1);
        RemoveAhead(session.Group, lease);
        if (session.Leases.Count > 0)
            RemoveAhead(session.Group, session.Leases[0]);
        if (!session.Opened.SingleTask)
            _refill[session.Id] = session;
    }

    /// <summary>Ends a lease that never started: no attempt, nothing spent.</summary>
    private void HandBack(FarmLease lease)
    {
        FarmStep step = lease.Session.Group.Step;
        foreach (long unit in lease.Units)
        {
            if (!step.Units.TryGetValue(unit, out FarmUnit? held) || held.Lease != lease)
                continue;
            TaskState state = StateOf(step, unit);
            held.Lease = null;
            step.Forget(unit);
            if (state == TaskState.Cancelled)
                continue;
            step.Job.Counters.Move(state, TaskState.Pending);
            MakeReady(step, unit);
        }

        LetGo(lease);
        Emit(new LeaseHandedBack(lease.Granted.Lease, lease.Granted.First, lease.Granted.Count)
        {
            By = _context.Principal,
            At = Now,
        });
        Settle(lease.Session.Group);
    }

    private void Begin(FarmLease lease)
    {
        if (lease.StartedAt is not null)
            return;
        FarmStep step = lease.Session.Group.Step;
        long leased = lease.Units.Count(unit => StateOf(step, unit) == TaskState.Leased);
        lease.StartedAt = Now;
        RemoveAhead(lease.Session.Group, lease);
        if (!lease.Revoked)
            step.Job.Counters.Move(TaskState.Leased, TaskState.Running, leased);
        Emit(new LeaseBegan(lease.Granted.Lease, lease.Granted.First) { By = _context.Principal, At = Now });
        Change(step.Job);
    }

    /// <summary>Asks a lease's worker to stop it. The lease stands until the worker reports.</summary>
    private void Stop(FarmLease lease)
    {
        if (lease.Stopping)
            return;
        MarkStopping(lease);
        Emit(new LeaseStopping(lease.Granted.Lease, false) { By = _context.Principal, At = Now });
        if (lease.Session.Group.Step.Job.Cancelled)
            EndSession(lease.Session);
    }

    private void MarkStopping(FarmLease lease)
    {
        lease.Stopping = true;
        if (lease.CancelMessage == 0)
            lease.CancelMessage = News(lease.Session.Worker);
    }
}
