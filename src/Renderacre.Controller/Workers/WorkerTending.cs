using Renderacre.Contracts.Workers;
using Renderacre.Controller.Http;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Submission;
using Renderacre.Controller.Writing;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Ids;
using Renderacre.Farm.State;

namespace Renderacre.Controller.Workers;

/// <summary>What people do to workers.</summary>
internal sealed class WorkerTending(FarmWriter writer, WorkerAnswers answers, ILogger<WorkerTending> logger)
{
    private const int TextMax = 2000;

    /// <summary>Takes a worker out of service.</summary>
    /// <param name="id">The worker's id as the request has it.</param>
    /// <param name="now">Whether what runs there is stopped and given to others.</param>
    /// <param name="order">Who, and why.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The worker as it is then.</returns>
    /// <exception cref="RefusedException">There is no such worker, or a value is wrong.</exception>
    public Task<WorkerInfo> DisableAsync(string id, bool now, WorkerOrder order, CancellationToken cancellationToken) =>
        ActAsync(
            id, now ? "out of service now" : "out of service", order,
            (farm, context, worker) =>
                farm.Disable(context, worker, now, order.By ?? Principals.Api.Name, order.Reason),
            cancellationToken);

    /// <summary>Puts a worker back into service.</summary>
    /// <param name="id">The worker's id as the request has it.</param>
    /// <param name="order">Who, and why.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The worker as it is then.</returns>
    /// <exception cref="RefusedException">There is no such worker, or a value is wrong.</exception>
    public Task<WorkerInfo> EnableAsync(string id, WorkerOrder order, CancellationToken cancellationToken) => ActAsync(
        id, "in service", order,
        (farm, context, worker) => farm.Enable(context, worker, order.Reason ?? order.By), cancellationToken);

    /// <summary>Writes a note about a worker.</summary>
    /// <param name="id">The worker's id as the request has it.</param>
    /// <param name="note">The note.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The worker as it is then.</returns>
    /// <exception cref="RefusedException">There is no such worker, or a value is wrong.</exception>
    public Task<WorkerInfo> NoteAsync(string id, WorkerNoteAdd note, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(note.Text))
            throw RefusedException.Invalid("text: is blank; what is to be written is wanted");
        return ActAsync(
            id, "noted", new WorkerOrder { By = note.Author, Reason = note.Text },
            (farm, context, worker) => farm.Note(context, worker, note.Author ?? Principals.Api.Name, note.Text),
            cancellationToken);
    }

    private async Task<WorkerInfo> ActAsync(
        string id, string action, WorkerOrder order, Func<FarmState, CommandContext, WorkerId, FarmResult<Done>> act,
        CancellationToken cancellationToken)
    {
        Check(order);
        WorkerId worker = WireIds.ParseWorker(id);
        FarmResult<Done> result = await writer.DoAsync(
            Principals.Api, (farm, context) => act(farm, context, worker), null, null, cancellationToken);
        result.ValueOrRefuse("worker", id);
        Log.WorkerTended(logger, worker.ToGuid(), action);
        return answers.Find(worker) ?? throw WireIds.Unknown("worker", id);
    }

    private static void Check(WorkerOrder order)
    {
        var faults = new FaultList();
        TextRules.CheckOptionalName("by", order.By, faults);
        if (order.Reason?.Length > TextMax)
            faults.Add("reason", $"has {order.Reason.Length} characters; at most {TextMax} are possible");
        faults.ThrowIfAny("order");
    }
}
