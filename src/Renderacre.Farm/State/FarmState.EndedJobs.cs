using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;

namespace Renderacre.Farm.State;

/// <content>Commands on jobs that have ended: put away, take out again, delete.</content>
public sealed partial class FarmState
{
    /// <summary>Puts a job that has ended away, or takes it out again. Repeating it is harmless.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="id">The job.</param>
    /// <param name="archived">Whether it is to be put away.</param>
    /// <returns>Refused where the job has not ended.</returns>
    public FarmResult<Done> Archive(CommandContext context, JobId id, bool archived)
    {
        Begin(context);
        if (!_jobs.TryGetValue(id.Value, out FarmJob? job))
            return NotFound("job", id.Value);
        if (job.Archived == archived)
            return default(Done);
        if (!job.Ended)
            return Conflict($"a job that is {job.State} cannot be archived; it has to end first, or be cancelled");
        job.Archived = archived;
        JobAction action = archived ? JobAction.Archived : JobAction.Unarchived;
        Emit(new JobActed(id, action, null) { By = context.Principal, At = Now });
        Change(job);
        return default(Done);
    }

    /// <summary>Deletes a job that has ended, and all that is kept of it.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="id">The job.</param>
    /// <returns>Refused where the job has not ended, or a worker still holds something of it.</returns>
    public FarmResult<Done> Delete(CommandContext context, JobId id)
    {
        Begin(context);
        if (!_jobs.TryGetValue(id.Value, out FarmJob? job))
            return NotFound("job", id.Value);
        if (!job.Ended)
            return Conflict($"a job that is {job.State} cannot be deleted; it has to end first, or be cancelled");
        if (job.LiveSessions > 0)
        {
            return Conflict("a worker still holds something of the job; it can be deleted once that worker has "
                + "reported, or is lost");
        }

        Emit(new JobDeleted(id, job.Plan.Name) { By = context.Principal, At = Now });
        WakeDependents(id, job.State);
        WakeDependents(id, null);
        Release(job);
        _changedJobs.Remove(job);
        _changedSteps.RemoveAll(step => step.Job == job);
        return default(Done);
    }
}
