using Renderacre.Contracts.Json;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Queues;

namespace Renderacre.Client;

/// <content>Queues.</content>
public sealed partial class FarmClient
{
    /// <summary>The queues by name.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<FarmQueue>> ListQueuesAsync(CancellationToken cancellationToken) =>
        _transport.SendAsync(
            HttpMethod.Get, WirePath.Queues, WireJson.Default.IReadOnlyListFarmQueue, cancellationToken);

    /// <summary>One queue.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<FarmQueue> GetQueueAsync(string name, CancellationToken cancellationToken) => _transport.SendAsync(
        HttpMethod.Get, WirePath.Queue(name), WireJson.Default.FarmQueue, cancellationToken);

    /// <summary>Defines a queue, or changes the one of that name as a whole.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The queue after it.</returns>
    public Task<FarmQueue> DefineQueueAsync(FarmQueue queue, CancellationToken cancellationToken) =>
        _transport.PostAsync(
            WirePath.Queues, queue, WireJson.Default.FarmQueue, WireJson.Default.FarmQueue, cancellationToken);

    /// <summary>Deletes a queue in which no job is that has not ended.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task DeleteQueueAsync(string name, CancellationToken cancellationToken) =>
        _transport.SendAsync(HttpMethod.Delete, WirePath.Queue(name), cancellationToken);
}
