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
    private readonly TaskState[] _states;
    private readonly long[] _leases;
    private IReadOnlyList<long>? _inOrder;

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
    }

    public StepPlan Plan { get; private set; }

    public void Replan(StepPlan changed) => (Plan, _inOrder) = (changed, null);

    /// <summary>Units in each state.</summary>
    public long[] Counts { get; } = new long[6];

    /// <summary>Failures that each unit has spent since it was requeued.</summary>
    public int[] Failures { get; }

    /// <summary>Leases of each unit that were lost with their workers since it was requeued.</summary>
    public int[] Losses { get; }

    /// <summary>Number of each unit's newest attempt.</summary>
    public int[] Numbers { get; }

    /// <summary>The units as they are to be leased, sorted by what the order says and nothing else.</summary>
    public IReadOnlyList<long> InOrder => _inOrder ??= Sorted();

    /// <summary>How failures are met.</summary>
    public FailurePolicy Policy => Plan.Failures ?? FailurePolicy.None;

    /// <summary>How often each unit was put off without a failure spent.</summary>
    public int[] Deferrals { get; }

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
    public RequirementSpec SpecOf(SessionOpened opened) => Plan.Classes[PlaceOf(opened)];

    /// <summary>What a class asks for by its number, which may be from before an edit; null where it is gone.</summary>
    public RequirementSpec? SpecNumbered(int number) => number >= Plan.FirstClass
        ? Plan.Classes[number - Plan.FirstClass]
        : Plan.FormerClasses.FirstOrDefault(former => former.Number == number)?.Spec;

    /// <summary>The place of its class in the plan.</summary>
    public int PlaceOf(SessionOpened opened) => opened.Class - Plan.FirstClass;

    /// <summary>How often each unit has asked for more memory.</summary>
    public int[] MemoryLevels { get; }

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
        IEnumerable<long> units = Enumerable.Range(0, (int)Plan.UnitCount).Select(unit => (long)unit);
        if (Plan.Order is not { } order)
            return [.. units];
        long chunk = Plan.Chunks is null ? Plan.ChunkSize : 1;
        return [.. units.OrderBy(unit => Turn(order, unit / chunk / order.Stride % order.Length)).ThenBy(unit => unit)];
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
