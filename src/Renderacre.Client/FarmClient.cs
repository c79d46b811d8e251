using System.Globalization;
using Renderacre.Client.Transport;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Shares;
using Renderacre.Contracts.Workers;

namespace Renderacre.Client;

/// <summary>
/// The controller's HTTP interface, typed. Every call throws <see cref="FarmException"/> when the controller refuses
/// and <see cref="FarmUnreachableException"/> when no whole answer comes in time. Safe for use from several threads.
/// </summary>
public sealed partial class FarmClient : IDisposable
{
    /// <summary>How long a call waits for its answer unless told otherwise.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    private readonly FarmTransport _transport;

    /// <summary>The address that is asked.</summary>
    public Uri Controller { get; }

    /// <summary>A client of one controller; nothing is sent yet.</summary>
    /// <param name="controller">The base address, such as <c>http://127.0.0.1:7878</c>.</param>
    /// <param name="timeout">Longest to wait for an answer, or null for <see cref="DefaultTimeout"/>.</param>
    /// <param name="token">What proves who asks, visible ASCII; or null where the controller asks for none.</param>
    /// <exception cref="ArgumentException">
    /// The address is not an absolute http or https one, or the token has other characters.
    /// </exception>
    public FarmClient(Uri controller, TimeSpan? timeout = null, string? token = null)
    {
        ArgumentNullException.ThrowIfNull(controller);
        if (!controller.IsAbsoluteUri || controller.Scheme is not ("http" or "https"))
            throw new ArgumentException($"'{controller}' is not an http or https address", nameof(controller));
        // What is wrong with a token is said without it: it is a secret.
        if (token is not null && (token.Length == 0 || token.Any(character => character is <= ' ' or > '~')))
            throw new ArgumentException("the token is empty or has more than visible ASCII", nameof(token));
        Controller = controller;
        _transport = new FarmTransport(controller, timeout ?? DefaultTimeout, token);
    }

    /// <summary>The workers by name.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<WorkerInfo>> ListWorkersAsync(CancellationToken cancellationToken) =>
        _transport.SendAsync(
            HttpMethod.Get, WirePath.Workers, WireJson.Default.IReadOnlyListWorkerInfo, cancellationToken);

    /// <summary>What owners or projects are due of the farm and have had, by name.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<ShareSnapshot>> ListSharesAsync(CancellationToken cancellationToken) =>
        _transport.SendAsync(
            HttpMethod.Get, WirePath.Shares, WireJson.Default.IReadOnlyListShareSnapshot, cancellationToken);

    /// <summary>Gives an owner or a project a weight.</summary>
    /// <param name="name">The owner or project; empty for jobs that name none.</param>
    /// <param name="weight">How much it is due next to others, 1 to 10,000; 100 is usual.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The share after it.</returns>
    public Task<ShareSnapshot> DefineShareAsync(string name, int weight, CancellationToken cancellationToken) =>
        _transport.PostAsync(
            WirePath.Shares, new ShareDefine { Name = name, Weight = weight }, WireJson.Default.ShareDefine,
            WireJson.Default.ShareSnapshot, cancellationToken);

    /// <summary>The newest of who did what, oldest of it first.</summary>
    /// <param name="limit">How many at most, at least 1; the controller has a bound of its own.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<AuditEvent>> ListAuditAsync(int limit, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"{WirePath.Audit}?limit={limit}"),
            WireJson.Default.IReadOnlyListAuditEvent, cancellationToken);

    /// <summary>Counts over the farm.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<FarmStats> GetStatsAsync(CancellationToken cancellationToken) =>
        _transport.SendAsync(HttpMethod.Get, WirePath.Stats, WireJson.Default.FarmStats, cancellationToken);

    /// <summary>Whether the controller is well.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<HealthReport> GetHealthAsync(CancellationToken cancellationToken) =>
        _transport.SendAsync(HttpMethod.Get, "/v1/health", WireJson.Default.HealthReport, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _transport.Dispose();
}
