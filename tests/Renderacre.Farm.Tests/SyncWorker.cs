using Renderacre.Contracts.Sync;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Syncing;
using Renderacre.Farm.Time;

namespace Renderacre.Farm.Tests;

/// <summary>A worker that syncs, as the farm sees one: it keeps what it was told and reports what happens.</summary>
internal sealed class SyncWorker(FarmHarness farm, WorkerId id, Guid incarnation)
{
    private readonly Dictionary<SessionId, long> _numbers = [];
    private readonly List<SessionReport> _reports = [];
    private long _seen;
    private int _epoch = farm.Epoch;

    public WorkerId Id => id;

    public List<SessionOpened> Sessions { get; } = [];

    public List<LeaseGranted> Leases { get; } = [];

    public HashSet<LeaseId> Cancelled { get; } = [];

    public HashSet<LeaseId> Recalled { get; } = [];

    public HashSet<SessionId> Ending { get; } = [];

    public HashSet<SessionId> Forgotten { get; } = [];

    public bool Accepting { get; set; } = true;

    public string? Rest { get; set; }

    public bool RestsNow { get; set; }

    public FarmTime? RestUntil { get; set; }

    /// <summary>Sends what has gathered and takes in the answer.</summary>
    public SyncReply Sync(bool answerLost = false, bool tellSessions = false)
    {
        bool newEpoch = _epoch != farm.Epoch;
        farm.Do(state => state.Sync(farm.Context, Command(tellSessions || newEpoch)));
        _seen = newEpoch ? 0 : _seen;
        SyncReply reply = farm.State.NewsFor(id, _seen);
        if (!answerLost)
            Take(reply);
        return reply;
    }

    /// <summary>Takes in what the farm has pushed since.</summary>
    public void Receive() => Take(farm.State.NewsFor(id, _seen));

    public FarmErrorKind Refused() => farm.Refused(state => state.Sync(farm.Context, Command(false)));

    public SyncWorker Start(LeaseGranted lease) =>
        Report(lease.Session, number => new LeaseStartedReport(lease.Session, number, lease.Lease));

    public SyncWorker Complete(
        LeaseGranted lease, LeaseOutcome outcome = LeaseOutcome.Succeeded, bool hostDied = false)
    {
        Leases.Remove(lease);
        outcome = hostDied ? LeaseOutcome.Failed : outcome;
        int? exitCode = outcome == LeaseOutcome.Succeeded ? 0 : outcome == LeaseOutcome.Failed ? 1 : null;
        var result = new AttemptResult(outcome, exitCode, null, "out", "err\n", 0, []) { HostDied = hostDied };
        return Report(lease.Session, number => new LeaseCompletedReport(lease.Session, number, lease.Lease, result));
    }

    /// <summary>A lease failed for want of a licence, by a rule that names a limit.</summary>
    public SyncWorker FindNoLicence(LeaseGranted lease, string? limit)
    {
        Leases.Remove(lease);
        var result = new AttemptResult(LeaseOutcome.Failed, 1, "no licence", "out", "err\n", 0, [])
        {
            Remedy = FailureRemedy.Licence,
            LicenceLimit = limit,
        };
        return Report(lease.Session, number => new LeaseCompletedReport(lease.Session, number, lease.Lease, result));
    }

    public SyncWorker Return(LeaseGranted lease)
    {
        Leases.Remove(lease);
        return Report(lease.Session, number => new LeaseReturnedReport(lease.Session, number, lease.Lease));
    }

    /// <summary>A session's environment could not be entered: its action failed with output.</summary>
    public SyncWorker FailToEnter(SessionId session, string message, int exitCode, string stdout, string stderr)
    {
        Sessions.RemoveAll(open => open.Session == session);
        Leases.RemoveAll(lease => lease.Session == session);
        return Report(session, number => new SessionEndedReport(session, number, Failed: true, message)
        {
            ExitCode = exitCode,
            StdoutTail = stdout,
            StderrTail = stderr,
        });
    }

    public SyncWorker End(SessionId session, bool failed = false, string? message = null)
    {
        Sessions.RemoveAll(open => open.Session == session);
        Leases.RemoveAll(lease => lease.Session == session);
        return Report(session, number => new SessionEndedReport(session, number, failed, message));
    }

    /// <summary>Sends a report with a number that is not the next.</summary>
    public SyncWorker SkipNumber(SessionId session)
    {
        _numbers[session] = _numbers.GetValueOrDefault(session) + 1;
        return this;
    }

    private SyncWorker Report(SessionId session, Func<long, SessionReport> make)
    {
        long number = _numbers[session] = _numbers.GetValueOrDefault(session) + 1;
        _reports.Add(make(number));
        return this;
    }

    private SyncCommand Command(bool tellSessions) => new(
        id, incarnation, tellSessions ? [.. Sessions.Select(session => session.Session)] : null, Accepting, true,
        [.. _reports])
    {
        Rest = Rest,
        RestsNow = RestsNow,
        RestUntil = RestUntil,
    };

    private void Take(SyncReply reply)
    {
        _reports.Clear();
        _seen = reply.Message;
        _epoch = farm.Epoch;
        Sessions.AddRange(reply.Sessions.Select(session => session.Opened).Except(Sessions));
        Leases.AddRange(reply.Leases.Except(Leases));
        Cancelled.UnionWith(reply.CancelLeases);
        Recalled.UnionWith(reply.RecallLeases);
        Ending.UnionWith(reply.EndSessions);
        Forgotten.UnionWith(reply.ForgetSessions);
    }
}
