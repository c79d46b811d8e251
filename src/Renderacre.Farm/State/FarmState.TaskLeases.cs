using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.State;

/// <content>Leases of v1 workers: each is a session of one task.</content>
public sealed partial class FarmState
{
    /// <summary>Leases the most important task that a worker can run now.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="id">The worker.</param>
    /// <returns>
    /// The lease, or null where nothing can run there now. Refused where there is no such worker, or it syncs.
    /// </returns>
    public FarmResult<LeaseGranted?> LeaseNext(CommandContext context, WorkerId id)
    {
        Begin(context);
        if (!_workers.TryGetValue(id.Value, out FarmWorker? worker))
            return NotFound("worker", id.Value);
        worker.Fetch();
        if (worker.Syncs)
            return Impersonated();
        Contact(worker);
        if (worker.FreeSlots <= 0 || !worker.MayOpen || Choose(worker) is not { } group)
            return default(LeaseGranted);
        return Grant(Open(worker, group, singleTask: true)).Granted;
    }

    /// <summary>A leased task has started. Under a cancel it changes nothing but the attempt.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="claim">The lease.</param>
    /// <returns>Refused where the lease is not held so, or no longer.</returns>
    public FarmResult<Done> Start(CommandContext context, LeaseClaim claim)
    {
        Begin(context);
        if (Claimed(claim) is not { } lease)
            return ClaimError(claim);
        Renew(lease);
        if (lease.Revoked)
            return LeaseLost();
        if (!lease.Stopping)
            Begin(lease);
        return default(Done);
    }

    /// <summary>Renews a lease for one lease time.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="claim">The lease.</param>
    /// <returns>Refused where the lease is not held so, or no longer.</returns>
    public FarmResult<Done> Renew(CommandContext context, LeaseClaim claim)
    {
        Begin(context);
        if (Claimed(claim) is not { } lease)
            return ClaimError(claim);
        Renew(lease);
        return lease.Revoked ? LeaseLost() : default(Done);
    }

    /// <summary>A leased task has ended.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="claim">The lease.</param>
    /// <param name="result">How it ended.</param>
    /// <returns>Refused where the lease is not held so, or no longer.</returns>
    public FarmResult<Done> Complete(CommandContext context, LeaseClaim claim, AttemptResult result)
    {
        Begin(context);
        if (Claimed(claim) is not { } lease)
            return ClaimError(claim);
        Contact(lease.Session.Worker);
        bool revoked = lease.Revoked;
        End(lease, result, null);
        Close(lease.Session, "the task has ended");

        // The holder of a revoked lease gives its slot back, and is told all the same that the lease was lost.
        return revoked ? LeaseLost() : default(Done);
    }

    private static FarmError LeaseLost() =>
        new(FarmErrorKind.LeaseLost, "the lease is invalid or expired");

    /// <summary>
    /// A worker that syncs would never hear of a lease that somebody takes in its name, and would keep it for ever.
    /// </summary>
    private static FarmError Impersonated() =>
        new(FarmErrorKind.StateConflict, "the worker syncs: only its own process, by sync, speaks for it");

    private FarmError ClaimError(LeaseClaim claim) =>
        Find(claim.Unit) is null ? NotFound("task", claim.Unit.Unit) : LeaseLost();

    private void Renew(FarmLease lease)
    {
        if (lease.Session.Opened.SingleTask)
            _leaseExpiry.Renew(lease, Now.Plus(_settings.LeaseTime));
        Contact(lease.Session.Worker);
    }

    /// <summary>The worker's lease that covers the unit and has the token, a revoked one included.</summary>
    private FarmLease? Claimed(LeaseClaim claim)
    {
        if (!_workers.TryGetValue(claim.Worker.Value, out FarmWorker? worker))
            return null;
        for (int at = 0; at < worker.Sessions.Count; at++)
        {
            ref LeaseQueue leases = ref worker.Sessions.At(at).Leases;
            for (int place = 0; place < leases.Count; place++)
            {
                if (leases[place].Granted.Token == claim.Token && leases[place].Covers(claim.Unit))
                    return leases[place];
            }
        }

        return null;
    }
}
