using Renderacre.Contracts.Json;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Workers;

namespace Renderacre.Client;

/// <content>Workers, as people look after them.</content>
public sealed partial class FarmClient
{
    /// <summary>One worker.</summary>
    /// <param name="worker">Its id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<WorkerInfo> GetWorkerAsync(Guid worker, CancellationToken cancellationToken) => _transport.SendAsync(
        HttpMethod.Get, WirePath.Worker(worker), WireJson.Default.WorkerInfo, cancellationToken);

    /// <summary>Takes a worker out of service: what runs there ends, or (now) is given to others.</summary>
    /// <param name="worker">Its id.</param>
    /// <param name="order">Whether now, who and why.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The worker after it.</returns>
    public Task<WorkerInfo> DrainWorkerAsync(Guid worker, WorkerOrder order, CancellationToken cancellationToken) =>
        OrderAsync(worker, "drain", order, cancellationToken);

    /// <summary>Takes a worker out of service at once: what runs there is given to others.</summary>
    /// <param name="worker">Its id.</param>
    /// <param name="order">Who and why.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The worker after it.</returns>
    public Task<WorkerInfo> DisableWorkerAsync(Guid worker, WorkerOrder order, CancellationToken cancellationToken) =>
        OrderAsync(worker, "disable", order, cancellationToken);

    /// <summary>Puts a worker back into service.</summary>
    /// <param name="worker">Its id.</param>
    /// <param name="order">Who and why.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The worker after it.</returns>
    public Task<WorkerInfo> EnableWorkerAsync(Guid worker, WorkerOrder order, CancellationToken cancellationToken) =>
        OrderAsync(worker, "enable", order, cancellationToken);

    /// <summary>Writes a note about a worker.</summary>
    /// <param name="worker">Its id.</param>
    /// <param name="note">The note.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The worker after it.</returns>
    public Task<WorkerInfo> NoteWorkerAsync(Guid worker, WorkerNoteAdd note, CancellationToken cancellationToken) =>
        _transport.PostAsync(
            WirePath.WorkerAction(worker, "notes"), note, WireJson.Default.WorkerNoteAdd, WireJson.Default.WorkerInfo,
            cancellationToken);

    private Task<WorkerInfo> OrderAsync(
        Guid worker, string action, WorkerOrder order, CancellationToken cancellationToken) => _transport.PostAsync(
        WirePath.WorkerAction(worker, action), order, WireJson.Default.WorkerOrder, WireJson.Default.WorkerInfo,
        cancellationToken);
}
