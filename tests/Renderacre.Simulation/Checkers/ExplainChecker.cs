using System.Runtime.CompilerServices;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Workers;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Explaining;
using Renderacre.Farm.Ids;
using Renderacre.Farm.State;
using Renderacre.Farm.Time;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Randomness;
using Renderacre.Simulation.Traces;

namespace Renderacre.Simulation.Checkers;

/// <summary>
/// Every waiting unit has an explanation, and it is true: it names what a judge without cleverness finds in the books,
/// and nothing else of those kinds, and counts the workers as the judge does.
/// </summary>
internal static class ExplainChecker
{
    private const int UnfinishedMax = 5;

    private static readonly HashSet<ObstacleKind> Judged =
    [
        ObstacleKind.JobPaused, ObstacleKind.JobCancelled, ObstacleKind.BeforeStart, ObstacleKind.FailedTooMuch,
        ObstacleKind.StepFailedTooMuch, ObstacleKind.RunningFull, ObstacleKind.WorkersFull, ObstacleKind.Resting,
        ObstacleKind.StepUnfinished, ObstacleKind.StepPaused, ObstacleKind.TaskPaused, ObstacleKind.JobUnfinished,
    ];

    /// <summary>Looks at a few units that wait.</summary>
    /// <returns>How many.</returns>
    public static int Check(Ledger ledger, FarmState farm, SimulationRandom random)
    {
        int looked = 0;
        foreach (LedgerJob job in Some(ledger, random))
        {
            int place = random.Next(job.Steps.Count);
            LedgerStep step = job.Steps[place];
            long unit = random.Next((int)step.Plan.UnitCount);
            if (step.StateOf(unit) != TaskState.Pending)
                continue;
            Check(ledger, farm, job, new UnitRef(job.Id, place, unit));
            looked++;
        }

        return looked;
    }

    private static IEnumerable<LedgerJob> Some(Ledger ledger, SimulationRandom random)
    {
        const int most = 4;
        int skip = random.Next(Math.Max(1, ledger.OpenJobs.Count - most + 1));
        return ledger.OpenJobs.Values.Skip(skip).Take(most);
    }

    private static void Check(Ledger ledger, FarmState farm, LedgerJob job, UnitRef unit)
    {
        // Asked at the moment at which the farm is, so that nothing goes on by being asked.
        var context = new CommandContext(new Principal("judge"), default, UInt128.Zero);
        UnitExplanation told = farm.Explain(context, unit).Value;
        FarmTime now = farm.Glance(unit)!.Now; // It was explained just now.
        LedgerStep step = job.Steps[unit.Step];
        Require(told.State == TaskState.Pending, job, $"{unit} is said to be {told.State}, and waits");
        CheckObstacles(job, step, unit, told, now);
        CheckDependencies(job, step, unit, told);
        WorkersConsidered workers = told.Workers!; // It waits.
        Require(workers.Considered == ledger.Workers.Count, job, $"{workers.Considered} workers are considered");
        CheckWorkers(ledger, job, step.Plan.Classes[step.ClassOf(unit.Unit)], workers);
        bool explained = told.Obstacles.Count > 0 || workers.Able > 0 || workers.Exclusions.Count > 0
            || workers.Considered == 0;
        Require(explained, job, $"nothing is said of why {unit} waits");
    }

    private static void CheckObstacles(
        LedgerJob job, LedgerStep step, UnitRef unit, UnitExplanation told, FarmTime now)
    {
        IEnumerable<ObstacleKind> upstream = step.Plan.DependsOnSteps
            .Where(place => !job.Steps[place].Complete).Select(_ => ObstacleKind.StepUnfinished);
        // A job whose last live tasks were cancelled one by one has ended so; it may be told.
        bool endedSo = !job.Cancelled && job.Row?.State == JobState.Cancelled;
        string judged = Words(JobRules.Against(job, step, unit.Unit, now).Concat(upstream));
        string explained = Words(told.Obstacles.Select(obstacle => obstacle.Kind)
            .Where(kind => Judged.Contains(kind) && !(endedSo && kind == ObstacleKind.JobCancelled)));
        Require(explained == judged, job, $"{unit} waits for [{explained}], they say; the judge finds [{judged}]");
    }

