using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Sessions;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.State;

/// <content>
/// Editing a job that is there. The new plan is made and checked outside the writer, of the plan that the job had then;
/// here it takes the old one's place at once, or not at all.
/// </content>
public sealed partial class FarmState
{
    /// <summary>Gives a job another plan, and has it wait for other jobs.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="id">The job.</param>
    /// <param name="edit">What is to be different.</param>
    /// <returns>
    /// Refused where somebody else has edited the job meanwhile, where a job to wait for is not in memory, or where
    /// jobs would wait for each other; then nothing has changed.
    /// </returns>
    public FarmResult<Done> Edit(CommandContext context, JobId id, PlanEdit edit)
    {
        Begin(context);
        if (!_jobs.TryGetValue(id.Value, out FarmJob? job))
            return NotFound("job", id.Value);
        if (edit.Plan.Revision != job.Plan.Revision + 1)
            return Conflict("somebody else has edited the job meanwhile; look at it, and edit it again");
        if (FaultIn(job, edit.Added) is { } fault)
            return fault;
        CheckTasks(job.Plan, edit.Plan);
        JobPlan plan = Number(job, edit.Plan, edit.EndsSessions);
        RevokeComingBack(job, plan);
        (JobState before, bool[] complete) = (job.State, [.. job.Steps.Select(step => step.Complete)]);
        foreach (UnitGroup group in job.Steps.SelectMany(step => step.Groups))
            Unqueue(group);
        Emit(new JobEdited(id, plan, edit.Document, edit.Detail) { By = context.Principal, At = Now });
        job.Priority = edit.Priority ?? job.Priority;
        Replan(job, plan);
        Drop(job, edit.Dropped);
        Depend(job, edit.Added);
        foreach (UnitGroup group in job.Steps.SelectMany(step => step.Groups))
        {
            Refresh(group);
            if (!group.Leasable)
                RecallAll(group);
        }

        EndAnew(job, before, complete);
        Change(job);
        return default(Done);
    }

    private void Replan(FarmJob job, JobPlan plan)
    {
        IReadOnlyList<StepPlan> old = job.Plan.Steps;
        job.Plan = plan;
        foreach (FarmStep step in job.Steps)
        {
            step.Replan(plan.Steps[step.Place]);
            if (HasOtherUnits(old[step.Place], step.Plan))
                Retask(step, old[step.Place]);
        }

        foreach (FarmStep step in job.Steps)
        {
            bool regroups = old[step.Place].FirstClass != step.Plan.FirstClass;
            bool retasked = step.Plan.DependsOnEqualUnits.Append(step.Place)
                .Any(place => HasOtherUnits(old[place], plan.Steps[place]));
            if (step.Reorder(old[step.Place]) | regroups | retasked)
                Rearrange(step, regroups);
        }

        if (old.Zip(plan.Steps).Any(pair => HasOtherUnits(pair.First, pair.Second)))
            GoOnWithTasks(job);
        SetPolicy(job, plan.Policy ?? PlanPolicy.None);
    }

    /// <summary>Works out anew what of a step is ready, in its order, in groups of its classes.</summary>
    private void Rearrange(FarmStep step, bool regroups)
    {
        foreach (UnitGroup group in step.Groups)
        {
            group.Clear();
            group.Resting.Clear();
        }

        if (regroups)
            Regroup(step);
        MakeReady(step);
    }

    private void SetPolicy(FarmJob job, PlanPolicy policy)
    {
        job.Policy = policy;
        job.SessionsByWorker.Clear();
        foreach (FarmSession session in policy.MaxWorkers is null ? [] : LiveSessions)
        {
            if (session.Group.Step.Job == job)
                CountAtWorker(job, session.Worker.Id.Value, 1);
        }

        job.BeforeStart = false;
        AwaitStart(job);
        ApplyLists(job);
        foreach (FarmWorker worker in job.FailuresByWorker.Count == 0 ? [] : _workers.Values)
            SettleExclusion(job, worker);
    }
}
