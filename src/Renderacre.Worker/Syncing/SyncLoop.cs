using Renderacre.Client;
using Renderacre.Contracts.Sync;
using Renderacre.Worker.Hosts;
using Renderacre.Worker.Sessions;
using Renderacre.Worker.Signals;

namespace Renderacre.Worker.Syncing;

/// <summary>
/// The worker's side of the conversation with its controller. One request is always out: held there while nothing
/// happens; a newer one, with news, has it answered.
/// </summary>
internal sealed class SyncLoop(
    ISyncChannel channel, SessionTable sessions, Guid incarnation, Signal news, TimeProvider time, WorkerLog log)
{
    private static readonly TimeSpan LogPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TidyEvery = TimeSpan.FromSeconds(1);

    // While short tasks run, the next reports are about to come: until then no request is held for nothing.
    private static readonly TimeSpan HoldAfter = TimeSpan.FromMilliseconds(150);

    // Reports of sessions that have leases enough go together: each request costs the controller a commit.
    private static readonly TimeSpan GatherFor = TimeSpan.FromMilliseconds(60);

    private readonly Backoff _backoff = new(time);
    private readonly ProgressNews _progress = new(sessions, time);
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, long> _waitingForLog = [];
    private Guid? _epoch;
    private long _message;
    private long _sequence;
    private bool _tellSessions = true;
    private WorkerRest? _restTold;

    // When reports were told last.
    private long _told = time.GetTimestamp();

    /// <summary>The worker's id.</summary>
    public required Guid WorkerId { get; set; }

    /// <summary>Tells why the worker rests, or null where it works.</summary>
    public Func<WorkerRest?> Rest { get; init; } = () => null;

    /// <summary>Whether new sessions are taken, as long as the worker does not rest.</summary>
    public bool Accepting { get; set; } = true;

    /// <summary>
    /// When the newest request that was answered was sent, as a timestamp of the time provider. Leases count from
    /// there: its answer may have been held, or have been long on its way.
    /// </summary>
    public long LastHeard { get; private set; } = time.GetTimestamp();

    /// <summary>The lease time that the controller told last, or null before it did.</summary>
    public TimeSpan? LeaseTime { get; private set; }

    /// <summary>Syncs until told to stop, or refused for good.</summary>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Why the controller refused.</returns>
    public async Task<SyncRefusal> RunAsync(CancellationToken cancellationToken)
    {
        await using ITimer tick = time.CreateTimer(_ => news.Set(), null, TidyEvery, TidyEvery);
        await using ITimer later = time.CreateTimer(
            _ => news.Set(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Task<SyncRefusal?> held = Task.FromResult<SyncRefusal?>(null);
        while (true)
        {
            await sessions.TidyAsync();
            List<SyncReport> reports = Collect();
            bool hold = reports.Count == 0 && !_tellSessions && Rest() == _restTold && !_progress.IsDue;
            if (Patience(hold, held.IsCompleted) is { } patience)
            {
                later.Change(patience, Timeout.InfiniteTimeSpan);
            }
            else if (held.IsCompleted || !hold)
            {
                Task<SyncRefusal?> sent = SendAsync(Request(reports, hold), cancellationToken);
                if (!hold && await sent is { } refusal)
                    return refusal;
                if (hold)
                    held = sent;
                else
                    _told = time.GetTimestamp();
            }

            Task wake = news.WaitAsync(cancellationToken);
            await Task.WhenAny(held.IsCompleted ? wake : held, wake);
            if (!wake.IsCompleted)
                news.Set();
            await wake;
            if (held.IsCompleted && await held is { } end)
                return end;
        }
    }

    /// <summary>How long a request may wait for what is about to come, or null where it must not.</summary>
    private TimeSpan? Patience(bool hold, bool nothingHeld)
    {
        TimeSpan passed = time.GetElapsedTime(_told);
        if (hold)
            return nothingHeld && passed < HoldAfter && sessions.HaveLeasesAhead ? HoldAfter : null;
        return passed < GatherFor && !_tellSessions && sessions.ReportsCanWait ? GatherFor - passed : null;
    }

    private SyncRequest Request(IReadOnlyList<SyncReport> reports, bool hold)
    {
        lock (_lock)
        {
            WorkerRest? rest = Rest();
            var request = new SyncRequest
            {
                Protocol = SyncProtocol.Version,
                WorkerId = WorkerId,
                Incarnation = incarnation,
                Sequence = ++_sequence,
                Epoch = _epoch,
                LastMessage = _message,
                Sessions = _tellSessions ? [.. sessions.Sessions.Select(session => session.Id)] : null,
                Accepting = Accepting && rest is null,
                Rest = rest,
                Hold = hold,
                Reports = reports,
                Progress = hold ? null : _progress.ToTell(),
            };
            return request;
        }
    }

    /// <summary>
    /// What the controller does not have yet, in order within each session. A completion waits for its log, and so does
    /// the end of a session whose environment failed, though not for long: a log that cannot be shipped must not hold a
    /// frame back.
    /// </summary>
    private List<SyncReport> Collect()
    {
        var reports = new List<SyncReport>();
        foreach (HostedSession session in sessions.Sessions.Where(session => !session.Forgotten))
        {
            foreach (SyncReport report in session.PendingReports())
            {
                if (reports.Count == SyncProtocol.ReportsMax)
                    return reports;
                if (WaitsForLog(report))
                    break;
                reports.Add(report);
            }
        }

        return reports;
    }

    private bool WaitsForLog(SyncReport report) => report switch
    {
        LeaseCompleted completed => WaitsForLog(completed.LeaseId, sessions.LogShipped(completed)),
        SessionEnded { Failed: true } ended => WaitsForLog(ended.SessionId, sessions.SessionLogShipped(ended)),
        _ => false,
    };

    private bool WaitsForLog(Guid of, bool shipped)
    {
        if (shipped)
        {
            _waitingForLog.Remove(of);
            return false;
        }

        _waitingForLog.TryAdd(of, time.GetTimestamp());
        return time.GetElapsedTime(_waitingForLog[of]) < LogPatience;
    }

    private async Task<SyncRefusal?> SendAsync(SyncRequest request, CancellationToken cancellationToken)
    {
        long sent = time.GetTimestamp();
        try
        {
            SyncResponse response = await channel.SyncAsync(request, cancellationToken);
            _backoff.Reset();
            Take(request, response, sent);
            return null;
        }
        catch (FarmUnreachableException error)
        {
            log.ControllerUnreachable(error.Message);
        }
        catch (FarmException error) when (SyncRefusal.Of(error) is { } refusal)
        {
            return refusal;
        }
        catch (FarmException error)
        {
            log.SyncRefused(error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The answer could not be kept, so it counts as not seen: the controller tells it again.
            log.SpoolNotWritable(error.Message);
        }

        await _backoff.WaitAsync(cancellationToken);
        return null;
    }

    private void Take(SyncRequest request, SyncResponse response, long sent)
    {
        lock (_lock)
        {
            LastHeard = Math.Max(LastHeard, sent);
            _restTold = request.Rest;
            LeaseTime = TimeSpan.FromSeconds(response.Settings.LeaseSeconds);
            foreach (IGrouping<Guid, SyncReport> told in request.Reports.GroupBy(report => report.SessionId))
                sessions.Find(told.Key)?.Acknowledge(told.Max(report => report.Number));
            if (request.Sessions is not null)
                _tellSessions = false;
            if (request.Progress is { } progress)
                _progress.Told(progress);
            if (_epoch != response.Epoch)
            {
                // A controller that started anew wants to hear once which sessions are still here, and how far.
                _tellSessions = request.Sessions is null;
                if (request.Progress is null)
                    _progress.Forget();
                _epoch = response.Epoch;
                _message = 0;
            }

            Carry(response);
            _message = Math.Max(_message, response.Message);
        }

        news.Set();
    }

    private void Carry(SyncResponse response)
    {
        foreach (SessionAssignment session in response.Sessions)
            sessions.Open(session);
        foreach (IGrouping<Guid, LeaseAssignment> leases in response.Leases.GroupBy(lease => lease.SessionId))
            sessions.Find(leases.Key)?.Run([.. leases]);
        foreach (Guid lease in response.CancelLeases)
            sessions.OfLease(lease)?.Send(new HostCommand(HostCommandKind.Cancel, LeaseId: lease));
        foreach (Guid lease in response.RecallLeases)
            sessions.OfLease(lease)?.Send(new HostCommand(HostCommandKind.Recall, LeaseId: lease));
        foreach (Guid session in response.EndSessions)
            sessions.Find(session)?.Send(new HostCommand(HostCommandKind.End));
        foreach (Guid session in response.ForgetSessions)
            sessions.Find(session)?.Send(new HostCommand(HostCommandKind.Forget));
    }
}
