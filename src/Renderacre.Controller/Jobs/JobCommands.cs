using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Hooks;
using Renderacre.Controller.Explaining;
using Renderacre.Controller.Http;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Logs;
using Renderacre.Controller.Reading;
using Renderacre.Controller.Submission;
using Renderacre.Controller.Writing;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.State;
using Renderacre.Farm.Units;

namespace Renderacre.Controller.Jobs;

/// <summary>What people do to jobs.</summary>
internal sealed class JobCommands(
    FarmWriter writer, FarmReading reading, JobAnswers answers, FarmLogBook book, JobRemoval removal,
    HookSettings hooks, ILogger<JobCommands> logger)
{
    /// <summary>Submits a job.</summary>
    /// <param name="submit">The submission.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The job, once durable.</returns>
    /// <exception cref="RefusedException">It is not valid.</exception>
    public async Task<Job> SubmitAsync(JobSubmit submit, CancellationToken cancellationToken)
    {
        bool namesAny = submit.Queue is not null || submit.StorageProfile is not null;
        KnownNames names = namesAny ? reading.Names() : KnownNames.None;
        PreparedJob prepared = JobPreparation.Prepare(submit, names with { Hooks = hooks });
        CheckUpstream("depends_on_jobs", prepared.Plan.DependsOnJobs);
        return await SubmitAsync(prepared, cancellationToken);
    }

    /// <summary>Submits a copy of a job.</summary>
    /// <param name="id">The job's id as the request has it.</param>
    /// <param name="clone">What is different in the copy.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The copy, once durable.</returns>
    /// <exception cref="RefusedException">There is no such job, or a value is wrong.</exception>
    public Task<Job> CloneAsync(string id, JobClone clone, CancellationToken cancellationToken)
    {
        var faults = new FaultList();
        JobChanges.Check(clone, faults);
        if (clone is { Failed: true, Parameters.Count: > 0 })
            faults.Add("parameters", "other values make other tasks; they cannot stand beside 'failed'");
        faults.ThrowIfAny();
        PreparedJob copy = reading.Read(queries => JobCopy.Make(queries, WireIds.ParseJob(id), clone, faults))
            ?? throw WireIds.Unknown("job", id);
        faults.ThrowIfAny();
        CheckUpstream("add_depends_on_jobs", copy.Plan.DependsOnJobs);
        JobId job = WireIds.ParseJob(id);
        return clone.Failed == true
            ? SubmitAsync(
                copy, (farm, context) => farm.Resubmit(context, job, copy.Plan, copy.Document), job, cancellationToken)
            : SubmitAsync(copy, cancellationToken);
    }

    /// <summary>Takes tasks of a job back to pending.</summary>
    /// <param name="id">The job's id as the request has it.</param>
    /// <param name="requeue">Which.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The job as it is then.</returns>
    /// <exception cref="RefusedException">
    /// There is no such job or step, no kind of tasks is named, or too many tasks have succeeded.
    /// </exception>
    public async Task<Job> RequeueAsync(string id, JobRequeue requeue, CancellationToken cancellationToken)
    {
        JobId job = WireIds.ParseJob(id);
        UnitsToRequeue which = reading.Read(queries => JobRequeues.Find(queries, job, requeue))
            ?? throw WireIds.Unknown("job", id);
        FarmResult<long> result = await writer.DoAsync(
            Principals.Api, (farm, context) => farm.Requeue(context, job, which), job, null, cancellationToken);
        Log.JobActed(logger, job.ToGuid(), $"{result.ValueOrRefuse("job", id)} tasks requeued");
        return Find(job);
    }

    /// <summary>Deletes a job that has ended; its logs go soon after.</summary>
    /// <param name="id">The job's id as the request has it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="RefusedException">There is no such job, or it has not ended.</exception>
    public async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        JobId job = WireIds.ParseJob(id);
        FarmResult<Done> result = await writer.DoAsync(
            Principals.Api, (farm, context) => farm.Delete(context, job), job, null, cancellationToken);
        result.ValueOrRefuse("job", id);
        reading.Forget(job);
        removal.Wake();
        Log.JobActed(logger, job.ToGuid(), "deleted");
    }

    private Task<Job> SubmitAsync(PreparedJob prepared, CancellationToken cancellationToken) => SubmitAsync(
        prepared, (farm, context) => farm.Submit(context, prepared.Plan, prepared.Document), null, cancellationToken);

    private async Task<Job> SubmitAsync(
        PreparedJob prepared, Func<FarmState, CommandContext, FarmResult<JobId>> submit, JobId? of,
        CancellationToken cancellationToken)
    {
        string name = prepared.Plan.Name;
        IReadOnlyList<string> warnings = [];
        var command = new ResultCommand<JobId>(Judge)
        {
            Principal = Principals.Api,
            Job = of,
            Others = [.. prepared.Plan.DependsOnJobs.Select(each => each.Job)],
        };
        FarmResult<JobId> result = await writer.DoAsync(command, cancellationToken);
        JobId job = result.ValueOrRefuse("job", name);
        reading.Keep(job, prepared.Work, prepared.Document.Length);
        Log.JobSubmitted(logger, job.ToGuid(), name);
        book.JobSubmitted(job, name);
        return Find(job) with { Warnings = warnings.Count > 0 ? warnings : null };

        FarmResult<JobId> Judge(FarmState farm, CommandContext context)
        {
            warnings = DoubtWords.Of(farm.DoubtsAbout(prepared.Plan));
            return prepared.Refusal(warnings) is { } refusal ? refusal : submit(farm, context);
        }
    }

    /// <summary>Does something to a job.</summary>
    /// <param name="id">The job's id as the request has it.</param>
    /// <param name="action">What is done, for the log.</param>
    /// <param name="act">Does it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The job as it is then.</returns>
    /// <exception cref="RefusedException">There is no such job, or its state does not allow it.</exception>
    public async Task<Job> ActAsync(
        string id, string action, Func<FarmState, CommandContext, JobId, FarmResult<Done>> act,
        CancellationToken cancellationToken)
    {
        JobId job = WireIds.ParseJob(id);
        FarmResult<Done> result = await writer.DoAsync(
            Principals.Api, (farm, context) => act(farm, context, job), job, null, cancellationToken);
        result.ValueOrRefuse("job", id);
        Log.JobActed(logger, job.ToGuid(), action);
        return Find(job);
    }

    private void CheckUpstream(string field, IReadOnlyList<JobDependency> jobs)
    {
        if (jobs.Count == 0)
            return;
        var faults = new FaultList();
        reading.Read(queries =>
        {
            JobDependencies.CheckThere(field, jobs, queries, faults);
            return jobs.Count;
        });
        faults.ThrowIfAny();
    }

    private Job Find(JobId job) =>
        answers.Find(job) ?? throw WireIds.Unknown("job", job.ToGuid().ToString());
}
