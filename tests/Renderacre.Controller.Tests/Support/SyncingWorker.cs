using Renderacre.Contracts.Json;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Sync;
using Renderacre.Contracts.Workers;

namespace Renderacre.Controller.Tests.Support;

/// <summary>A worker that syncs over HTTP, as a test drives it: it has one session at a time.</summary>
internal sealed class SyncingWorker(TestController controller, WorkerInfo info, Guid incarnation)
{
    private SyncResponse? _seen;
    private long _number;

    public WorkerInfo Info => info;

    /// <summary>Leases that the newest answer gave.</summary>
    public IReadOnlyList<LeaseAssignment> Leases => _seen?.Leases ?? [];

    /// <summary>What the session is watched for that the newest answer opened.</summary>
    public TaskSupervision? Supervision => _seen is { Sessions: [{ } opened, ..] } ? opened.Supervision : null;

    public static async Task<SyncingWorker> RegisterAsync(TestController controller, string name)
    {
        var incarnation = Guid.NewGuid();
        var register = new WorkerRegister
        {
            Name = name,
            Labels = new Dictionary<string, string>(),
            Incarnation = incarnation,
        };
        WorkerInfo info = await controller.PostAsync(
            WirePath.Register, register, WireJson.Default.WorkerRegister, WireJson.Default.WorkerInfo);
        return new SyncingWorker(controller, info, incarnation);
    }

    /// <summary>Tells what has happened and takes in what is new, without waiting for more.</summary>
    public async Task<SyncResponse> SyncAsync(params SyncReport[] reports) =>
        _seen = await controller.SyncAsync(Request(reports));

    public SyncRequest Request(params SyncReport[] reports) => new()
    {
        Protocol = SyncProtocol.Version,
        WorkerId = info.Id,
        Incarnation = incarnation,
        Sequence = 1,
        Epoch = _seen?.Epoch,
        LastMessage = _seen?.Message ?? 0,
        Reports = reports,
        Hold = false,
    };

    public LeaseStarted Started(LeaseAssignment lease) =>
        new() { SessionId = lease.SessionId, Number = ++_number, LeaseId = lease.LeaseId };

    /// <summary>The session's environment failed before its first task.</summary>
    public SessionEnded FailedToEnter(LeaseAssignment lease, string message) => new()
    {
        SessionId = lease.SessionId,
        Number = ++_number,
        Message = message,
        Failed = true,
        ExitCode = 3,
        StdoutTail = "reading the scene\n",
        StderrTail = "no licence\n",
    };

    public LeaseCompleted Completed(LeaseAssignment lease, LeaseOutcome outcome) => new()
    {
        SessionId = lease.SessionId,
        Number = ++_number,
        LeaseId = lease.LeaseId,
        Outcome = outcome,
        ExitCode = outcome == LeaseOutcome.Succeeded ? 0 : 1,
        LogLength = 0,
    };
}
