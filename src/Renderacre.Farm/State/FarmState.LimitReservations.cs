using Renderacre.Farm.Events;
using Renderacre.Farm.Explaining;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Scheduling;
using Renderacre.Farm.Sessions;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.State;

/// <content>Limits kept for groups that ask for much of one at once, so that small ones cannot starve them.</content>
public sealed partial class FarmState
{
    /// <summary>Groups that limits are kept for at a time, at most.</summary>
    internal const int LimitReservationsMax = 8;

    private readonly List<LimitReservation> _limitReservations = [];
    private readonly ClassSet _besideLimits = new();

    /// <summary>
    /// What a worker may open of what comes first there: where that takes of a limit that is kept for a group before
    /// it, the first that does not.
    /// </summary>
    private UnitGroup? BesideLimits(FarmWorker worker, UnitGroup? best, ClassSet open)
    {
        if (_limitReservations.Count == 0 || best is null || BarOf(worker, best) is not { } bar)
            return best;
        _besideLimits.SetTo(open);
        // What comes after it stands behind the same reservation, and perhaps behind further ones.
        for (int round = 0; round < LimitReservationsMax; round++)
        {
            foreach (RequirementClass taking in bar.Group.Class.Limits.SelectMany(demand => demand.Limit.Demands)
                .Select(demand => demand.By))
            {
                if (bar.PlaceOfShort(taking, worker) >= 0)
                    _besideLimits[taking.Id] = false;
            }

            best = First(worker, _besideLimits);
            if (best is null || BarOf(worker, best) is not { } next)
                return best;
            bar = next;
        }

        return null;
    }

    /// <summary>The reservation that keeps a worker from opening a session of a group, or null.</summary>
    private LimitReservation? BarOf(FarmWorker worker, UnitGroup group)
    {
        foreach (LimitReservation each in _limitReservations)
        {
            if (each.Precedes(group) && each.PlaceOfShort(group.Class, worker) >= 0 && !LeavesTimeFor(each, group))
                return each;
        }

        return null;
    }

    /// <summary>Whether a session ends so that a group can begin that limits are kept for.</summary>
    private bool MakesWayOfLimits(FarmSession session)
    {
        foreach (LimitReservation each in _limitReservations)
        {
            if (each.Precedes(session.Group) && each.IsHeldUpBy(session) && !LeavesTimeFor(each, session.Group))
                return true;
        }

        return false;
    }

    /// <summary>Whether what is kept for others lets a session have tasks ahead.</summary>
    private bool ReservedLimitsLetGoAhead(FarmSession session) =>
        !_limitReservations.Exists(each => each.Precedes(session.Group) && each.IsHeldUpBy(session));

    private bool LeavesTimeFor(LimitReservation reservation, UnitGroup group) =>
        ExpectedRuns.TimeOf(group, NextRun(group).Count) is { } time
        && reservation.Moment(LiveSessions, Now) is { } moment && Now.Plus(time) <= moment;

    /// <summary>
    /// Keeps the limits of which a group is about to take some for one before it that asks for more of them, if that
    /// has waited for long.
    /// </summary>
    /// <returns>Whether some are kept now that were not.</returns>
    private bool ConsiderLimits(UnitGroup taking)
    {
        bool made = false;
        foreach (LimitDemand demand in taking.Class.Limits)
        {
            if (demand.Limit.HasWider(demand.Amount) && FirstWide(demand, taking) is { } wide)
            {
                Keep(wide);
                made = true;
            }
        }

        return made;
    }

    /// <summary>The first group before one that waits for more of a limit than that takes.</summary>
    private UnitGroup? FirstWide(LimitDemand taken, UnitGroup taking)
    {
        if (_limitReservations.Count >= LimitReservationsMax
            || _limitReservations.Exists(each => each.Takes(taken.Limit)))
        {
            return null;
        }

        UnitGroup? first = null;
        foreach (LimitDemand demand in taken.Limit.Demands)
        {
            if (demand.Fits || demand.Amount <= taken.Amount || demand.By.ReadyGroups == 0)
                continue;
            if (_ready.First(demand.By) is { } wide && UnitGroup.Compare(wide, taking) < 0
                && UnitGroup.Compare(wide, first) < 0 && MayBeKeptFor(wide))
            {
                first = wide;
            }
        }

        return first;
    }

    private bool MayBeKeptFor(UnitGroup wide) => Now.Since(wide.Step.Job.SubmittedAt) >= _settings.ReserveAfter
        && !Array.Exists(wide.Class.Limits, demand => _limitReservations.Exists(each => each.Takes(demand.Limit)))
        && new LimitReservation(wide).Holds(_workers.Values);

    private void Keep(UnitGroup wide)
    {
        var made = new LimitReservation(wide);
        _limitReservations.Add(made);
        Emit(new LimitReserved(wide.Step.Job.Id, wide.Step.Place, wide.Place) { By = _context.Principal, At = Now });
        foreach (UnitGroup group in wide.Class.Limits.SelectMany(demand => demand.Limit.Demands)
            .SelectMany(demand => demand.By.WithAhead).Where(made.Precedes).ToList())
        {
            RecallAll(group);
        }
    }

    /// <summary>Gives limits back whose reservation has lost its purpose; who waited for them is served.</summary>
    private void DropLimitReservations()
    {
        for (int place = _limitReservations.Count - 1; place >= 0; place--)
        {
            LimitReservation reservation = _limitReservations[place];
            if (reservation.Holds(_workers.Values))
                continue;
            _limitReservations.RemoveAt(place);
            _freed.UnionWith(_hungry);
            UnitGroup group = reservation.Group;
            Emit(new LimitReservationDropped(group.Step.Job.Id, group.Step.Place, group.Place)
            {
                By = _context.Principal,
                At = Now,
            });
        }
    }

    private void Load(LimitReserved stored) => _limitReservations.Add(
        new LimitReservation(GroupNumbered(_jobs[stored.Job.Value].Steps[stored.Step], stored.Class)));

    /// <summary>That limits are kept for a group, and when enough of them should be free.</summary>
    private IEnumerable<Obstacle> LimitReservationsFor(UnitGroup group) => _limitReservations
        .Where(each => each.Group == group)
        .Select(each => new Obstacle(ObstacleKind.LimitReserved)
        {
            Name = string.Join(", ", group.Class.Limits.Where(demand => !demand.Fits)
                .Select(demand => demand.Limit.Name)),
            Until = each.Moment(LiveSessions, Now),
        });

    private void CheckLimitReservations()
    {
        Require(_limitReservations.Count <= LimitReservationsMax, "limits are kept for too many groups");
        foreach (LimitReservation each in _limitReservations)
        {
            Require(_jobs.ContainsKey(each.Group.JobNumber), "a limit is kept for a job that is not in memory");
            Require(
                _limitReservations.Count(other => other.Group == each.Group) == 1, "limits are kept twice for a group");
        }
    }
}
