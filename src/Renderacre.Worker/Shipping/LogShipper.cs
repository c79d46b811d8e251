using Microsoft.Win32.SafeHandles;
using Renderacre.Client;
using Renderacre.Contracts.Sync;
using Renderacre.Worker.Sessions;
using Renderacre.Worker.Signals;
using Renderacre.Worker.Spool;

namespace Renderacre.Worker.Shipping;

/// <summary>
/// Ships the logs of one session to the controller as they grow, and again where it did not take them.
/// </summary>
internal sealed class LogShipper(
    HostedSession session, ILogStore store, TimeProvider time, Signal news, WorkerLog log) : IAsyncDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<Guid, long> _shipped = [];
    private readonly Lock _lock = new();
    private byte[] _buffer = [];
    private long _sessionShipped;
    private Task _shipping = Task.CompletedTask;

    /// <summary>Starts to ship.</summary>
    public void Start() => _shipping = RunAsync(_stop.Token);

    /// <summary>Whether the log of a lease's attempt is with the controller up to a length.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="length">The length.</param>
    public bool Has(Guid lease, long length)
    {
        lock (_lock)
            return length == 0 || _shipped.GetValueOrDefault(lease) >= length;
    }

    /// <summary>Whether all of the session's own log is with the controller, or never will be.</summary>
    public bool HasSessionLog()
    {
        try
        {
            using SafeFileHandle? file = SpoolFile.TryOpenToRead(session.Folder.SessionLog);
            lock (_lock)
                return file is null || _sessionShipped >= RandomAccess.GetLength(file);
        }
        catch (IOException error)
        {
            log.LogNotShipped(session.Id, error.Message);
            return true;
        }
    }

    /// <summary>Lets go of the session's leases that are over and whose logs are shipped.</summary>
    public void DropShipped()
    {
        session.DropShipped(Has);
        lock (_lock)
        {
            foreach (Guid lease in _shipped.Keys.Where(lease => !session.Has(lease)).ToList())
                _shipped.Remove(lease);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _shipping;
        _stop.Dispose();
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await session.LogGrew.WaitAsync(cancellationToken);
                while (!await ShipAllAsync(cancellationToken))
                    await Task.Delay(RetryAfter, time, cancellationToken);
                news.Set();
            }
        }
        catch (OperationCanceledException)
        {
            // The session is over, or the worker stops.
        }
    }

    /// <summary>Ships what there is.</summary>
    /// <returns>False where the controller could not be reached.</returns>
    private async Task<bool> ShipAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (LeaseAssignment lease in session.LeasesWithLogs())
                await ShipAsync(lease, cancellationToken);
            await ShipSessionAsync(cancellationToken);
            return true;
        }
        catch (Exception error) when (error is FarmUnreachableException or FarmException or IOException)
        {
            log.LogNotShipped(session.Id, error.Message);
            return false;
        }
    }

    private async Task ShipAsync(LeaseAssignment lease, CancellationToken cancellationToken)
    {
        long from;
        lock (_lock)
            from = _shipped.GetValueOrDefault(lease.LeaseId);
        long shipped = await ShipFileAsync(
            session.Folder.AttemptLog(lease.AttemptId), from,
            (offset, bytes) => store.PutAttemptAsync(
                lease.TaskId, lease.AttemptId, lease.Token, offset, bytes, cancellationToken),
            length =>
            {
                lock (_lock)
                    _shipped[lease.LeaseId] = length;
            });
        session.LogShipped(lease.LeaseId, shipped);
    }

    private Task<long> ShipSessionAsync(CancellationToken cancellationToken) => ShipFileAsync(
        session.Folder.SessionLog, _sessionShipped,
        (offset, bytes) => store.PutSessionAsync(session.Id, offset, bytes, cancellationToken),
        length =>
        {
            lock (_lock)
                _sessionShipped = length;
        });

    /// <summary>Ships a file from an offset to its end.</summary>
    /// <returns>The length that the controller has.</returns>
    private async Task<long> ShipFileAsync(
        string path, long from, Func<long, ReadOnlyMemory<byte>, Task<long?>> put, Action<long> shipped)
    {
        using SafeFileHandle? file = SpoolFile.TryOpenToRead(path);
        while (file is not null && from < RandomAccess.GetLength(file) && Read(file, from) is > 0 and var count)
        {
            from = await put(from, _buffer.AsMemory(0, count)) ?? long.MaxValue;
            shipped(from);
        }

        return from;
    }

    // As much as goes in one put: each costs a request and a write at the other end.
    private int Read(SafeFileHandle file, long from)
    {
        if (_buffer.Length == 0)
            _buffer = new byte[SyncProtocol.LogBytesMax];
        int filled = 0;
        while (filled < _buffer.Length
            && RandomAccess.Read(file, _buffer.AsSpan(filled), from + filled) is > 0 and var count)
        {
            filled += count;
        }

        return filled;
    }
}
