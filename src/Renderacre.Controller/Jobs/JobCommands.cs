using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Http;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Logs;
using Renderacre.Controller.Reading;
using Renderacre.Controller.Submission;
using Renderacre.Controller.Writing;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Ids;
using Renderacre.Farm.State;

namespace Renderacre.Controller.Jobs;

/// <summary>What people do to jobs.</summary>
internal sealed class JobCommands(
    FarmWriter writer, FarmReading reading, JobAnswers answers, FarmLogBook book, ILogger<JobCommands> logger)
{
    /// <summary>Submits a job.</summary>
    /// <param name="submit">The submission.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The job, once durable.</returns>
    /// <exception cref="RefusedException">It is not valid.</exception>
    public async Task<Job> SubmitAsync(JobSubmit submit, CancellationToken cancellationToken)
    {
        PreparedJob prepared = JobPreparation.Prepare(submit);
        FarmResult<JobId> result = await writer.DoAsync(
            Principals.Api, (farm, context) => farm.Submit(context, prepared.Plan, prepared.Document), null, null,
            cancellationToken);
        JobId job = result.ValueOrRefuse("job", submit.Name);
        reading.Keep(job, prepared.Work, prepared.Document.Length);
        Log.JobSubmitted(logger, job.ToGuid(), submit.Name);
        book.JobSubmitted(job, submit.Name);
        return Find(job);
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

    private Job Find(JobId job) =>
        answers.Find(job) ?? throw WireIds.Unknown("job", job.ToGuid().ToString());
}
