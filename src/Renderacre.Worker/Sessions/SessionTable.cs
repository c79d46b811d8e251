using OpenJd.Sessions.Processes.Linux;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Sync;
using Renderacre.Worker.Hosts;
using Renderacre.Worker.Machines;
using Renderacre.Worker.Shipping;
using Renderacre.Worker.Signals;
using Renderacre.Worker.Spool;
using Renderacre.Worker.Users;

namespace Renderacre.Worker.Sessions;

/// <summary>All sessions of the worker.</summary>
/// <param name="folder">Where they are kept.</param>
/// <param name="hosts">Starts their hosts.</param>
/// <param name="processes">Ends what hosts that died have left.</param>
/// <param name="logs">Where their logs go.</param>
/// <param name="time">Times connecting and shipping.</param>
/// <param name="news">Set when there is something to tell the controller.</param>
/// <param name="log">Tells what happens.</param>
internal sealed class SessionTable(
    WorkerFolder folder, HostProcess hosts, SessionProcesses processes, ILogStore logs, TimeProvider time, Signal news,
    WorkerLog log) : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ReattachPatience = TimeSpan.FromSeconds(1);

    private readonly Dictionary<Guid, Entry> _sessions = [];
    private readonly Lock _lock = new();

    /// <summary>The user that new sessions run as, or null for the worker's own.</summary>
    public JobUser? RunsAs { get; init; }

    /// <summary>Path mapping rules of this machine, which go before those of each session.</summary>
    public IReadOnlyList<PathMapping> OwnRules { get; init; } = [];

    /// <summary>Shows sessions their graphics cards alone; null where the worker has none.</summary>
    public GpuVariables? Gpus { get; init; }

    /// <summary>Whether one session runs at a time, so that nothing is shared.</summary>
    public bool IsAlone { get; init; }

    /// <summary>The sessions that are there.</summary>
    public IReadOnlyList<HostedSession> Sessions => [.. Entries.Select(entry => entry.Session)];

    private List<Entry> Entries
    {
        get
        {
            lock (_lock)
                return [.. _sessions.Values];
        }
    }

    /// <summary>Takes up the sessions that an earlier process of this worker left.</summary>
    public async Task ReattachAsync()
    {
        foreach (SessionFolder found in folder.Existing())
        {
            if (found.ReadLaunch() is { } launch)
            {
                log.Reattaching(found.Id);
                Add(found, launch, ReattachPatience, null);
            }
            else
            {
                await TryDeleteAsync(found);
            }
        }
    }

    /// <summary>Opens a session, unless it is known.</summary>
    /// <param name="assignment">The session.</param>
    public void Open(SessionAssignment assignment)
    {
        if (Find(assignment.SessionId) is not null)
            return;
        HostLaunch launch = LaunchOf(
            assignment with { PathMappingRules = [.. OwnRules, .. assignment.PathMappingRules] });
        SessionFolder made = SessionFolder.Create(folder.Sessions, launch);
        Task<string?> host = hosts.Start(made, launch);
        log.SessionOpened(assignment.SessionId, assignment.JobName, assignment.StepName);
        Add(made, launch, StartPatience, host);
    }

    /// <summary>Whether a session has leases beside the one that it runs.</summary>
    public bool HaveLeasesAhead => Sessions.Any(session => session.Leases.Count > 1);

    /// <summary>Whether no session would come to wait for work if its reports were told a little later.</summary>
    public bool ReportsCanWait => Sessions.All(session => session.ReportsCanWait);

    /// <summary>A session, or null where there is none of that id.</summary>
    /// <param name="id">The session.</param>
    public HostedSession? Find(Guid id)
    {
        lock (_lock)
            return _sessions.GetValueOrDefault(id)?.Session;
    }

    /// <summary>The session that a lease runs in, or null.</summary>
    /// <param name="lease">The lease.</param>
    public HostedSession? OfLease(Guid lease) =>
        Sessions.FirstOrDefault(session => session.Has(lease));

    /// <summary>Whether everything that an attempt printed is with the controller, or never will be.</summary>
    /// <param name="completed">The attempt's end.</param>
    public bool LogShipped(LeaseCompleted completed) =>
        ShipperOf(completed)?.Has(completed.LeaseId, completed.LogLength) ?? true;

    /// <summary>Whether all that a session's environments printed is with the controller, or never will be.</summary>
    /// <param name="ended">The session's end.</param>
    public bool SessionLogShipped(SessionEnded ended) => ShipperOf(ended)?.HasSessionLog() ?? true;

    /// <summary>Ends sessions whose host died, and lets go of those that are over.</summary>
    public async Task TidyAsync()
    {
        foreach (Entry entry in Entries)
            TryDrop(entry.Shipper);
        foreach (Entry entry in Entries.Where(entry => entry.Session.HostGone))
        {
            HostedSession session = entry.Session;
            session.PendingReports();
            if (session.Forgotten)
                await TryKillAsync(session);
            else if (!session.Ended)
                await EndLostAsync(entry);
            if (session.Forgotten || (session.Done && entry.Shipper.HasSessionLog()))
                await RemoveAsync(session);
        }
    }

    /// <summary>Ends all processes of a session.</summary>
    /// <param name="session">The session.</param>
    public async Task TryKillAsync(HostedSession session)
    {
        try
        {
            await processes.KillAsync(session.Folder, session.Launch);
        }
        catch (IOException error)
        {
            log.SessionNotRemoved(session.Id, error.Message);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (HostedSession session in Sessions)
            await ReleaseAsync(session);
    }

    private LogShipper? ShipperOf(SyncReport report)
    {
        lock (_lock)
            return _sessions.GetValueOrDefault(report.SessionId)?.Shipper;
    }

    private HostLaunch LaunchOf(SessionAssignment assignment)
    {
        var named = new SessionFolder(Path.Combine(folder.Sessions, assignment.SessionId.ToString("N")));
        return new HostLaunch
        {
            Assignment = assignment,
            Socket = folder.SocketPath(assignment.SessionId, RunsAs),
            ControlGroup = ControlGroup.TryMake($"{SessionProcesses.GroupPrefix}{named.IdOnMachine}"),
            RunsAs = RunsAs,
            GpuVariables = VariablesOf(assignment.Gpus),
            Variables = RunsAs is null ? null : HostVariables.ToHandOver(),
        };
    }

    /// <summary>Who asked for no card, and is alone on the worker, sees all of them.</summary>
    private IReadOnlyDictionary<string, string>? VariablesOf(IReadOnlyList<string>? gpus) =>
        gpus is null || (gpus.Count == 0 && IsAlone) ? null : Gpus?.Of(gpus);

    private void TryDrop(LogShipper shipper)
    {
        try
        {
            shipper.DropShipped();
        }
        catch (IOException error)
        {
            // They stay kept, and are let go at the next tidying.
            log.SpoolNotWritable(error.Message);
        }
    }

    private async Task EndLostAsync(Entry entry)
    {
        HostedSession session = entry.Session;
        log.HostDied(session.Id);
        try
        {
            string? said = entry.Host is { IsCompletedSuccessfully: true } host ? await host : null;
            await new LostHost(session.Folder, session.Launch).EndAsync(processes, session.Leases, said);
        }
        catch (IOException error)
        {
            // It is tried again at the next tidying.
            log.SpoolNotWritable(error.Message);
        }
    }

    private void Add(SessionFolder found, HostLaunch launch, TimeSpan patience, Task<string?>? host)
    {
        var session = new HostedSession(found, launch, time, news);
        var shipper = new LogShipper(session, logs, time, news, log);
        lock (_lock)
            _sessions[found.Id] = new Entry(session, shipper, host);
        if (session.Leases is { Count: > 0 } leases)
            session.Send(new HostCommand(HostCommandKind.Run, leases));
        session.Connect(patience, host);
        shipper.Start();
    }

    private async Task RemoveAsync(HostedSession session)
    {
        await ReleaseAsync(session);
        await TryDeleteAsync(session.Folder);
        folder.RemoveSocket(session.Launch);
        log.SessionOver(session.Id);
    }

    private async Task TryDeleteAsync(SessionFolder over)
    {
        try
        {
            await processes.RemoveAsync(over);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next start of this worker tries again.
            log.SessionNotRemoved(over.Id, error.Message);
        }
    }

    private async Task ReleaseAsync(HostedSession session)
    {
        Entry? entry;
        lock (_lock)
            _sessions.Remove(session.Id, out entry);
        if (entry is null)
            return;
        await entry.Shipper.DisposeAsync();
        await entry.Session.DisposeAsync();
    }

    private sealed record Entry(HostedSession Session, LogShipper Shipper, Task<string?>? Host);
}
