using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Explaining;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Scheduling;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.State;

/// <content>Telling why a task or a job is where it is, from what the decisions themselves are made by.</content>
public sealed partial class FarmState
{
    /// <summary>Tasks that are waited for and are named, at most.</summary>
    private const int UnfinishedMax = 5;

    /// <summary>Groups of a job that are explained, at most.</summary>
    private const int GroupsExplainedMax = 20;

    /// <summary>Failed tasks of a job that are named, at most.</summary>
    private const int FailedMax = 5;

    /// <summary>Tells why a task is where it is. Changes nothing.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="reference">The task.</param>
    /// <returns>Refused where there is no such task.</returns>
    public FarmResult<UnitExplanation> Explain(CommandContext context, UnitRef reference)
    {
        Begin(context);
        if (Find(reference) is not { } step)
            return NotFound("task", reference.Unit);
        long unit = reference.Unit;
        TaskState state = StateOf(step, unit);
        if (state != TaskState.Pending)
        {
            return new UnitExplanation(state, [], null, step.Units.GetValueOrDefault(unit)?.Lease?.Granted)
            {
                Removed = step.IsRemoved(unit),
            };
        }

        UnitGroup group = step.GroupOf(unit);
        WorkersConsidered workers = Consider(group);
        List<Obstacle> obstacles =
        [
            .. PauseOf(step, unit), .. RestOf(step, unit), .. ObstaclesOf(group), .. ReservationsFor(group),
            .. LimitReservationsFor(group), .. LimitObstacles(group.Class, workers),
            .. UnfinishedBefore(step, unit),
        ];
        AddOthersFirst(group, workers, obstacles);
        return new UnitExplanation(state, obstacles, workers, null) { Doubts = DoubtsAbout(reference.Job) };
    }

    /// <summary>Tells why a job is where it is. Changes nothing.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="id">The job.</param>
    /// <returns>Refused where there is no such job.</returns>
    public FarmResult<JobExplanation> Explain(CommandContext context, JobId id)
    {
        Begin(context);
        if (!_jobs.TryGetValue(id.Value, out FarmJob? job))
            return NotFound("job", id.Value);
        List<WaitingGroup> waiting = job.Ended ? [] : WaitingGroups(job);
        UnitRef[] failed = [.. job.Steps.SelectMany(FailedOf).Take(FailedMax)];
        return new JobExplanation(
            job.State, [.. waiting.Take(GroupsExplainedMax).Select(Explain)],
            Math.Max(0, waiting.Count - GroupsExplainedMax), failed)
        {
            Doubts = DoubtsAbout(id),
        };
    }

    private IEnumerable<Obstacle> RestOf(FarmStep step, long unit)
    {
        if (Rests(step, unit))
            yield return new Obstacle(ObstacleKind.Resting) { Count = 1, Until = step.Units[unit].Row.RestsUntil };
    }

    private static IEnumerable<UnitRef> FailedOf(FarmStep step) =>
        step.Units.Where(entry => entry.Value.Row.Failed && !step.IsRemoved(entry.Key))
            .Select(entry => step.Ref(entry.Key));

    private GroupExplanation Explain(WaitingGroup waits)
    {
        UnitGroup group = waits.Group;
        WorkersConsidered workers = Consider(group);
        List<Obstacle> obstacles =
        [
            .. PausesOf(group), .. ObstaclesOf(group), .. ReservationsFor(group), .. LimitReservationsFor(group),
            .. LimitObstacles(group.Class, workers),
            .. waits.Unmet is { } unmet ? UnfinishedBefore(group.Step, unmet).Take(1) : [],
        ];
        if (group.Parked.HasFlag(ParkingReasons.Resting))
        {
            obstacles.Add(new Obstacle(ObstacleKind.Resting)
            {
                Count = group.Resting.Count,
                Until = group.Resting.First,
            });
        }

        AddOthersFirst(group, workers, obstacles);
        long waiting = group.Ready.Count + (group.Paused?.Count ?? 0);
        return new GroupExplanation(group.Step.Place, waiting, obstacles, workers);
    }

    /// <summary>What keeps a group parked, told in full.</summary>
    private IEnumerable<Obstacle> ObstaclesOf(UnitGroup group)
    {
        if (group.Parked.HasFlag(ParkingReasons.JobPaused))
            yield return new Obstacle(ObstacleKind.JobPaused);
        if (group.Parked.HasFlag(ParkingReasons.JobCancelled))
            yield return new Obstacle(ObstacleKind.JobCancelled);
        foreach (Obstacle upstream in group.Step.Job.Waits.Take(UnfinishedMax).Select(JobUnfinished))
            yield return upstream;
        foreach (Obstacle bound in PolicyObstacles(group.Step.Job, group.Parked))
            yield return bound;
        if (group.Parked.HasFlag(ParkingReasons.StepFailedTooMuch))
            yield return FailedTooMuch(group.Step);
        foreach (int upstream in group.Step.Plan.DependsOnSteps)
        {
            FarmStep before = group.Step.Job.Steps[upstream];
            if (!before.Complete)
                yield return Unfinished(before);
        }
    }

