using Renderacre.Farm.Requirements;
using Renderacre.Farm.Time;
using Renderacre.Simulation.Ledgers;

namespace Renderacre.Simulation.Checkers;

/// <summary>A class of a step of which something may be ready, were there a host for it.</summary>
internal sealed class ReadyWork(LedgerJob job, int step, int place, FarmTime now)
{
    private long? _unit;

    public LedgerJob Job { get; } = job;

    public int Step { get; } = step;

    public int Class { get; } = place;

    /// <summary>What it asks of a host.</summary>
    public RequirementSpec Spec => Job.Steps[Step].Plan.Classes[Class];

    /// <summary>The first unit that could be leased; -1 where there is none. Looked for once.</summary>
    public long Unit => _unit ??= First(Job.Steps[Step]);

    /// <summary>How many units could be leased.</summary>
    public int Count => All(Job.Steps[Step]).Count();

    private long First(LedgerStep step) => All(step).Append(-1).First();

    private IEnumerable<long> All(LedgerStep step) =>
        step.Plan.DependsOnSteps.All(upstream => Job.Steps[upstream].Complete)
            ? step.Units.Where(unit => step.ClassOf(unit) == Class && Job.CanGo(step, unit, now))
            : [];
}
