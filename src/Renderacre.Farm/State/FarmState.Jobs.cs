using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.State;

/// <content>Commands on jobs.</content>
public sealed partial class FarmState
{
    /// <summary>Takes a job into the farm.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="plan">A plan in which <see cref="JobPlanCheck"/> finds no fault.</param>
    /// <param name="document">The edge's document of the job, kept with it.</param>
    /// <returns>The job's number; refused where a job that it is to wait for is not in memory.</returns>
    public FarmResult<JobId> Submit(CommandContext context, JobPlan plan, ReadOnlyMemory<byte> document)
    {
        Begin(context);
        if (FaultIn(null, plan.DependsOnJobs) is { } fault)
            return fault;
        return TakeIn(plan, document, null);
    }

    private JobId TakeIn(JobPlan plan, ReadOnlyMemory<byte> document, FarmJob? succeededAsIn)
    {
        var job = new FarmJob(new JobId(NewId()), plan, Now, _shares.Of(plan));
        job.Counters.Add(TaskState.Pending, plan.Steps.Sum(step => step.UnitCount));
        AddSteps(job);
        if (succeededAsIn is not null)
            CopySuccesses(succeededAsIn, job);
        FinishSteps(job);
        AwaitStart(job);
        ApplyLists(job);
        _jobs[job.Id.Value] = job;
        Emit(new JobSubmitted(job.Id, plan, document)
        {
            By = _context.Principal,
            At = Now,
            SucceededAsIn = succeededAsIn?.Id,
        });
        Depend(job, plan.DependsOnJobs);
        Change(job);
        foreach (UnitGroup group in job.Steps.SelectMany(step => step.Groups))
            Refresh(group);
        return job.Id;
    }

    /// <summary>Holds a job back: what runs goes on, nothing starts. Repeating it is harmless.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="id">The job.</param>
    /// <returns>Refused where the job has ended.</returns>
    public FarmResult<Done> Pause(CommandContext context, JobId id) => SetPaused(context, id, true, "paused");

    /// <summary>Lets a job go on. Harmless where it is not paused.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="id">The job.</param>
    /// <returns>Refused where the job has ended.</returns>
    public FarmResult<Done> Resume(CommandContext context, JobId id) => SetPaused(context, id, false, "resumed");

    /// <summary>
    /// Cancels all of a job that has not ended. Live leases stand until their workers report. Repeating it is harmless.
    /// </summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="id">The job.</param>
    /// <returns>Refused where the job has succeeded.</returns>
    public FarmResult<Done> Cancel(CommandContext context, JobId id)
    {
        Begin(context);
        if (!_jobs.TryGetValue(id.Value, out FarmJob? job))
            return NotFound("job", id.Value);
        if (job.State == JobState.Succeeded)
            return Conflict("the job has succeeded and cannot be cancelled any more");
        if (job.State == JobState.Cancelled)
            return default(Done);
        job.Cancelled = true;
        foreach (FarmStep step in job.Steps)
            CancelStep(step);
        Emit(new JobActed(id, JobAction.Cancelled, null) { By = context.Principal, At = Now });
        Change(job);
        return default(Done);
    }

    /// <summary>Gives a job another priority, in any state.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="id">The job.</param>
    /// <param name="priority">Higher goes first.</param>
    /// <returns>Refused only where there is no such job.</returns>
    public FarmResult<Done> SetPriority(CommandContext context, JobId id, int priority)
    {
        Begin(context);
        if (!_jobs.TryGetValue(id.Value, out FarmJob? job))
            return NotFound("job", id.Value);
        List<UnitGroup> groups = [.. job.Steps.SelectMany(step => step.Groups)];
        foreach (UnitGroup group in groups)
            Unqueue(group);
        job.Priority = priority;
        foreach (UnitGroup group in groups)
            Refresh(group);
        Emit(new JobActed(id, JobAction.Reprioritized, $"priority={priority}") { By = context.Principal, At = Now });
        Change(job);
        return default(Done);
    }

    private static FarmError Conflict(string message) => new(FarmErrorKind.StateConflict, message);

    private FarmResult<Done> SetPaused(CommandContext context, JobId id, bool paused, string word)
    {
        Begin(context);
        if (!_jobs.TryGetValue(id.Value, out FarmJob? job))
            return NotFound("job", id.Value);
        if (job.Ended)
            return Conflict($"a job that is {job.State} cannot be {word}");
        if (job.Paused == paused)
            return default(Done);
        job.Paused = paused;
        foreach (UnitGroup group in job.Steps.SelectMany(step => step.Groups))
        {
            Refresh(group);
            if (paused)
                RecallAll(group);
        }

        JobAction action = paused ? JobAction.Paused : JobAction.Resumed;
        Emit(new JobActed(id, action, null) { By = context.Principal, At = Now });
        Change(job);
        return default(Done);
    }

    /// <summary>Cancels a step's pending and leased units at once, whatever their number.</summary>
    private void CancelStep(FarmStep step)
    {
        foreach (FarmLease lease in LeasesOf(step))
            Stop(lease);
        step.Cancelled.SetAll(true);
        foreach ((long unit, FarmUnit held) in step.Units)
        {
            if (held.Row.Failed)
                step.Cancelled.Set(unit, false);
        }

        foreach (UnitGroup group in step.Groups)
        {
            group.Clear();
            group.Resting.Clear();
            Refresh(group);
        }

        UnitCounters counters = step.Job.Counters;
        foreach (TaskState state in new[] { TaskState.Pending, TaskState.Leased, TaskState.Running })
            counters.Move(state, TaskState.Cancelled, counters.Of(state));
        Change(step);
    }

    private static List<FarmLease> LeasesOf(FarmStep step) =>
        [.. step.Units.Select(unit => unit.Value.Lease).OfType<FarmLease>().Distinct()];
}
