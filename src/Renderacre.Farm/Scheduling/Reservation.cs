using Renderacre.Farm.Requirements;
using Renderacre.Farm.Sessions;
using Renderacre.Farm.Time;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Scheduling;

/// <summary>
/// A worker is kept for a group that needs more of it at once than ever is free while small tasks go on taking what
/// becomes free. Others run there only beside it, or until it can begin.
/// </summary>
/// <param name="worker">The worker.</param>
/// <param name="group">The group.</param>
internal sealed class Reservation(FarmWorker worker, UnitGroup group)
{
    /// <summary>The worker.</summary>
    public FarmWorker Worker { get; } = worker;

    /// <summary>The group.</summary>
    public UnitGroup Group { get; } = group;

    /// <summary>Whether it still has a purpose: the group waits, and the worker could take it.</summary>
    public bool Holds => Group is { Standing: not null, LiveSessions: 0, Class.IsOpen: true }
        && Worker is { Online: true, MayOpen: true } && (Worker.Accepting || !Worker.Syncs)
        && Worker.Classes[Group.Class.Id]
        && !Worker.Excluded.Contains(Group.Step.Job.Id.Value);

    /// <summary>Whether a group gives way to it: all that stand behind it do.</summary>
    public bool Precedes(UnitGroup other) => other != Group && UnitGroup.Compare(Group, other) < 0;

    /// <summary>
    /// Whether a session keeps it from beginning: it holds something that is short even when those that are ending have
    /// ended.
    /// </summary>
    public bool IsHeldUpBy(FarmSession session)
    {
        if (Worker.FreeSlots + Ending.Count() < 1)
            return true;
        foreach (AmountNeed need in Group.Class.Needs)
        {
            if (session.Group.Class.TakenOf(need.Amount) > 0 && Short(need) > 0)
                return true;
        }

        GpuNeed gpus = Group.Class.Gpus;
        return gpus.Count > 0 && session.Opened.Gpus is { Count: > 0 } && Worker.Gpus is { } cards
            && cards.CountWithRoom(gpus) + Ending.Sum(each => each.Opened.Gpus?.Count ?? 0) < gpus.Count;
    }

    /// <summary>When enough will be free, as far as the steps' run times tell; null where they do not.</summary>
    public FarmTime? Moment(FarmTime now)
    {
        var ends = new Queue<(FarmTime End, FarmSession Session)>(Worker.Sessions.Values
            .Select(session => (End: ExpectedRuns.EndOf(session, now), Session: session))
            .Where(each => each.End is not null)
            .Select(each => (each.End ?? now, each.Session))
            .OrderBy(each => each.Item1).ThenBy(each => each.Session.Id));
        FarmTime moment = now;
        var gone = new List<FarmSession>();
        while (!HasRoomWithout(gone))
        {
            if (!ends.TryDequeue(out (FarmTime End, FarmSession Session) next))
                return null;
            gone.Add(next.Session);
            moment = next.End;
        }

        return moment;
    }

    /// <summary>Whether a session of a class finds room beside it.</summary>
    public bool LeavesRoomFor(RequirementClass other)
    {
        Worker.KeepsRoomFor = Group.Class;
        bool has = Worker.FreeSlots > 1 && Worker.HasRoomFor(other);
        Worker.KeepsRoomFor = null;
        return has;
    }

    /// <summary>Whether units of a group, started now, are expected to have ended when it can begin.</summary>
    public bool LeavesTimeFor(UnitGroup other, long units, FarmTime now) =>
        ExpectedRuns.TimeOf(other, units) is { } time && Moment(now) is { } moment && now.Plus(time) <= moment;

    private IEnumerable<FarmSession> Ending => Worker.Sessions.Values.Where(session => session.Ending);

    private long Short(AmountNeed need) => need.Taken - Worker.Free(need.Amount)
        - Ending.Sum(session => session.Group.Class.TakenOf(need.Amount));

    private bool HasRoomWithout(List<FarmSession> gone)
    {
        foreach (FarmSession session in gone)
            Worker.Reserve(session, -1);
        bool has = Worker.FreeSlots + gone.Count > 0 && Worker.HasRoomFor(Group.Class);
        foreach (FarmSession session in gone)
            Worker.Reserve(session, 1);
        return has;
    }
}
