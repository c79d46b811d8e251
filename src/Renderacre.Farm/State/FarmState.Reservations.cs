using Renderacre.Farm.Events;
using Renderacre.Farm.Explaining;
using Renderacre.Farm.Scheduling;
using Renderacre.Farm.Sessions;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.State;

/// <content>Workers kept for groups that need much at once, so that small ones cannot starve them.</content>
public sealed partial class FarmState
{
    /// <summary>Workers that are kept for groups at a time, at most.</summary>
    internal const int ReservationsMax = 16;

    private readonly List<Reservation> _reservations = [];

    /// <summary>
    /// The first group that a worker could open a session for now, or null. Where a group before it finds too little
    /// room here, and has waited for long, the worker is kept for that.
    /// </summary>
    private UnitGroup? Choose(FarmWorker worker)
    {
        UnitGroup? best = Best(worker);
        if (best is { Class.Limits.Length: > 0 } && ConsiderLimits(best))
            best = Best(worker);
        if (worker.Reserved is null && _ready.PassedOver is { } wide
            && (best is null || UnitGroup.Compare(wide, best) < 0))
        {
            Consider(worker, wide);
        }

        return worker.Reserved is { } reservation ? Beside(reservation, best) : best;
    }

    /// <summary>
    /// What may run on a reserved worker: what comes before the group that it is kept for; what has ended when that can
    /// begin; what leaves it room enough.
    /// </summary>
    private UnitGroup? Beside(Reservation reservation, UnitGroup? best)
    {
        if (best is null || !reservation.Precedes(best))
            return best;
        if (reservation.LeavesTimeFor(best, NextRun(best).Count, Now))
            return best;
        FarmWorker worker = reservation.Worker;
        worker.KeepsRoomFor = reservation.Group.Class;
        best = worker.FreeSlots > 1 ? Best(worker) : null;
        worker.KeepsRoomFor = null;
        return best;
    }

    /// <summary>Keeps a worker for a group that it has too little room for, if the group has waited for long.</summary>
    private void Consider(FarmWorker worker, UnitGroup wide)
    {
        if (wide.LiveSessions > 0 || _reservations.Count >= ReservationsMax
            || Now.Since(wide.Step.Job.SubmittedAt) < _settings.ReserveAfter
            || _reservations.Exists(each => each.Group == wide))
        {
            return;
        }

        Reservation made = AddReservation(worker, wide);
        Emit(new WorkerReserved(worker.Id, wide.Step.Job.Id, wide.Step.Place, wide.Place)
        {
            By = _context.Principal,
            At = Now,
        });
        foreach (FarmSession session in worker.Sessions.Values.Where(session => made.Precedes(session.Group)))
        {
            foreach (var lease in session.Leases.Skip(1))
                Recall(lease);
        }
    }

    /// <summary>Whether a session ends so that the group can begin that its worker is kept for.</summary>
    private bool MakesWay(FarmSession session) => session.Worker.Reserved is { } reservation
        && reservation.Precedes(session.Group) && reservation.IsHeldUpBy(session)
        && !reservation.LeavesTimeFor(session.Group, NextRun(session.Group).Count, Now);

    /// <summary>Gives workers back whose reservation has lost its purpose.</summary>
    private void DropReservations()
    {
        for (int place = _reservations.Count - 1; place >= 0; place--)
        {
            Reservation reservation = _reservations[place];
            if (reservation.Holds)
                continue;
            _reservations.RemoveAt(place);
            reservation.Worker.Reserved = null;
            _freed.Add(reservation.Worker.Id.Value);
            Emit(new ReservationDropped(reservation.Worker.Id) { By = _context.Principal, At = Now });
        }
    }

    private Reservation AddReservation(FarmWorker worker, UnitGroup wide)
    {
        var reservation = new Reservation(worker, wide);
        worker.Reserved = reservation;
        _reservations.Add(reservation);
        return reservation;
    }

    private void Load(WorkerReserved stored) => AddReservation(
        _workers[stored.Worker.Value], GroupNumbered(_jobs[stored.Job.Value].Steps[stored.Step], stored.Class));

    /// <summary>The worker that is kept for a group, and when it is expected to have room.</summary>
    private IEnumerable<Obstacle> ReservationsFor(UnitGroup group) => _reservations
        .Where(each => each.Group == group)
        .Select(each => new Obstacle(ObstacleKind.WorkerReserved)
        {
            Name = each.Worker.Row.Name,
            Until = each.Moment(Now),
        });

    private void CheckReservations()
    {
        Require(_reservations.Count <= ReservationsMax, "too many workers are reserved");
        foreach (Reservation each in _reservations)
        {
            Require(each.Worker.Reserved == each, "a reserved worker does not know it");
            Require(_workers.ContainsKey(each.Worker.Id.Value), "a worker is reserved that there is not");
            Require(_jobs.ContainsKey(each.Group.Step.Job.Id.Value), "a worker is reserved for a job not in memory");
        }

        Require(
            _workers.Values.Count(worker => worker.Reserved is not null) == _reservations.Count,
            "a worker is reserved and not in the books");
    }
}
