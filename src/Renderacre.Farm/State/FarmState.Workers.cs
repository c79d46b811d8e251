using Renderacre.Contracts.Workers;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Sessions;
using Renderacre.Farm.Time;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.State;

/// <content>Workers.</content>
public sealed partial class FarmState
{
    /// <summary>When <see cref="Expire"/> has to look next, or null.</summary>
    public FarmTime? NextExpiry
    {
        get
        {
            FarmTime? next = Earlier(
                Earlier(_expiry.Next, _leaseExpiry.Next), Earlier(_starts.Next, Earlier(_rests.Next, _closures.Next)));
            return Earlier(next, Earlier(_trials.Next, _powerDue));
        }
    }

    /// <summary>
    /// Registers a worker. One that syncs and is known keeps its id; its new incarnation takes over from the old one.
    /// One that has lost its id takes the place of the worker of its name that is offline. A v1 worker gets a new id
    /// each time, and what was decided about the newest of its name holds for it too.
    /// </summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="registration">What it says of itself.</param>
    /// <returns>The worker's number; refused where it names a storage profile that there is not.</returns>
    public FarmResult<WorkerId> Register(CommandContext context, WorkerRegistration registration)
    {
        Begin(context);
        if (StorageProfileFault(registration) is { } fault)
            return fault;
        FarmWorker? known = registration is { Known: { } id, Incarnation: not null }
            ? _workers.GetValueOrDefault(id.Value)
            : null;
        FarmWorker? namesake = known is null ? Namesake(registration) : null;
        if (namesake is { Syncs: true, Online: false })
            known = namesake;
        WorkerCare care = known?.Row.Care ?? Inherited(namesake);
        FarmTime since = known?.Row.RegisteredAt ?? Now;
        var row = new WorkerRow(
            registration.Name, registration.Labels, Math.Max(1, registration.Slots), registration.Identity,
            registration.Incarnation, WorkerState.Online, since, Now)
        {
            StorageProfile = registration.StorageProfile,
            Care = Awake(care),
            Gpus = registration.Gpus,
            GpuShares = registration.GpuShares,
        };
        if (known is null)
            known = AddWorker(_blankWorkers.Take(new WorkerId(NewId()), row));
        else
            Return(known, row);
        (known.LastSeen, known.IdleSince) = (Now, Now);
        Emit(new WorkerRegistered(known.Id, row) { By = context.Principal, At = Now });
        return known.Id;
    }

    /// <summary>A v1 worker says that it is there.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="id">The worker.</param>
    /// <returns>Refused where there is no such worker, or it syncs.</returns>
    public FarmResult<Done> Heartbeat(CommandContext context, WorkerId id)
    {
        Begin(context);
        if (!_workers.TryGetValue(id.Value, out FarmWorker? worker))
            return NotFound("worker", id.Value);
        if (worker.Syncs)
            return Impersonated();
        Contact(worker);
        return default(Done);
    }

    /// <summary>
    /// Ends leases that were not renewed in time, and takes workers that are not heard of as offline.
    /// </summary>
    /// <param name="context">When.</param>
    public void Expire(CommandContext context)
    {
        Begin(context);
        while (_leaseExpiry.Due(Now) is { } lease)
            ExpireLease(lease);
        while (_expiry.TakeDue(Now) is FarmWorker worker)
            ExpireWorker(worker);
        BeginDueTrials();
    }

    private static FarmTime? Earlier(FarmTime? one, FarmTime? other) => one is null || other < one ? other : one;

    private FarmWorker AddWorker(FarmWorker worker)
    {
        _workers[worker.Id.Value] = worker;
        _lastHeard = null;
        _classes.Match(worker);
        ApplyLists(worker);
        if (worker.Online)
            _expiry.Add(worker, worker.LastSeen.Plus(_settings.LeaseTime));
        LoadCare(worker);
        return worker;
    }

    private void Return(FarmWorker worker, WorkerRow row)
    {
        bool wasOnline = worker.Online;
        worker.Describe(row);
        _lastHeard = null;
        worker.Waiting = false;
        _classes.Match(worker);
        ApplyLists(worker);
        if (!wasOnline)
            _expiry.Add(worker, Now.Plus(_settings.LeaseTime));
    }

    /// <summary>A worker was heard of: it is online, and keeps its leases where it syncs.</summary>
    private void Contact(FarmWorker worker)
    {
        worker.LastSeen = Now;
        if (worker.Online)
            return;
        worker.IdleSince = Now;
        worker.Tend(Awake(worker.Row.Care));
        SetState(worker, WorkerState.Online);
        _expiry.Add(worker, Now.Plus(_settings.LeaseTime));
    }

    /// <summary>A worker that is back sleeps no more, and is not waited for.</summary>
    private static WorkerCare Awake(WorkerCare care) => care with { AsleepSince = null, WokenAt = null };

    private void SetState(FarmWorker worker, WorkerState state)
    {
        worker.Row = worker.Row with { State = state, LastSeenAt = worker.LastSeen };
        _lastHeard = null;
        Emit(new WorkerChanged(worker.Id, worker.Row) { By = _context.Principal, At = Now });
    }

    private void ExpireLease(FarmLease lease)
    {
        // Whatever its worker has learned since: what syncs says nothing of leases of the first protocol.
        _leaseExpiry.Remove(lease);
        Close(lease.Session, "the lease was not renewed in time");
    }

    private void ExpireWorker(FarmWorker worker)
    {
        FarmTime due = worker.LastSeen.Plus(_settings.LeaseTime);
        if (due > Now)
        {
            _expiry.Add(worker, due);
            return;
        }

        worker.Waiting = false;
        SetState(worker, WorkerState.Offline);
        if (!worker.Syncs)
            return;
        foreach (FarmSession session in worker.Sessions.Values.ToList())
        {
            Lose(session, "the worker was not heard of for the lease time");
            worker.Forgotten[session.Id] = News(worker);
        }
    }

    /// <summary>
    /// Closes a session whose worker is lost. Its head counts as started, since nobody can say that it was not.
    /// </summary>
    private void Lose(FarmSession session, string reason)
    {
        if (session.Leases.Count > 0)
            End(session.Leases[0], null, reason);
        Close(session, reason);
    }
}