    private static void CheckDependencies(LedgerJob job, LedgerStep step, UnitRef unit, UnitExplanation told)
    {
        IEnumerable<(int Step, long Unit)> edges = (step.Plan.UnitDependencies?[(int)unit.Unit] ?? [])
            .Where(before => step.StateOf(before) != TaskState.Succeeded).Select(before => (unit.Step, (long)before));
        IEnumerable<(int Step, long Unit)> equal = step.Plan.DependsOnEqualUnits
            .Where(place => job.Steps[place].StateOf(unit.Unit) != TaskState.Succeeded)
            .Select(place => (place, unit.Unit));
        HashSet<(int, long)> waits = [.. edges.Concat(equal)];
        (int, long)[] named = [.. told.Obstacles.Where(obstacle => obstacle.Kind == ObstacleKind.TaskUnfinished)
            .Select(obstacle => (obstacle.Unit!.Value.Step, obstacle.Unit!.Value.Unit))]; // Of this kind they are set.
        bool agrees = named.Length == Math.Min(waits.Count, UnfinishedMax) && named.All(waits.Contains);
        Require(agrees, job, $"{unit} waits for {waits.Count} tasks; {string.Join(", ", named)} are named");
    }

    private static void CheckWorkers(
        Ledger ledger, LedgerJob job, Farm.Requirements.RequirementSpec spec, WorkersConsidered told)
    {
        int free = 0;
        var counts = new Dictionary<WorkerObstacleKind, int>();
        foreach (LedgerWorker worker in ledger.Workers.Values)
        {
            HashSet<WorkerObstacleKind> against = [.. Against(job, worker)];
            bool serves = BruteForce.Serves(ledger, worker, spec);
            free += against.Count == 0 && serves && BruteForce.HasAmounts(ledger, worker, spec) ? 1 : 0;
            foreach (WorkerObstacleKind kind in against)
                counts[kind] = counts.GetValueOrDefault(kind) + 1;
        }

        foreach (WorkerObstacleKind kind in (WorkerObstacleKind[])
            [WorkerObstacleKind.Offline, WorkerObstacleKind.SlotsTaken, WorkerObstacleKind.Excluded])
        {
            int said = told.Exclusions.Where(each => each.Miss.Kind == kind).Sum(each => each.Workers);
            int judged = counts.GetValueOrDefault(kind);
            Require(said == judged, job, $"{kind} keeps {said} workers from it, they say; the judge counts {judged}");
        }

        // What is not in the books may keep a worker away: that it takes nothing now.
        Require(told.Able <= free, job, $"{told.Able} workers could take it, they say; the judge finds {free}");
        bool hidden = told.Exclusions.Any(each => IsHidden(each.Miss.Kind));
        Require(hidden || told.Able == free, job, $"the judge finds {free} workers for it, they say {told.Able}");
    }

    private static bool IsHidden(WorkerObstacleKind kind) => kind is not (
        WorkerObstacleKind.Offline or WorkerObstacleKind.SlotsTaken or WorkerObstacleKind.Excluded
        or WorkerObstacleKind.Label or WorkerObstacleKind.Pool or WorkerObstacleKind.Attribute
        or WorkerObstacleKind.Amount or WorkerObstacleKind.AmountTaken);

    private static IEnumerable<WorkerObstacleKind> Against(LedgerJob job, LedgerWorker worker)
    {
        if (worker.Row.State == WorkerState.Offline && worker.Row.Care.AsleepSince is null)
            yield return WorkerObstacleKind.Offline;
        if (worker.Sessions.Count >= worker.Row.Slots)
            yield return WorkerObstacleKind.SlotsTaken;
        if (JobRules.Excludes(job, worker.Id.Value))
            yield return WorkerObstacleKind.Excluded;
    }

    private static string Words(IEnumerable<ObstacleKind> kinds) => string.Join(", ", kinds.Order());

    private static void Require(
        bool holds, LedgerJob job, [InterpolatedStringHandlerArgument(nameof(holds))] ref Otherwise otherwise)
    {
        if (holds)
            return;
        throw new Violation(nameof(ExplainChecker), otherwise.ToText(), $"job {job.Id.Value}");
    }
}
