using Renderacre.Worker.Shipping;

namespace Renderacre.Worker.Tests.Support;

/// <summary>Takes every log at once.</summary>
internal sealed class NoLogs : ILogStore
{
    public Task<long?> PutAttemptAsync(
        Guid task, Guid attempt, string token, long offset, ReadOnlyMemory<byte> bytes,
        CancellationToken cancellationToken) => Task.FromResult<long?>(offset + bytes.Length);

    public Task<long?> PutSessionAsync(
        Guid session, long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        Task.FromResult<long?>(offset + bytes.Length);
}
