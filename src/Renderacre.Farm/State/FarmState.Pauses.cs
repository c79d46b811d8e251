using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Explaining;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.State;

/// <content>
/// Holding single tasks back, and steps, which is all tasks of one. What runs goes on; what comes back to pending
/// stays.
/// </content>
public sealed partial class FarmState
{
    /// <summary>Holds a unit back, or lets it go on. Repeating it is harmless.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="reference">The unit.</param>
    /// <param name="paused">Whether it is to be held back.</param>
    /// <returns>Refused where the unit, or its job, has ended.</returns>
    public FarmResult<Done> PauseUnit(CommandContext context, UnitRef reference, bool paused)
    {
        Begin(context);
        if (Find(reference) is not { } step)
            return NotFound("task", reference.Unit);
        long unit = reference.Unit;
        TaskState state = StateOf(step, unit);
        if (state is TaskState.Succeeded or TaskState.Failed or TaskState.Cancelled)
            return Conflict($"a task that has {state} cannot be {Word(paused)}");
        if (step.Job.Ended)
            return Conflict($"a task of a job that is {step.Job.State} cannot be {Word(paused)}");
        if (step.IsPaused(unit) == paused)
            return default(Done);
        StopResting(step, unit);
        step.PausedUnits().Set(unit, paused);
        if (state == TaskState.Pending)
        {
            step.GroupOf(unit).TakeOut(unit);
            MakeReadyAfterRest(step, unit, step.Units.GetValueOrDefault(unit)?.Row.RestsUntil ?? default);
        }

        if (paused && step.Units.GetValueOrDefault(unit)?.Lease is { } lease && IsAhead(lease))
            Recall(lease);
        UnitAction action = paused ? UnitAction.Paused : UnitAction.Resumed;
        Emit(new UnitActed(reference, action) { By = context.Principal, At = Now });
        Settle(step.GroupOf(unit));
        return default(Done);
    }

    /// <summary>Holds all units of a step back, or lets all of them go on. Repeating it is harmless.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="id">The job.</param>
    /// <param name="name">The step's name.</param>
    /// <param name="paused">Whether it is to be held back.</param>
    /// <returns>Refused where the job has ended, or has no such step.</returns>
    public FarmResult<Done> PauseStep(CommandContext context, JobId id, string name, bool paused)
    {
        Begin(context);
        if (!_jobs.TryGetValue(id.Value, out FarmJob? job))
            return NotFound("job", id.Value);
        if (job.Steps.Find(each => each.Plan.Name == name) is not { } step)
            return new FarmError(FarmErrorKind.Invalid, NoStep(job, name));
        if (job.Ended || step.Complete)
        {
            JobState state = step.Complete ? JobState.Succeeded : job.State;
            return Conflict($"step '{name}' is {state} and cannot be {Word(paused)}");
        }

        if (step.PausedUnits().Count == (paused ? step.Plan.UnitCount : 0))
            return default(Done);
        PauseAll(step, paused);
        Rearrange(step, regroups: false);
        foreach (UnitGroup group in step.Groups)
        {
            Settle(group);
            if (paused)
                RecallAll(group);
        }

        StepAction action = paused ? StepAction.Paused : StepAction.Resumed;
        Emit(new StepActed(id, step.Place, action) { By = context.Principal, At = Now });
        return default(Done);
    }

    private static void PauseAll(FarmStep step, bool paused)
    {
        step.PausedUnits().SetAll(paused);
        if (step.Removed is { } removed)
            step.PausedUnits().RemoveAll(removed);
    }

    private static string Word(bool paused) => paused ? "paused" : "resumed";

    private static string NoStep(FarmJob job, string name) =>
        $"there is no step '{name}'; the job has {string.Join(", ", job.Steps.Take(UnfinishedMax).Select(Named))}"
        + (job.Steps.Count > UnfinishedMax ? " …" : "");

    private static string Named(FarmStep step) =>
        step.Plan.Name.Length == 0 ? "tasks without a step" : $"'{step.Plan.Name}'";

    private static IEnumerable<Obstacle> PauseOf(FarmStep step, long unit)
    {
        if (step.IsPaused(unit))
            yield return PauseIn(step, 1);
    }

    private static IEnumerable<Obstacle> PausesOf(UnitGroup group)
    {
        if (group.Paused is { IsEmpty: false } paused)
            yield return PauseIn(group.Step, paused.Count);
    }

    private static Obstacle PauseIn(FarmStep step, long count)
    {
        bool all = step.Plan.Name.Length > 0 && step.Paused?.Count == step.Plan.UnitCount;
        return new Obstacle(all ? ObstacleKind.StepPaused : ObstacleKind.TaskPaused)
        {
            Step = step.Place,
            Count = count,
        };
    }
}
