using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Events;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Orders;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Time;

namespace Renderacre.Simulation.Ledgers;

/// <summary>A step as the events tell it: the state of each unit, plainly.</summary>
internal sealed class LedgerStep
{
    private TaskState[] _states;
    private long[] _leases;
    private IReadOnlyList<long>? _inOrder;
    private Dictionary<long, int>? _places;

    public LedgerStep(StepPlan plan)
    {
        Plan = plan;
        _states = new TaskState[plan.UnitCount];
        _leases = new long[plan.UnitCount];
        Failures = new int[plan.UnitCount];
        Deferrals = new int[plan.UnitCount];
        MemoryLevels = new int[plan.UnitCount];
        Losses = new int[plan.UnitCount];
        Numbers = new int[plan.UnitCount];
        Counts[(int)TaskState.Pending] = plan.UnitCount;
        Units = UnitsOf(plan);
    }

    public StepPlan Plan { get; private set; }

    /// <summary>The units that there are, by their places.</summary>
    public IReadOnlyList<long> Units { get; private set; }

    /// <summary>Units that edits have taken out; they are counted nowhere.</summary>
    public HashSet<long> Removed { get; } = [];

    /// <summary>A unit's place.</summary>
    public int PlaceOf(long unit) =>
        (_places ??= Units.Index().ToDictionary(each => each.Item, each => each.Index))[unit];

    /// <summary>Takes over another plan.</summary>
    /// <returns>Whether it has other units.</returns>
    public bool Replan(StepPlan changed)
    {
        bool allPaused = Paused.Count == Units.Count;
        IReadOnlyList<long> units = UnitsOf(changed);
        bool isOther = !units.SequenceEqual(Units) || changed.MadeCount != Plan.MadeCount;
        (Plan, _inOrder) = (changed, null);
        if (!isOther)
            return false;
        HashSet<long> old = [.. Units];
        (Units, _places) = (units, null);
        Grow();
        foreach (long unit in old.Except(units))
            Remove(unit);
        foreach (long unit in units.Where(unit => !old.Contains(unit)))
            Add(unit);
        if (allPaused)
            Paused.UnionWith(units);
        return true;
    }

    private static IReadOnlyList<long> UnitsOf(StepPlan plan) => plan.Places is { } runs
        ? [.. runs.SelectMany(run => Enumerable.Range(0, (int)run.Count).Select(at => run.First + at))]
        : [.. Enumerable.Range(0, (int)plan.UnitCount).Select(unit => (long)unit)];

    private void Grow()
    {
        int made = (int)(Plan.MadeCount ?? Plan.UnitCount);
        Array.Resize(ref _states, made);
        Array.Resize(ref _leases, made);
        (Failures, Losses, Deferrals, Numbers) = (Grown(Failures), Grown(Losses), Grown(Deferrals), Grown(Numbers));
        MemoryLevels = Grown(MemoryLevels);

        int[] Grown(int[] numbers) => [.. numbers, .. new int[made - numbers.Length]];
    }

    private void Remove(long unit)
    {
        Counts[(int)_states[unit]]--;
        Removed.Add(unit);
        Paused.Remove(unit);
        if (_states[unit] is TaskState.Pending or TaskState.Leased or TaskState.Running)
            _states[unit] = TaskState.Cancelled;
    }

    private void Add(long unit)
    {
        if (Removed.Remove(unit) && _states[unit] != TaskState.Succeeded)
        {
            _states[unit] = TaskState.Pending;
            StartOver(unit);
        }

        Counts[(int)_states[unit]]++;
    }

    /// <summary>Units in each state.</summary>
    public long[] Counts { get; } = new long[6];

    /// <summary>Failures that each unit has spent since it was requeued.</summary>
    public int[] Failures { get; private set; }

    /// <summary>Leases of each unit that were lost with their workers since it was requeued.</summary>
    public int[] Losses { get; private set; }

    /// <summary>Number of each unit's newest attempt.</summary>
    public int[] Numbers { get; private set; }

