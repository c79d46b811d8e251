using Renderacre.Farm.Estimates;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Orders;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.Jobs;

/// <summary>A step in memory: its units as bitmaps, and a sparse map of those with a history.</summary>
internal sealed class FarmStep
{
    /// <summary>Makes a step whose units are all pending.</summary>
    public FarmStep(FarmJob job, int place, StepPlan plan)
    {
        (Job, Place, Plan) = (job, place, plan);
        Failures = plan.Failures ?? FailurePolicy.None;
        Places = PlacesOf(plan);
        Ranks = UnitRanks.Of(plan, Places);
        Succeeded = new UnitBitmap(plan.UnitsMade) { Tracked = true };
        Cancelled = new UnitBitmap(plan.UnitsMade) { Tracked = true };
    }

    /// <summary>The job.</summary>
    public FarmJob Job { get; }

    /// <summary>Its place in the job.</summary>
    public int Place { get; }

    /// <summary>Its plan.</summary>
    public StepPlan Plan { get; private set; }

    /// <summary>How failures of its units are met.</summary>
    public FailurePolicy Failures { get; private set; }

    /// <summary>Where its units lie; null where each unit's place is its number.</summary>
    public UnitPlaces? Places { get; private set; }

    /// <summary>The order of its units; null where a unit's rank is its index.</summary>
    public UnitRanks? Ranks { get; private set; }

    /// <summary>Units that have succeeded.</summary>
    public UnitBitmap Succeeded { get; private set; }

    /// <summary>
    /// Cancelled units. A cancel of all sets every bit at once, so the bits of succeeded units mean nothing.
    /// </summary>
    public UnitBitmap Cancelled { get; private set; }

    /// <summary>
    /// Units that edits have taken out of the job; null where none ever were. They have ended, and are counted nowhere.
    /// </summary>
    public UnitBitmap? Removed { get; private set; }

    /// <summary>Units that a person holds back; null where none ever were.</summary>
    public UnitBitmap? Paused { get; private set; }

    /// <summary>Whether its bitmaps may have changed since the last commit.</summary>
    public bool Changed { get; set; }

    /// <summary>How many units have succeeded.</summary>
    public long SucceededCount { get; set; }

    /// <summary>How many units have failed for good.</summary>
    public long FailedCount { get; set; }

    /// <summary>Whether so many units have failed that nothing more of it starts.</summary>
    public bool FailedTooMuch =>
        Failures.Threshold is { IsSet: true } threshold && FailedCount >= threshold.Of(Plan.UnitCount);

    /// <summary>Units with a live lease or a history.</summary>
    public HeldUnits Units { get; } = new();

    /// <summary>One group per requirement class.</summary>
    public UnitGroup[] Groups { get; set; } = [];

    /// <summary>Groups from before edits that have live sessions; none is shared out.</summary>
    public List<UnitGroup> Retired { get; } = [];

    /// <summary>Steps that this one waits for as a whole and that have not all succeeded.</summary>
    public int UnmetSteps { get; set; }

    /// <summary>Steps that wait for the whole of this one.</summary>
    public List<FarmStep> WholeDependents { get; } = [];

    /// <summary>Steps whose units wait for this one's equal units.</summary>
    public List<FarmStep> EqualDependents { get; } = [];

    /// <summary>Explicit edges between units, or null.</summary>
    public UnitEdges? Edges { get; set; }

    /// <summary>How long one unit runs, by what has run.</summary>
    public RunTimeEstimate Estimate { get; set; }

    /// <summary>The estimate that was last handed over with a commit.</summary>
    public RunTimeEstimate EmittedEstimate { get; set; }

    /// <summary>Whether every unit has succeeded.</summary>
    public bool Complete => SucceededCount == Plan.UnitCount;

    /// <summary>Takes over another plan; where it has more units, they are pending.</summary>
    public void Replan(StepPlan changed)
    {
        bool grows = changed.UnitsMade > Plan.UnitsMade;
        Plan = changed;
        Failures = changed.Failures ?? FailurePolicy.None;
        Places = PlacesOf(changed);
        if (grows)
            Grow(changed.UnitsMade);
    }

    private void Grow(long length)
    {
        Succeeded = Succeeded.Grown(length);
        Cancelled = Cancelled.Grown(length);
        Paused = Paused?.Grown(length);
        Removed = Removed?.Grown(length);
    }

    private static UnitPlaces? PlacesOf(StepPlan plan) => plan.Places is { } runs ? new UnitPlaces(runs) : null;

    /// <summary>Brings its units into the order of its plan.</summary>
    /// <param name="old">The plan that it had.</param>
    /// <returns>Whether that is another one: then nothing is ready until it is worked out anew.</returns>
    public bool Reorder(StepPlan old)
    {
        if (UnitRanks.AreSame(old, Plan))
            return false;
        Ranks = UnitRanks.Of(Plan, Places);
        return true;
    }

    /// <summary>Whether a person holds a unit back.</summary>
    public bool IsPaused(long unit) => Paused is { } paused && paused[unit];

    /// <summary>The set of units that are held back, made where there is none.</summary>
    public UnitBitmap PausedUnits() => Paused ??= new UnitBitmap(Plan.UnitsMade) { Tracked = true };

    /// <summary>Whether an edit has taken a unit out of the job.</summary>
    public bool IsRemoved(long unit) => Removed is { } removed && removed[unit];

    /// <summary>The set of units that were removed, made where there is none.</summary>
    public UnitBitmap RemovedUnits() => Removed ??= new UnitBitmap(Plan.UnitsMade) { Tracked = true };

    /// <summary>The unit of another step of as many units that lies at the same place as one of this.</summary>
    public long Twin(long unit, FarmStep other)
    {
        if (Places is null && other.Places is null)
            return unit;
        long place = Places?.PlaceOf(unit) ?? unit;
        return other.Places?.UnitAt(place) ?? place;
    }

    /// <summary>The reference of one of its units.</summary>
    public UnitRef Ref(long unit) => new(Job.Id, Place, unit);

    /// <summary>The group of a unit.</summary>
    public UnitGroup GroupOf(long unit)
    {
        int place = Plan.UnitClasses is { } classes ? classes[(int)unit] : 0;
        if (Failures.MemoryRetryMax > 0 && Units.TryGetValue(unit, out FarmUnit? held))
            place += Math.Min(held.Row.MemoryLevel, Failures.MemoryRetryMax) * Plan.OwnClasses;
        return Groups[place];
    }

    /// <summary>How many failures a unit may spend.</summary>
    public int MaxRetries(long unit) => Plan.UnitMaxRetries is { } each ? each[(int)unit] : Plan.MaxRetries;

    /// <summary>What is held of a unit, made where nothing is.</summary>
    public FarmUnit Unit(long unit) => Units[unit];

    /// <summary>Lets go of what is held of a unit where that is nothing.</summary>
    public void Forget(long unit)
    {
        if (Units.TryGetValue(unit, out FarmUnit? held) && held.IsBlank)
            Units.Remove(unit);
    }

    /// <summary>Whether the units that one waits for (by edges, by equal parameters) have succeeded.</summary>
    public bool UnitDependenciesMet(long unit)
    {
        if (Edges is { } edges && edges.Unmet(unit) > 0)
            return false;
        foreach (int upstream in Plan.DependsOnEqualUnits)
        {
            FarmStep before = Job.Steps[upstream];
            if (!before.Succeeded[Twin(unit, before)])
                return false;
        }

        return true;
    }
}
