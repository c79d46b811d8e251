using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Leases;
using Renderacre.Contracts.Sync;
using Renderacre.Controller.Http;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Writing;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Leases;
using Renderacre.Farm.State;

namespace Renderacre.Controller.Tasks;

/// <summary>What people do to tasks, and what v1 workers say of those they hold.</summary>
internal sealed class TaskCommands(FarmWriter writer, TaskAnswers answers, ILogger<TaskCommands> logger)
{
    /// <summary>Does something to a task.</summary>
    /// <param name="id">The task's id as the request has it.</param>
    /// <param name="act">Does it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The task as it is then.</returns>
    /// <exception cref="RefusedException">There is no such task, or its state does not allow it.</exception>
    public async Task<TaskInfo> ActAsync(
        string id, Func<FarmState, CommandContext, UnitRef, FarmResult<Done>> act, CancellationToken cancellationToken)
    {
        UnitRef unit = WireIds.ParseTask(id);
        FarmResult<Done> result = await writer.DoAsync(
            Principals.Api, (farm, context) => act(farm, context, unit), unit.Job, null, cancellationToken);
        result.ValueOrRefuse("task", id);
        return Find(id, unit, null);
    }

    /// <summary>Takes a task back to pending.</summary>
    /// <param name="id">The task's id as the request has it.</param>
    /// <param name="succeededToo">Whether it is even where it has succeeded.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The task as it is then.</returns>
    /// <exception cref="RefusedException">There is no such task, or its state does not allow it.</exception>
    public Task<TaskInfo> RequeueAsync(string id, bool succeededToo, CancellationToken cancellationToken)
    {
        int? newest = succeededToo
            ? answers.Find(WireIds.ParseTask(id), null)?.AttemptRecords is [.., TaskAttempt last] ? last.Number : 0
            : null;
        return ActAsync(id, (farm, context, unit) => farm.RequeueUnit(context, unit, newest), cancellationToken);
    }

    /// <summary>Acts on a lease for the v1 worker that holds it.</summary>
    /// <param name="id">The task's id as the request has it.</param>
    /// <param name="workerId">The worker's id as the body has it.</param>
    /// <param name="token">The lease's token.</param>
    /// <param name="act">Does it.</param>
    /// <param name="result">What the worker says of the attempt's end, or null.</param>
    /// <returns>The task as it is then.</returns>
    /// <exception cref="RefusedException">There is no such task, or the lease is not held so.</exception>
    public async Task<TaskInfo> ClaimAsync(
        string id, Guid workerId, string token, Func<FarmState, CommandContext, LeaseClaim, FarmResult<Done>> act,
        AttemptResult? result = null)
    {
        UnitRef unit = WireIds.ParseTask(id);
        // An id that no worker has holds no lease either: the farm refuses it as it does a wrong token.
        WorkerId worker = WireIds.AsWorker(workerId) ?? default;
        var claim = new LeaseClaim(unit, worker, WireToken.Read(token));
        FarmResult<TaskMoment?> moment = await writer.DoAsync(
            Principals.Of(worker), (farm, context) => Act(farm, context, claim, act, result), unit.Job, worker,
            CancellationToken.None);
        return moment.ValueOrRefuse("task", id) is { } then && answers.Find(then, token) is { } task
            ? task
            : throw WireIds.Unknown("task", id);
    }

    /// <summary>A v1 worker's task has ended.</summary>
    /// <param name="id">The task's id as the request has it.</param>
    /// <param name="complete">How it ended.</param>
    /// <returns>The task as it is then.</returns>
    public async Task<TaskInfo> CompleteAsync(string id, TaskComplete complete)
    {
        AttemptResult result = ToResult(complete);
        TaskInfo task = await ClaimAsync(
            id, complete.WorkerId, complete.LeaseToken, (farm, context, claim) => farm.Complete(context, claim, result),
            result);
        Log.TaskCompleted(logger, task.Id, complete.WorkerId, complete.ExitCode);
        return task;
    }

    private static FarmResult<TaskMoment?> Act(
        FarmState farm, CommandContext context, LeaseClaim claim,
        Func<FarmState, CommandContext, LeaseClaim, FarmResult<Done>> act, AttemptResult? result)
    {
        LeaseGlance? before = farm.Glance(claim.Unit)?.Lease;
        if (act(farm, context, claim).Error is { } error)
            return error;
        return farm.Glance(claim.Unit) is { } task ? new TaskMoment(task, before, result) : null;
    }

    private TaskInfo Find(string id, UnitRef unit, string? token) =>
        answers.Find(unit, token) ?? throw WireIds.Unknown("task", id);

    private static AttemptResult ToResult(TaskComplete complete) => new(
        complete.ExitCode == 0 ? LeaseOutcome.Succeeded : LeaseOutcome.Failed,
        complete.ExitCode,
        Message: null,
        Tails.Cut(complete.StdoutTail),
        Tails.Cut(complete.StderrTail),
        LogLength: null,
        ReportedArtifacts.Check("artifacts", complete.Artifacts));
}