    private static IEnumerable<Obstacle> PolicyObstacles(FarmJob job, ParkingReasons parked)
    {
        PlanPolicy policy = job.Policy;
        if (parked.HasFlag(ParkingReasons.BeforeStart))
            yield return new Obstacle(ObstacleKind.BeforeStart) { Until = policy.StartAfter };
        if (parked.HasFlag(ParkingReasons.FailedTooMuch))
        {
            yield return new Obstacle(ObstacleKind.FailedTooMuch)
            {
                Count = job.Counters.Of(TaskState.Failed),
                Of = policy.Threshold.Of(job.Counters.Total),
            };
        }

        if (parked.HasFlag(ParkingReasons.RunningFull))
            yield return new Obstacle(ObstacleKind.RunningFull) { Count = job.LiveSessions, Of = policy.MaxRunning };
        if (parked.HasFlag(ParkingReasons.WorkersFull))
        {
            yield return new Obstacle(ObstacleKind.WorkersFull)
            {
                Count = job.SessionsByWorker.Count,
                Of = policy.MaxWorkers,
            };
        }
    }

    private static Obstacle FailedTooMuch(FarmStep step) => new(ObstacleKind.StepFailedTooMuch)
    {
        Step = step.Place,
        Count = step.FailedCount,
        Of = step.Failures.Threshold.Of(step.Plan.UnitCount),
    };

    private Obstacle JobUnfinished(KeyValuePair<long, JobWait> wait)
    {
        FarmJob? before = _jobs.GetValueOrDefault(wait.Key);
        return new Obstacle(ObstacleKind.JobUnfinished)
        {
            Job = new JobId(wait.Key),
            Name = before?.Plan.Name,
            JobState = before?.State ?? wait.Value.State,
        };
    }

    private static Obstacle Unfinished(FarmStep before) => new(ObstacleKind.StepUnfinished)
    {
        Step = before.Place,
        Count = before.SucceededCount,
        Of = before.Plan.UnitCount,
    };

    private static IEnumerable<Obstacle> UnfinishedBefore(FarmStep step, long unit)
    {
        IEnumerable<(FarmStep Step, long Unit)> edges =
            (step.Plan.UnitDependencies?[(int)unit] ?? []).Select(before => (step, (long)before));
        IEnumerable<(FarmStep Step, long Unit)> equal =
            step.Plan.DependsOnEqualUnits.Select(upstream => step.Job.Steps[upstream])
                .Select(before => (before, step.Twin(unit, before)));
        return edges.Concat(equal)
            .Where(before => !before.Step.Succeeded[before.Unit])
            .Take(UnfinishedMax)
            .Select(before => new Obstacle(ObstacleKind.TaskUnfinished)
            {
                Unit = before.Step.Ref(before.Unit),
                UnitState = StateOf(before.Step, before.Unit),
            });
    }

    private void AddOthersFirst(UnitGroup group, WorkersConsidered workers, List<Obstacle> obstacles)
    {
        if (obstacles.Count > 0 || workers.Able > 0 || group.Standing is null)
            return;
        long before = _ready.CountBefore(group);
        if (before > 0)
            obstacles.Add(new Obstacle(ObstacleKind.OthersFirst) { Count = before });
    }

    /// <summary>Whether some worker could open a session of it now, be it one that its job has already.</summary>
    private static bool AsksForWorkers(UnitGroup group) => (group.Parked & ~ParkingReasons.WorkersFull) == 0;

    /// <summary>
    /// Judges every worker that is still there; what several of them lack is counted, and who lacks least is named.
    /// </summary>
    private WorkersConsidered Consider(UnitGroup group)
    {
        RequirementClass wanted = group.Class;
        var tally = new MissTally();
        var misses = new List<WorkerObstacle>();
        FarmWorker? nearest = null;
        WorkerObstacle[] least = [];
        int able = 0, considered = 0;
        foreach (FarmWorker worker in _workers.Values)
        {
            if (IsSuperseded(worker))
                continue;
            considered++;
            misses.Clear();
            WorkerJudgement.Judge(worker, group, misses);
            if (AsksForWorkers(group) && BarOf(worker, group) is { } bar)
                misses.Add(new(WorkerObstacleKind.LimitKept, bar.PlaceOfShort(wanted, worker)));
            able += misses.Count == 0 ? 1 : 0;
            tally.Add(misses);
            if (nearest is null || misses.Count < least.Length)
                (nearest, least) = (worker, [.. misses]);
        }

        WorkerExclusion[] exclusions = [.. tally.Counts.Select(count =>
            new WorkerExclusion(MissWords.Of(count.Missing, wanted, null), count.Workers))];
        NearestWorker? closest = able > 0 || nearest is null ? null : new NearestWorker(
            nearest.Id, nearest.Row.Name, [.. least.Select(miss => MissWords.Of(miss, wanted, nearest))]);
        return new WorkersConsidered(considered, able, exclusions, closest);
    }
}
