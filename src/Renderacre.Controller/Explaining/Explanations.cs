using Renderacre.Contracts.Explaining;
using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Documents;
using Renderacre.Controller.Http;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Reading;
using Renderacre.Controller.Writing;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Explaining;
using Renderacre.Farm.Ids;
using Renderacre.Farm.State;
using Renderacre.Storage.Stores;
using JobExplanation = Renderacre.Contracts.Explaining.JobExplanation;

namespace Renderacre.Controller.Explaining;

/// <summary>
/// Why tasks and jobs are where they are. The writer looks at every worker for it, so one at a time is asked for.
/// </summary>
internal sealed class Explanations(FarmWriter writer, FarmReading reading, FailureAnswers failures) : IDisposable
{
    private const int AtOnceMax = 1;

    private readonly SemaphoreSlim _room = new(AtOnceMax);

    /// <summary>Why a task is where it is.</summary>
    /// <param name="id">The task's id as the request has it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="RefusedException">There is no such task.</exception>
    public async Task<TaskExplanation> OfTaskAsync(string id, CancellationToken cancellationToken)
    {
        UnitRef unit = WireIds.ParseTask(id);
        UnitExplanation explained = (await AskAsync(
            (farm, context) => farm.Explain(context, unit), unit.Job, cancellationToken)).ValueOrRefuse("task", id);
        return reading.Read(queries => reading.FindWork(queries, unit.Job) is { } work
            ? Make(queries, work, unit, explained)
            : null) ?? throw WireIds.Unknown("task", id);
    }

    /// <summary>Why a job is where it is.</summary>
    /// <param name="id">The job's id as the request has it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="RefusedException">There is no such job.</exception>
    public async Task<JobExplanation> OfJobAsync(string id, CancellationToken cancellationToken)
    {
        JobId job = WireIds.ParseJob(id);
        Farm.Explaining.JobExplanation explained = (await AskAsync(
            (farm, context) => farm.Explain(context, job), job, cancellationToken)).ValueOrRefuse("job", id);
        return reading.Read(queries => reading.FindWork(queries, job) is { } work
            ? Make(queries, work, job, explained)
            : null) ?? throw WireIds.Unknown("job", id);
    }

    /// <inheritdoc/>
    public void Dispose() => _room.Dispose();

    private async Task<FarmResult<T>> AskAsync<T>(
        Func<FarmState, CommandContext, FarmResult<T>> ask, JobId job, CancellationToken cancellationToken)
    {
        await _room.WaitAsync(cancellationToken);
        try
        {
            return await writer.DoAsync(Principals.Api, ask, job, null, cancellationToken);
        }
        finally
        {
            _room.Release();
        }
    }

    private TaskExplanation Make(IFarmQueries queries, JobWork work, UnitRef unit, UnitExplanation explained)
    {
        var words = new ExplanationWords(work);
        ExplainedReason[] reasons = [.. explained.Obstacles.Select(words.Of)];
        ExplainedWorkers? workers = explained.Workers is { } considered ? ExplanationWords.Of(considered) : null;
        ExplainedFailure? failure = failures.Find(queries, work, unit);
        return new TaskExplanation
        {
            TaskId = unit.ToGuid(),
            Task = work.TaskName(unit),
            State = explained.State,
            Summary = workers is null
                ? Summary(queries, explained, failure)
                : ExplanationWords.Summary(reasons, workers),
            Reasons = reasons,
            Workers = workers,
            Failure = failure,
            Warnings = DoubtWords.Of(explained.Doubts),
        };
    }

    private static string Summary(IFarmQueries queries, UnitExplanation explained, ExplainedFailure? failure)
    {
        string? worker = explained.Lease is { } lease
            ? queries.Worker(lease.Worker)?.Row.Name ?? lease.Worker.ToGuid().ToString()
            : null;
        if (explained.Removed)
            return "an edit has taken it out of its job; edit the job's frames to have it again";
        return explained.State switch
        {
            TaskState.Pending => "it waits",
            TaskState.Leased => $"worker '{worker}' has it and has not started it yet",
            TaskState.Running => $"it runs on worker '{worker}'",
            TaskState.Succeeded => "it has succeeded",
            TaskState.Cancelled => "it was cancelled; requeue it to have it run",
            TaskState.Failed when failure is { } last =>
                $"attempt {last.Attempt} failed on worker '{last.Worker ?? last.WorkerId.ToString()}' and no retry is "
                + $"left: {last.Message ?? "it told nothing"}",
            TaskState.Failed => "it has failed",
        };
    }

    private JobExplanation Make(
        IFarmQueries queries, JobWork work, JobId job, Farm.Explaining.JobExplanation explained)
    {
        var words = new ExplanationWords(work);
        return new JobExplanation
        {
            JobId = job.ToGuid(),
            State = explained.State,
            Steps = [.. explained.Groups.Select(group => Make(words, work, group))],
            StepsLeftOut = explained.GroupsLeftOut,
            Warnings = DoubtWords.Of(explained.Doubts),
            Failures = [.. explained.Failed.Select(unit => failures.Find(queries, work, unit))
                .OfType<ExplainedFailure>()],
        };
    }

    private static StepExplanation Make(ExplanationWords words, JobWork work, GroupExplanation group)
    {
        ExplainedReason[] reasons = [.. group.Obstacles.Select(words.Of)];
        ExplainedWorkers workers = ExplanationWords.Of(group.Workers);
        return new StepExplanation
        {
            Step = work.StepName(group.Step),
            Ready = group.ReadyUnits,
            Summary = ExplanationWords.Summary(reasons, workers),
            Reasons = reasons,
            Workers = workers,
        };
    }
}
