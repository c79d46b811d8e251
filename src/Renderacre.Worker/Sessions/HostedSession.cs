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
    private const int RingsAtOnce = 256;
    private static readonly TimeSpan ConnectEvery = TimeSpan.FromMilliseconds(20);

    private readonly TimeProvider _time;
    private readonly Signal _news;
    private readonly JournalReader _journal;
    private readonly KeptLeases _leases;
    private readonly List<SyncReport> _pending = [];
    private readonly List<HostCommand> _unsent = [];
    private readonly Dictionary<Guid, long> _ended = [];

    // Leases that started: the final length of each one's log, or null while it may grow.
    private readonly Dictionary<Guid, long?> _logs = [];
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private LeaseProgress? _progress;
    private bool _progressDue;
    private Socket? _socket;
    private Task _conversation = Task.CompletedTask;

    /// <summary>Takes hold of a session's folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="launch">What its host was started with.</param>
    /// <param name="time">Times connecting.</param>
    /// <param name="news">Set when there is something to tell the controller.</param>
    public HostedSession(SessionFolder folder, HostLaunch launch, TimeProvider time, Signal news)
    {
        Folder = folder;
        Launch = launch;
        _time = time;
        _news = news;
        _journal = new JournalReader(folder.Journal);
        _leases = new KeptLeases(folder.Leases);
    }

    /// <summary>The session's folder.</summary>
    public SessionFolder Folder { get; }

    /// <summary>What its host was started with.</summary>
    public HostLaunch Launch { get; }

    /// <summary>The session.</summary>
    public Guid Id => Folder.Id;

    /// <summary>Set when a log has grown.</summary>
    public Signal LogGrew { get; } = new();

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
                return _leases.All;
        }
    }

    /// <summary>Whether there is nothing to report, or leases enough to run on until it is reported later.</summary>
    public bool ReportsCanWait
    {
        get
        {
            lock (_lock)
            {
                int ended = _ended.Count + _pending.Count(report => report is LeaseCompleted or LeaseReturned);
                return _pending.Count == 0 || _leases.Count - ended >= SessionRun.AmpleLeases;
            }
        }
    }

    /// <summary>Whether all that the host said is with the controller.</summary>
    public bool Done => Ended && HostGone && PendingReports().Count == 0 && _ended.Count == 0;

    /// <summary>Starts to talk with the host.</summary>
    /// <param name="patience">How long to try to connect; a host that starts needs a moment.</param>
    /// <param name="hostExited">Ends when the host's process has, where that is known.</param>
    public void Connect(TimeSpan patience, Task? hostExited = null) =>
        _conversation = ConverseAsync(patience, hostExited ?? Task.Delay(Timeout.InfiniteTimeSpan, _stop.Token));

    /// <summary>Whether the session answers for a lease.</summary>
    /// <param name="lease">The lease.</param>
    public bool Has(Guid lease)
    {
        lock (_lock)
            return _leases.Has(lease);
    }

    /// <summary>Gives the host leases, kept first.</summary>
    /// <param name="leases">The leases, in order; those that are known are passed over.</param>
    /// <exception cref="IOException">They cannot be kept; the host is told of none of them.</exception>
    public void Run(IReadOnlyList<LeaseAssignment> leases)
    {
        List<LeaseAssignment> fresh;
        lock (_lock)
        {
            fresh = [.. leases.Where(lease => !_leases.Has(lease.LeaseId))];
            _leases.Keep(fresh);
        }

        if (fresh.Count > 0)
            Send(new HostCommand(HostCommandKind.Run, fresh));
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
            ReadJournal_NeedsLock();
            return [.. _pending];
        }
    }

    /// <summary>How far its running task is, as far as its reports are read; null where it tells nothing.</summary>
    public LeaseProgress? Progress()
    {
        lock (_lock)
        {
            if (_progressDue)
                _progress = ProgressFile.TryRead(Folder.Progress);
            _progressDue = false;
            return _progress is { } told && IsRunning_NeedsLock(told.LeaseId) ? told : null;
        }
    }

    /// <summary>The leases that have started and whose logs are not known to be shipped to their ends.</summary>
    public IReadOnlyList<LeaseAssignment> LeasesWithLogs()
    {
        lock (_lock)
        {
            ReadJournal_NeedsLock();
            return [.. _logs.Keys.Select(_leases.Find).OfType<LeaseAssignment>()];
        }
    }

    /// <summary>The controller has the log of a lease up to a length.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="length">The length.</param>
    public void LogShipped(Guid lease, long length)
    {
        lock (_lock)
        {
            if (_logs.TryGetValue(lease, out long? final) && length >= final)
                _logs.Remove(lease);
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
    /// <exception cref="IOException">That cannot be written; it is tried again with the next.</exception>
    public void DropShipped(Func<Guid, long, bool> shipped)
    {
        lock (_lock)
        {
            if (_ended.Count == 0)
                return;
            List<(Guid Id, long Length)> over =
                [.. _ended.Where(each => shipped(each.Key, each.Value)).Select(each => (each.Key, each.Value))];
            foreach ((Guid id, long length) in over)
            {
                if (length > 0 && _leases.Find(id) is { } lease)
                    File.Delete(Folder.AttemptLog(lease.AttemptId));
            }

            _leases.Drop([.. over.Select(each => each.Id)]);
            foreach ((Guid id, _) in over)
            {
                _ended.Remove(id);
                _logs.Remove(id);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _conversation;
        _stop.Dispose();
        _journal.Dispose();
        _leases.Dispose();
    }

    private void ReadJournal_NeedsLock()
    {
        foreach (SyncReport report in _journal.ReadNew())
        {
            if (report is LeaseStarted started && _leases.Has(started.LeaseId))
                _logs[started.LeaseId] = null;
            else if (report is LeaseCompleted completed && _logs.ContainsKey(completed.LeaseId))
                SetLogLength(completed);
            Ended |= report is SessionEnded;
            if (report.Number > Acknowledged)
                _pending.Add(report);
        }
    }

    private bool IsRunning_NeedsLock(Guid lease) => _leases.Has(lease) && !_ended.ContainsKey(lease)
        && !_pending.Any(report => report is LeaseCompleted completed && completed.LeaseId == lease);

    private void SetLogLength(LeaseCompleted completed)
    {
        if (completed.LogLength == 0)
            _logs.Remove(completed.LeaseId);
        else
            _logs[completed.LeaseId] = completed.LogLength;
    }

    private async Task ConverseAsync(TimeSpan patience, Task hostExited)
    {
        try
        {
            using Socket? socket = await ConnectAsync(patience, hostExited);
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
        LogGrew.Set();
        _news.Set();
    }

    private async Task<Socket?> ConnectAsync(TimeSpan patience, Task hostExited)
    {
        var address = new UnixDomainSocketEndPoint(Launch.Socket);
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
                if (hostExited.IsCompleted || _time.GetElapsedTime(began) > patience)
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
            _progressDue = true;
        }

        // What grew before the first ring is found by looking once.
        LogGrew.Set();
        _news.Set();
        byte[] rings = new byte[RingsAtOnce];
        while (await socket.ReceiveAsync(rings, _stop.Token) is > 0 and var count)
        {
            // So many at once may have left no room for another.
            bool both = count == RingsAtOnce;
            if (both || rings.AsSpan(0, count).Contains(WorkerLink.LogRing))
                LogGrew.Set();
            if (both || rings.AsSpan(0, count).Contains(WorkerLink.ProgressRing))
                ProgressIsDue();
            if (both || rings.AsSpan(0, count).Contains(WorkerLink.JournalRing))
                _news.Set();
        }
    }

    // Nobody is woken for it: the next look of the worker, or the next report, takes it along.
    private void ProgressIsDue()
    {
        lock (_lock)
            _progressDue = true;
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
