using Renderacre.Contracts.Sync;

namespace Renderacre.Worker.Syncing;

/// <summary>Carries one exchange of the conversation.</summary>
internal interface ISyncChannel
{
    /// <summary>Sends a request and waits for its answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Client.FarmException">The controller refused.</exception>
    /// <exception cref="Client.FarmUnreachableException">No answer came.</exception>
    Task<SyncResponse> SyncAsync(SyncRequest request, CancellationToken cancellationToken);
}