    /// <summary>The units as they are to be leased, sorted by what the order says and nothing else.</summary>
    public IReadOnlyList<long> InOrder => _inOrder ??= Sorted();

    /// <summary>How failures are met.</summary>
    public FailurePolicy Policy => Plan.Failures ?? FailurePolicy.None;

    /// <summary>How often each unit was put off without a failure spent.</summary>
    public int[] Deferrals { get; private set; }

    /// <summary>When units that rest after a failure are tried again, or were.</summary>
    public Dictionary<long, FarmTime> RestsUntil { get; } = [];

    /// <summary>Units that are held back.</summary>
    public HashSet<long> Paused { get; } = [];

    public void Pause(long unit, bool paused)
    {
        if (paused)
            Paused.Add(unit);
        else
            Paused.Remove(unit);
    }

    public bool Complete => Counts[(int)TaskState.Succeeded] == Plan.UnitCount;

    public TaskState StateOf(long unit) => _states[unit];

    /// <summary>The live lease that a unit's fate hangs on, or 0.</summary>
    public long LeaseOf(long unit) => _leases[unit];

    public void Move(long unit, TaskState to)
    {
        Counts[(int)_states[unit]]--;
        _states[unit] = to;
        Counts[(int)to]++;
    }

    public void Hold(long unit, long lease) => _leases[unit] = lease;

    /// <summary>What a session that is opened now asks for.</summary>
    public RequirementSpec SpecOf(SessionOpened opened) => Plan.Classes[ClassPlaceOf(opened)];

    /// <summary>What a class asks for by its number, which may be from before an edit; null where it is gone.</summary>
    public RequirementSpec? SpecNumbered(int number) => number >= Plan.FirstClass
        ? Plan.Classes[number - Plan.FirstClass]
        : Plan.FormerClasses.FirstOrDefault(former => former.Number == number)?.Spec;

    /// <summary>The place of its class in the plan.</summary>
    public int ClassPlaceOf(SessionOpened opened) => opened.Class - Plan.FirstClass;

    /// <summary>How often each unit has asked for more memory.</summary>
    public int[] MemoryLevels { get; private set; }

    /// <summary>The place of a unit's class; a step lists them anew for each time more memory is asked for.</summary>
    public int ClassOf(long unit)
    {
        int times = Policy.MemoryRetryMax;
        int level = Math.Min(MemoryLevels[unit], times);
        return (Plan.UnitClasses?[(int)unit] ?? 0) + level * (Plan.Classes.Count / (1 + times));
    }

    /// <summary>A unit is tried as if it had never been.</summary>
    public void StartOver(long unit)
    {
        (Failures[unit], Losses[unit], Deferrals[unit], MemoryLevels[unit]) = (0, 0, 0, 0);
        RestsUntil.Remove(unit);
    }

    public int LostMax => Policy.LostMax;

    private List<long> Sorted()
    {
        if (Plan.Order is not { } order)
            return [.. Units];
        long chunk = Plan.Chunks is null ? Plan.ChunkSize : 1;
        return
        [
            .. Units.OrderBy(unit => Turn(order, PlaceOf(unit) / chunk / order.Stride % order.Length)).ThenBy(PlaceOf),
        ];
    }

    /// <summary>When a value has its turn: by pass, then by number.</summary>
    private static (long Pass, long Number) Turn(UnitOrder order, long value)
    {
        long middle = (order.Length - 1) / 2;
        int given = order.First.ToList().IndexOf(value);
        return order.Kind switch
        {
            UnitOrderKind.Reverse => (0, -value),
            UnitOrderKind.Every => (value % order.Every == 0 ? 0 : 1, value),
            UnitOrderKind.MiddleOut => (Math.Abs(value - middle), -value),
            UnitOrderKind.First => given >= 0 ? (0, given) : (1, value),
        };
    }

    public int MaxRetries(long unit) => Plan.UnitMaxRetries?[(int)unit] ?? Plan.MaxRetries;
}
