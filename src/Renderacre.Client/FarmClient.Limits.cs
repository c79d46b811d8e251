using Renderacre.Contracts.Json;
using Renderacre.Contracts.Limits;
using Renderacre.Contracts.Paths;

namespace Renderacre.Client;

/// <content>Limits.</content>
public sealed partial class FarmClient
{
    /// <summary>The limits by name.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<LimitSnapshot>> ListLimitsAsync(CancellationToken cancellationToken) =>
        _transport.SendAsync(
            HttpMethod.Get, WirePath.Limits, WireJson.Default.IReadOnlyListLimitSnapshot, cancellationToken);

    /// <summary>Defines a limit, or changes it; what is null of it stays as it is.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The limit after it.</returns>
    public Task<LimitSnapshot> DefineLimitAsync(LimitDefine limit, CancellationToken cancellationToken) =>
        _transport.PostAsync(
            WirePath.Limits, limit, WireJson.Default.LimitDefine, WireJson.Default.LimitSnapshot, cancellationToken);

    /// <summary>Opens a limit that a want of a licence has shut; of one that is open nothing changes.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The limit after it.</returns>
    public Task<LimitSnapshot> ReopenLimitAsync(string name, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            HttpMethod.Post, WirePath.LimitReopen(name), WireJson.Default.LimitSnapshot, cancellationToken);

    /// <summary>Deletes a limit that no queue names, nor a job that has not ended.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task DeleteLimitAsync(string name, CancellationToken cancellationToken) =>
        _transport.SendAsync(HttpMethod.Delete, WirePath.Limit(name), cancellationToken);
}
