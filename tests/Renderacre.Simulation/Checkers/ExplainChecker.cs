using System.Runtime.CompilerServices;
using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Explaining;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Limits;
using Renderacre.Farm.State;
using Renderacre.Farm.Time;
using Renderacre.Simulation.Coverage;
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

    private static readonly HashSet<ObstacleKind> LimitKinds =
    [
        ObstacleKind.LimitFull, ObstacleKind.LimitClosed, ObstacleKind.LimitTooSmall, ObstacleKind.LimitUndefined,
    ];

    /// <summary>Looks at a few units that wait.</summary>
    public static void Check(Ledger ledger, FarmState farm, SimulationRandom random, Tally tally)
    {
        foreach (LedgerJob job in Some(ledger, random))
        {
            CheckJob(farm, job);
            int place = random.Next(job.Steps.Count);
            LedgerStep step = job.Steps[place];
            long unit = random.Pick(step.Units);
            if (step.StateOf(unit) != TaskState.Pending)
                continue;
            Check(ledger, farm, job, new UnitRef(job.Id, place, unit), tally);
            tally.Checked(nameof(ExplainChecker));
        }
    }

    /// <summary>A job's own explanation tells of each step and class of which something waits.</summary>
    private static void CheckJob(FarmState farm, LedgerJob job)
    {
        var context = new CommandContext(new Principal("judge"), default, UInt128.Zero);
        JobExplanation told = farm.Explain(context, job.Id).Value;
        bool ended = told.State is JobState.Succeeded or JobState.Failed or JobState.Cancelled;
        if (ended || told.GroupsLeftOut > 0)
            return;
        foreach ((int place, LedgerStep step) in job.Steps.Index())
        {
            int waiting = step.Units.Where(unit => step.StateOf(unit) == TaskState.Pending)
                .Select(step.ClassOf).Distinct().Count();
            int groups = told.Groups.Count(group => group.Step == place);
            Require(groups >= waiting, job, $"step {place} waits in {waiting} groups, and {groups} are told");
        }
    }

    private static IEnumerable<LedgerJob> Some(Ledger ledger, SimulationRandom random)
    {
        const int most = 4;
        int skip = random.Next(Math.Max(1, ledger.OpenJobs.Count - most + 1));
        return ledger.OpenJobs.Values.Skip(skip).Take(most);
    }

    private static void Check(Ledger ledger, FarmState farm, LedgerJob job, UnitRef unit, Tally tally)
    {
        // Asked at the moment at which the farm is, so that nothing goes on by being asked.
        var context = new CommandContext(new Principal("judge"), default, UInt128.Zero);
        UnitExplanation told = farm.Explain(context, unit).Value;
        FarmTime now = farm.Glance(unit)!.Now; // It was explained just now.
        LedgerStep step = job.Steps[unit.Step];
        int place = step.ClassOf(unit.Unit);
        Require(told.State == TaskState.Pending, job, $"{unit} is said to be {told.State}, and waits");
        CheckObstacles(job, step, unit, told, now);
        CheckDependencies(job, step, unit, told);
        WorkersConsidered workers = told.Workers!; // It waits.
        ExplainedWorkers.Check(ledger, job, new WorkerJudge(ledger, job, unit.Step, place, now), workers);
        CheckLimits(ledger, job, step.Plan.Classes[place], told);
        CheckKept(ledger, job, new LedgerGroup(job.Id.Value, unit.Step, step.Plan.FirstClass + place), told);
        Count(told, tally);
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
            .Select(place => (place, LedgerJob.Twin(step, unit.Unit, job.Steps[place])))
            .Where(before => job.Steps[before.place].StateOf(before.Item2) != TaskState.Succeeded);
        HashSet<(int, long)> waits = [.. edges.Concat(equal)];
        (int, long)[] named = [.. told.Obstacles.Where(obstacle => obstacle.Kind == ObstacleKind.TaskUnfinished)
            .Select(obstacle => (obstacle.Unit!.Value.Step, obstacle.Unit!.Value.Unit))]; // Of this kind they are set.
        bool agrees = named.Length == Math.Min(waits.Count, UnfinishedMax) && named.All(waits.Contains);
        Require(agrees, job, $"{unit} waits for {waits.Count} tasks; {string.Join(", ", named)} are named");
    }

    private static void CheckLimits(
        Ledger ledger, LedgerJob job, Farm.Requirements.RequirementSpec spec, UnitExplanation told)
    {
        LedgerLimits limits = ledger.Limits;
        IEnumerable<string> full = limits.DemandsOf(spec)
            .Where(demand => !limits.Fits(demand.Key, demand.Value))
            .Where(demand => !(limits.IsPerHost(demand.Key) && told.Workers?.Able > 0))
            .Select(demand => $"{WhyLacking(limits, demand.Key, demand.Value)} {demand.Key}");
        RequireSame(job, full, told, LimitKinds);
    }

    private static ObstacleKind WhyLacking(LedgerLimits limits, string name, long amount)
    {
        if (!limits.Rows.TryGetValue(name, out LimitRow? row))
            return ObstacleKind.LimitUndefined;
        if (amount > (row.MaxCount - row.Headroom) * 1000L)
            return ObstacleKind.LimitTooSmall;
        return row.Closure is null ? ObstacleKind.LimitFull : ObstacleKind.LimitClosed;
    }

    private static void CheckKept(Ledger ledger, LedgerJob job, LedgerGroup group, UnitExplanation told)
    {
        IEnumerable<string> workers = ledger.Workers.Values.Where(worker => worker.KeptFor == group)
            .Select(worker => $"{ObstacleKind.WorkerReserved} {worker.Row.Name}");
        RequireSame(job, workers, told, [ObstacleKind.WorkerReserved]);
        int limits = told.Obstacles.Count(obstacle => obstacle.Kind == ObstacleKind.LimitReserved);
        bool kept = ledger.Limits.Kept.Contains(group);
        Require(limits == (kept ? 1 : 0), job, $"limits are kept for it: {kept}; that is told {limits} times");
        bool behind = told.Obstacles.Any(obstacle => obstacle.Kind == ObstacleKind.OthersFirst);
        bool alone = told.Obstacles.Count == 1 && told.Workers?.Able == 0;
        Require(!behind || alone, job, $"others come first, they say, beside {string.Join(", ", told.Obstacles)}");
    }

    private static void RequireSame(
        LedgerJob job, IEnumerable<string> judged, UnitExplanation told, IReadOnlyCollection<ObstacleKind> kinds)
    {
        string expected = string.Join(", ", judged.Order(StringComparer.Ordinal));
        string actual = string.Join(", ", told.Obstacles.Where(obstacle => kinds.Contains(obstacle.Kind))
            .Select(obstacle => $"{obstacle.Kind} {obstacle.Name}").Order(StringComparer.Ordinal));
        Require(actual == expected, job, $"it waits for [{actual}], they say; the judge finds [{expected}]");
    }

    private static void Count(UnitExplanation told, Tally tally)
    {
        foreach (Obstacle obstacle in told.Obstacles)
            tally.Pair("told of a task", "times", obstacle.Kind.ToString());
        foreach (WorkerExclusion exclusion in told.Workers?.Exclusions ?? [])
            tally.Pair("told of workers", "times", exclusion.Miss.Kind.ToString());
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
