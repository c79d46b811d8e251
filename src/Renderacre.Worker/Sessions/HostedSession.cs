using System.Net.Sockets;
using System.Text.Json;
using Renderacre.Contracts.Sync;
using Renderacre.Worker.Hosts;
using Renderacre.Worker.Signals;
using Renderacre.Worker.Spool;

namespace Renderacre.Worker.Sessions;

/// <summary>
/// The worker's end of a session: passes commands to its host, reads its journal, and knows what of it the controller
/// has.
/// </summary>
internal sealed class HostedSession : IAsyncDisposable
{
    private static readonly TimeSpan ConnectEvery = TimeSpan.FromMilliseconds(20);

    private readonly TimeProvider _time;
    private readonly Signal _news;
    private readonly JournalReader _journal;
    private readonly List<SyncReport> _pending = [];
    private readonly Dictionary<Guid, LeaseAssignment> _leases = [];
    private readonly List<HostCommand> _unsent = [];
    private readonly Dictionary<Guid, long> _ended = [];
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private Socket? _socket;
    private Task _conversation = Task.CompletedTask;

    /// <summary>Takes hold of a session's folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="time">Times connecting.</param>
    /// <param name="news">Set when there is something to tell the controller.</param>
    public HostedSession(SessionFolder folder, TimeProvider time, Signal news)
    {
        Folder = folder;
        _time = time;
        _news = news;
        _journal = new JournalReader(folder.Journal);
        foreach (LeaseAssignment lease in folder.ReadLeases())
            _leases[lease.LeaseId] = lease;
    }

    /// <summary>The session's folder.</summary>
    public SessionFolder Folder { get; }

    /// <summary>The session.</summary>
    public Guid Id => Folder.Id;

    /// <summary>Set when the host rang: its journal or a log has grown.</summary>
    public Signal Grew { get; } = new();

    /// <summary>Whether the host is gone.</summary>
    public bool HostGone { get; private set; }

    /// <summary>Whether the farm gave the session up, so that nothing of it is told any more.</summary>
    public bool Forgotten { get; private set; }

    /// <summary>Whether the host has said that the session has ended.</summary>
    public bool Ended { get; private set; }

    /// <summary>Number of the newest report that the controller has.</summary>
    public long Acknowledged { get; private set; }

    /// <summary>Leases that the controller does not know the end of.</summary>
    public IReadOnlyList<LeaseAssignment> Leases
    {
        get
        {
            lock (_lock)
                return [.. _leases.Values];
        }
    }

    /// <summary>Whether all that the host said is with the controller.</summary>
    public bool Done => Ended && HostGone && PendingReports().Count == 0 && _ended.Count == 0;

    /// <summary>Starts to talk with the host.</summary>
    /// <param name="patience">How long to try to connect; a host that starts needs a moment.</param>
    public void Connect(TimeSpan patience) => _conversation = ConverseAsync(patience);

    /// <summary>Gives the host a lease, kept first.</summary>
    /// <param name="lease">The lease; one that is known is passed over.</param>
    public void Run(LeaseAssignment lease)
    {
        lock (_lock)
        {
            if (_leases.ContainsKey(lease.LeaseId))
                return;
        }

        Folder.Keep(lease);
        lock (_lock)
            _leases[lease.LeaseId] = lease;
        Send(new HostCommand(HostCommandKind.Run, lease));
    }

    /// <summary>Tells the host something.</summary>
    /// <param name="command">What to tell.</param>
    public void Send(HostCommand command)
    {
        lock (_lock)
        {
            Forgotten |= command.Kind == HostCommandKind.Forget;
            if (_socket is null)
                _unsent.Add(command);
            else
                Write(_socket, command);
        }
    }

    /// <summary>The reports that the controller does not have, in order.</summary>
    public IReadOnlyList<SyncReport> PendingReports()
    {
        lock (_lock)
        {
            foreach (SyncReport report in _journal.ReadNew())
            {
                Ended |= report is SessionEnded;
                if (report.Number > Acknowledged)
                    _pending.Add(report);
            }

            return [.. _pending];
        }
    }

    /// <summary>The controller has all reports up to a number.</summary>
    /// <param name="number">The number.</param>
    public void Acknowledge(long number)
    {
        lock (_lock)
        {
            foreach (SyncReport report in _pending.Where(report => report.Number <= number))
            {
                if (report is LeaseCompleted completed)
                    _ended[completed.LeaseId] = completed.LogLength;
                else if (report is LeaseReturned returned)
                    _ended[returned.LeaseId] = 0;
            }

            _pending.RemoveAll(report => report.Number <= number);
            Acknowledged = Math.Max(Acknowledged, number);
        }
    }

    /// <summary>Lets go of leases that the controller knows the end of, once it has their logs as well.</summary>
    /// <param name="shipped">Whether it has the log of a lease up to a length.</param>
    public void DropShipped(Func<Guid, long, bool> shipped)
    {
        lock (_lock)
        {
            foreach ((Guid id, long length) in _ended.Where(each => shipped(each.Key, each.Value)).ToList())
            {
                _ended.Remove(id);
                if (_leases.Remove(id, out LeaseAssignment? lease))
                    Folder.Drop(lease);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _conversation;
        _stop.Dispose();
    }

    private async Task ConverseAsync(TimeSpan patience)
    {
        try
        {
            using Socket? socket = await ConnectAsync(patience);
            if (socket is not null)
                await ListenAsync(socket);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            // The host is gone; what it wrote is in the folder.
        }

        lock (_lock)
            _socket = null;
        HostGone = true;
        Grew.Set();
        _news.Set();
    }

    private async Task<Socket?> ConnectAsync(TimeSpan patience)
    {
        var address = new UnixDomainSocketEndPoint(WorkerFolder.SocketPath(Folder));
        long began = _time.GetTimestamp();
        while (true)
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                await socket.ConnectAsync(address, _stop.Token);
                return socket;
            }
            catch (SocketException)
            {
                socket.Dispose();
                if (_time.GetElapsedTime(began) > patience)
                    return null;
            }

            await Task.Delay(ConnectEvery, _time, _stop.Token);
        }
    }

    private async Task ListenAsync(Socket socket)
    {
        lock (_lock)
        {
            foreach (HostCommand command in _unsent)
                Write(socket, command);
            _unsent.Clear();
            _socket = socket;
        }

        byte[] rings = new byte[256];
        do
        {
            Grew.Set();
            _news.Set();
        }
        while (await socket.ReceiveAsync(rings, _stop.Token) > 0);
    }

    private static void Write(Socket socket, HostCommand command)
    {
        byte[] line = JsonSerializer.SerializeToUtf8Bytes(command, HostJson.Default.HostCommand);
        try
        {
            socket.Send([.. line, (byte)'\n']);
        }
        catch (SocketException)
        {
            // The reading side finds the broken connection, and the session is taken for lost.
        }
    }
}
