using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Fairness;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Scheduling;
using Renderacre.Farm.Sessions;

namespace Renderacre.Farm.State;

/// <content>Sharing the farm between owners or projects.</content>
public sealed partial class FarmState
{
    private readonly FairShares _shares;
    private readonly SortedDictionary<string, FairShare> _changedShares = new(StringComparer.Ordinal);

    /// <summary>Gives a share another weight.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="name">The owner or the project; empty for jobs that name none.</param>
    /// <param name="weight">How much it is due next to others, 1 to 10,000; 100 is usual.</param>
    /// <returns>Refused where the weight is out of bounds.</returns>
    public FarmResult<Done> DefineShare(CommandContext context, string name, int weight)
    {
        Begin(context);
        if (weight is < 1 or > FairShare.WeightMax)
            return new FarmError(FarmErrorKind.Invalid, $"weight: 1 to {FairShare.WeightMax}, not {weight}");
        FairShare share = _shares.Get(name);
        share.Weight = weight;
        ReadyOrder.Moved(share);
        Emit(new ShareDefined(name, weight) { By = context.Principal, At = Now });
        _changedShares[name] = share;
        return default(Done);
    }

    /// <summary>All shares that have or had something, by name.</summary>
    /// <param name="context">When.</param>
    public IReadOnlyList<ShareUse> ShareUses(CommandContext context)
    {
        Begin(context);
        return [.. _shares.All.Select(share => new ShareUse(
            share.Name, share.Weight, _shares.UsedBy(share, Now), share.Sessions,
            share.Queues.Sum(queue => queue.Count)))];
    }

    /// <summary>Charges (or, with -1, gives back) what a session is charged in advance for its slot.</summary>
    private void ChargeHeld(FarmSession session, int sign)
    {
        FairShare share = session.Group.Step.Job.Share;
        share.Held += sign * _shares.HeldWorth(session.Opened.At);
        share.Sessions += sign;
        ReadyOrder.Moved(share);
    }

    /// <summary>Charges what an ended lease took.</summary>
    private void Charge(FarmLease lease)
    {
        if (lease.StartedAt is not { } started)
            return;
        FairShare share = lease.Session.Group.Step.Job.Share;
        share.Usage += _shares.Worth(Now.Since(started), Now);
        _changedShares[share.Name] = share;
        ReadyOrder.Moved(share);
    }

    /// <summary>Lets what was used fade where a new period has begun.</summary>
    private void FadeShares()
    {
        if (!_shares.Advance(Now))
            return;
        foreach (FarmSession session in LiveSessions)
            session.Group.Step.Job.Share.Held += _shares.HeldWorth(session.Opened.At);
        foreach (FairShare share in _shares.All)
            ReadyOrder.Moved(share);
    }

    private void EmitChangedShares()
    {
        foreach (FairShare share in _changedShares.Values)
            Emit(new ShareChanged(share.ToRow(_shares.Period)) { By = _context.Principal, At = Now });
        _changedShares.Clear();
    }
}
