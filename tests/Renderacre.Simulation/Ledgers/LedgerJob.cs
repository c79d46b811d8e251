using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Time;

namespace Renderacre.Simulation.Ledgers;

/// <summary>A job as the events tell it.</summary>
internal sealed class LedgerJob(JobId id, JobPlan plan)
{
    public JobId Id { get; } = id;

    public JobPlan Plan { get; private set; } = plan;

    /// <summary>Jobs that it waits for, and whether their end is enough.</summary>
    public SortedDictionary<long, bool> Waits { get; } = [];

    /// <summary>How it wants to be treated.</summary>
    public PlanPolicy Policy => Plan.Policy ?? PlanPolicy.None;

    public IReadOnlyList<LedgerStep> Steps { get; } = [.. plan.Steps.Select(step => new LedgerStep(step))];

    public int Priority { get; set; } = plan.Priority;

    public bool Paused { get; set; }

    public bool Cancelled { get; set; }

    public bool Archived { get; set; }

    public bool EverLeased { get; set; }

    public int LiveSessions { get; set; }

    /// <summary>Live sessions at each worker that has any.</summary>
    public Dictionary<long, int> SessionsAt { get; } = [];

    /// <summary>Failures at each worker since failed units were last taken back.</summary>
    public Dictionary<long, int> FailuresAt { get; } = [];

    /// <summary>Failed units that were taken back since the last requeue of the whole job.</summary>
    public long TakenBack { get; set; }

    /// <summary>Its newest row.</summary>
    public JobChanged? Row { get; set; }

    public void CountAt(long worker, int more)
    {
        int count = SessionsAt.GetValueOrDefault(worker) + more;
        if (count == 0)
            SessionsAt.Remove(worker);
        else
            SessionsAt[worker] = count;
    }

    public long Count(TaskState state) => Steps.Sum(step => step.Counts[(int)state]);

    /// <summary>Takes over another plan. A job that was cancelled as a whole is open if it can go on.</summary>
    public void Replan(JobPlan changed)
    {
        Plan = changed;
        bool retasked = false;
        for (int place = 0; place < Steps.Count; place++)
            retasked |= Steps[place].Replan(changed.Steps[place]);
        if (retasked && (Count(TaskState.Pending) > 0 || Steps.All(step => step.Complete)))
            Cancelled = false;
    }

    /// <summary>The unit of another step that lies where one of a step does.</summary>
    public static long Twin(LedgerStep step, long unit, LedgerStep other) => other.Units[step.PlaceOf(unit)];

    /// <summary>Whether what a unit waits for has succeeded.</summary>
    public bool Met(LedgerStep step, long unit) =>
        Waits.Count == 0 && MetInJob(step, unit);

    /// <summary>The same, as far as its own job is concerned.</summary>
    private bool MetInJob(LedgerStep step, long unit) =>
        step.Plan.DependsOnSteps.All(upstream => Steps[upstream].Complete)
        && step.Plan.DependsOnEqualUnits.All(upstream => Equal(step, unit, upstream) == TaskState.Succeeded)
        && (step.Plan.UnitDependencies?[(int)unit].All(upstream => step.StateOf(upstream) == TaskState.Succeeded)
            ?? true);

    /// <summary>The state of the unit of another step that one of a step waits for.</summary>
    private TaskState Equal(LedgerStep step, long unit, int upstream) =>
        Steps[upstream].StateOf(Twin(step, unit, Steps[upstream]));

    /// <summary>Whether a unit could be leased, were there a host, and nothing else that is waited for.</summary>
    public bool CanGo(LedgerStep step, long unit) =>
        step.StateOf(unit) == TaskState.Pending && MetInJob(step, unit);

    /// <summary>The same, where a unit that rests, is paused, or waits for other jobs cannot.</summary>
    public bool CanGo(LedgerStep step, long unit, FarmTime now) =>
        Waits.Count == 0 && CanGo(step, unit) && !step.Paused.Contains(unit)
        && !(step.RestsUntil.GetValueOrDefault(unit) > now);
}
