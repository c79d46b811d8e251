using OpenJd.Sessions.Processes;
using Renderacre.Contracts.Sync;
using Renderacre.Worker.Hosts;
using Renderacre.Worker.Shipping;
using Renderacre.Worker.Signals;
using Renderacre.Worker.Spool;

namespace Renderacre.Worker.Sessions;

/// <summary>All sessions of the worker.</summary>
internal sealed class SessionTable(
    WorkerFolder folder, HostProcess hosts, ILogStore logs, IProcessLauncher launcher, TimeProvider time, Signal news,
    WorkerLog log) : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ReattachPatience = TimeSpan.FromSeconds(1);

    private readonly Dictionary<Guid, Entry> _sessions = [];
    private readonly Lock _lock = new();

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
    public void Reattach()
    {
        foreach (SessionFolder found in folder.Existing())
        {
            if (found.ReadAssignment() is null)
            {
                found.Delete();
                continue;
            }

            log.Reattaching(found.Id);
            Add(found, ReattachPatience);
        }
    }

    /// <summary>Opens a session, unless it is known.</summary>
    /// <param name="assignment">The session.</param>
    public void Open(SessionAssignment assignment)
    {
        if (Find(assignment.SessionId) is not null)
            return;
        SessionFolder made = SessionFolder.Create(folder.Sessions, assignment);
        hosts.Start(made);
        log.SessionOpened(assignment.SessionId, assignment.JobName, assignment.StepName);
        Add(made, StartPatience);
    }

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
        Sessions.FirstOrDefault(session => session.Leases.Any(each => each.LeaseId == lease));

    /// <summary>Whether everything that an attempt printed is with the controller, or never will be.</summary>
    /// <param name="session">The session.</param>
    /// <param name="completed">The attempt's end.</param>
    public bool LogShipped(Guid session, LeaseCompleted completed)
    {
        lock (_lock)
            return _sessions.GetValueOrDefault(session)?.Shipper.Has(completed.LeaseId, completed.LogLength) ?? true;
    }

    /// <summary>Ends sessions whose host died, and lets go of those that are over.</summary>
    public async Task TidyAsync()
    {
        foreach (Entry entry in Entries)
            entry.Session.DropShipped(entry.Shipper.Has);
        foreach (HostedSession session in Sessions.Where(session => session.HostGone))
        {
            session.PendingReports();
            if (session.Forgotten)
                await KillAsync(session);
            else if (!session.Ended)
                await EndLostAsync(session);
            if (session.Forgotten || session.Done)
                await RemoveAsync(session);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (HostedSession session in Sessions)
            await ReleaseAsync(session);
    }

    private async Task KillAsync(HostedSession session) =>
        await SessionProcesses.KillAsync(session.Folder, launcher, time);

    private async Task EndLostAsync(HostedSession session)
    {
        log.HostDied(session.Id);
        try
        {
            await LostHost.EndAsync(session.Folder, launcher, time);
        }
        catch (IOException error)
        {
            // It is tried again at the next tidying.
            log.SpoolNotWritable(error.Message);
        }
    }

    private void Add(SessionFolder found, TimeSpan patience)
    {
        var session = new HostedSession(found, time, news);
        var shipper = new LogShipper(session, logs, time, news, log);
        lock (_lock)
            _sessions[found.Id] = new Entry(session, shipper);
        foreach (LeaseAssignment lease in session.Leases)
            session.Send(new HostCommand(HostCommandKind.Run, lease));
        session.Connect(patience);
        shipper.Start();
    }

    private async Task RemoveAsync(HostedSession session)
    {
        await ReleaseAsync(session);
        SessionProcesses.Forget(session.Folder);
        session.Folder.Delete();
        File.Delete(WorkerFolder.SocketPath(session.Folder));
        log.SessionOver(session.Id);
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

    private sealed record Entry(HostedSession Session, LogShipper Shipper);
}
