using System.Globalization;
using Renderacre.Client.Transport;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Logs;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Sync;
using Renderacre.Contracts.Workers;

namespace Renderacre.Client.Workers;

/// <summary>What a worker asks of its controller. Every call throws as those of <see cref="FarmClient"/>.</summary>
public sealed class WorkerClient : IDisposable
{
    /// <summary>Longest to wait for an answer; longer than a controller holds one.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(150);

    private readonly FarmTransport _transport;

    /// <summary>Makes a client.</summary>
    /// <param name="controller">The controller's base address.</param>
    public WorkerClient(Uri controller) => _transport = new FarmTransport(controller, Timeout);

    /// <summary>Registers a worker.</summary>
    /// <param name="registration">What it says of itself.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<WorkerInfo> RegisterAsync(WorkerRegister registration, CancellationToken cancellationToken) =>
        _transport.PostAsync(
            WirePath.Register, registration, WireJson.Default.WorkerRegister, WireJson.Default.WorkerInfo,
            cancellationToken);

    /// <summary>Sends one request of the conversation.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<SyncResponse> SyncAsync(SyncRequest request, CancellationToken cancellationToken) =>
        _transport.PostAsync(
            WirePath.Sync, request, WireJson.Default.SyncRequest, WireJson.Default.SyncResponse, cancellationToken);

    /// <summary>Puts bytes to an attempt's log.</summary>
    /// <param name="task">The task.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="token">The lease's token.</param>
    /// <param name="offset">Where the bytes start in the log.</param>
    /// <param name="bytes">The bytes, at most <see cref="SyncProtocol.LogBytesMax"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<LogAck> PutAttemptLogAsync(
        Guid task, Guid attempt, string token, long offset, ReadOnlyMemory<byte> bytes,
        CancellationToken cancellationToken) =>
        _transport.PutBytesAsync(
            At(WirePath.AttemptLog(task, attempt), offset), bytes, (LogHeaders.LeaseToken, token),
            WireJson.Default.LogAck, cancellationToken);

    /// <summary>Puts bytes to a session's own log.</summary>
    /// <param name="session">The session.</param>
    /// <param name="worker">The worker that has it.</param>
    /// <param name="offset">Where the bytes start in the log.</param>
    /// <param name="bytes">The bytes, at most <see cref="SyncProtocol.LogBytesMax"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<LogAck> PutSessionLogAsync(
        Guid session, Guid worker, long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        _transport.PutBytesAsync(
            At(WirePath.SessionLog(session), offset), bytes, (LogHeaders.Worker, worker.ToString()),
            WireJson.Default.LogAck, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _transport.Dispose();

    private static string At(string path, long offset) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}?offset={offset}");
}
