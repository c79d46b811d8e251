using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Scheduling;

namespace Renderacre.Farm.Units;

/// <summary>The scheduling unit: the units of one step that have one requirement class.</summary>
internal sealed class UnitGroup(FarmStep step, int place, RequirementClass requirements)
{
    private const ParkingReasons Stuck =
        ParkingReasons.NothingReady | ParkingReasons.UnitsPaused | StepStuck;

    private const ParkingReasons StepStuck = ParkingReasons.StepsUnfinished | ParkingReasons.StepFailedTooMuch;

    private readonly int _step = step.Place;

    /// <summary>The number of its job, kept here since searching asks for it all the time.</summary>
    public long JobNumber { get; } = step.Job.Id.Value;

    /// <summary>The step.</summary>
    public FarmStep Step { get; } = step;

    /// <summary>The class's number in the step.</summary>
    public int Place { get; } = place;

    /// <summary>What a worker must have.</summary>
    public RequirementClass Class { get; } = requirements;

    /// <summary>Pending units whose own dependencies have succeeded.</summary>
    public ReadyUnits Ready { get; set; } = new(step.Plan.UnitCount, step.Ranks);

    /// <summary>Units that would be ready, were they not paused; null where none ever were.</summary>
    public ReadyUnits? Paused { get; private set; }

    /// <summary>Leases of the group that wait behind another of their session, oldest first.</summary>
    public SortedDictionary<long, FarmLease> Ahead { get; } = [];

    /// <summary>Pending units that rest after a failure, by the moment at which they are ready again.</summary>
    public RestingUnits Resting { get; } = new();

    /// <summary>Whether the step has been edited since: what runs ends, and no unit is of it any more.</summary>
    public bool Retired { get; set; }

    /// <summary>Its sessions that have not ended.</summary>
    public int LiveSessions { get; set; }

    /// <summary>Why no session can be opened for it.</summary>
    public ParkingReasons Parked { get; set; } = ParkingReasons.NothingReady;

    /// <summary>Where it stands in the order of what is ready, or null.</summary>
    public ShareQueue? Standing { get; set; }

    /// <summary>Whether units are ready, or will be after a rest, and the step goes on.</summary>
    public bool Runnable => (Parked & Stuck) == 0;

    /// <summary>Whether nothing of it can go on but what is paused.</summary>
    public bool HeldBack => (Parked & ParkingReasons.UnitsPaused) != 0 && (Parked & StepStuck) == 0;

    /// <summary>Whether a session that it has may lease of it.</summary>
    public bool Leasable => (Parked & ~(ParkingReasons.RunningFull | ParkingReasons.WorkersFull)) == 0;

    /// <summary>A pending unit whose dependencies have succeeded is ready, unless it is paused.</summary>
    public void Admit(long unit)
    {
        if (Step.IsPaused(unit))
            (Paused ??= NoUnits()).Set(unit, true);
        else
            Ready.Set(unit, true);
    }

    /// <summary>A unit is not to be leased, paused or not.</summary>
    public void TakeOut(long unit)
    {
        Ready.Set(unit, false);
        Paused?.Set(unit, false);
    }

    /// <summary>Nothing is ready or paused, until it is worked out anew.</summary>
    public void Clear()
    {
        Ready = NoUnits();
        Paused = null;
    }

    /// <summary>Takes paused units out of those that are ready, whatever their number.</summary>
    public void HoldBack(UnitBitmap paused)
    {
        ReadyUnits all = Ready;
        Clear();
        if (paused.Count < paused.Length)
            Ready = all.Without(paused);
        all.RemoveAll(Ready);
        Paused = all;
    }

    private ReadyUnits NoUnits() => new(Step.Plan.UnitCount, Step.Ranks);

    /// <summary>Orders groups as they are served: by priority, then by share, then by age. Null comes last.</summary>
    public static int Compare(UnitGroup left, UnitGroup? right)
    {
        if (right is null)
            return -1;
        FarmJob mine = left.Step.Job, other = right.Step.Job;
        int order = other.Priority.CompareTo(mine.Priority);
        if (order == 0)
            order = mine.Share.Load.CompareTo(other.Share.Load);
        return order != 0 ? order : CompareAge(left, right);
    }

    /// <summary>Orders groups by age: of the job, then by order in the job.</summary>
    public static int CompareAge(UnitGroup? left, UnitGroup? right)
    {
        if (ReferenceEquals(left, right) || left is null || right is null)
            return 0;
        int order = left.JobNumber.CompareTo(right.JobNumber);
        if (order == 0)
            order = left._step.CompareTo(right._step);
        return order != 0 ? order : left.Place.CompareTo(right.Place);
    }
}
