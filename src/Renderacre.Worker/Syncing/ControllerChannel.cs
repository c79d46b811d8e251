using System.Net;
using Renderacre.Client;
using Renderacre.Client.Workers;
using Renderacre.Contracts.Logs;
using Renderacre.Contracts.Sync;
using Renderacre.Worker.Shipping;

namespace Renderacre.Worker.Syncing;

/// <summary>The conversation and the logs over HTTP.</summary>
internal sealed class ControllerChannel(WorkerClient client) : ISyncChannel, ILogStore
{
    private static readonly HttpStatusCode[] Unwanted =
        [HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.Conflict];

    /// <summary>The worker's id.</summary>
    public Guid WorkerId { get; set; }

    /// <inheritdoc/>
    public Task<SyncResponse> SyncAsync(SyncRequest request, CancellationToken cancellationToken) =>
        client.SyncAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<long?> PutAttemptAsync(
        Guid task, Guid attempt, string token, long offset, ReadOnlyMemory<byte> bytes,
        CancellationToken cancellationToken) =>
        PutAsync(client.PutAttemptLogAsync(task, attempt, token, offset, bytes, cancellationToken));

    /// <inheritdoc/>
    public Task<long?> PutSessionAsync(
        Guid session, long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        PutAsync(client.PutSessionLogAsync(session, WorkerId, offset, bytes, cancellationToken));

    private static async Task<long?> PutAsync(Task<LogAck> put)
    {
        try
        {
            return (await put).Length;
        }
        catch (FarmException error) when (Unwanted.Contains(error.Status))
        {
            // The attempt or the session is not this worker's any more: its log is of no use to anybody.
            return null;
        }
    }
}
