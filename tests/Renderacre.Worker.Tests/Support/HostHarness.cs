using System.Diagnostics;
using System.Globalization;
using OpenJd.Sessions.Processes.Linux;
using Renderacre.Contracts.Sync;
using Renderacre.Worker.Hosts;
using Renderacre.Worker.Sessions;
using Renderacre.Worker.Signals;
using Renderacre.Worker.Spool;

namespace Renderacre.Worker.Tests.Support;

/// <summary>A session host in a process of its own, and the worker's end of it in this one.</summary>
internal sealed class HostHarness : IAsyncDisposable
{
    private readonly TempFolder _root = new();
    private readonly Process _host;
    private bool _attached = true;

    private HostHarness(
        SessionAssignment assignment, int reattachSeconds, IReadOnlyDictionary<string, string>? gpuVariables)
    {
        (Folder, Launch) = Work.Folder(_root.Path, assignment, gpuVariables: gpuVariables);
        _host = Start(Folder, reattachSeconds);
        Session = Connect();
    }

    public SessionFolder Folder { get; }

    public HostLaunch Launch { get; }

    /// <summary>The worker's end; <see cref="ReattachAsync"/> makes another.</summary>
    public HostedSession Session { get; private set; }

    public IReadOnlyList<SyncReport> Reports =>
        _attached ? Session.PendingReports() : JournalReader.ReadAll(Folder.Journal).Reports;

    public int HostId => _host.Id;

    public static HostHarness Start(
        OpenJdSessionWork? openJd = null, int reattachSeconds = 60,
        IReadOnlyDictionary<string, string>? gpuVariables = null)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the tasks of these tests are written for sh");
        return new HostHarness(Work.Session(openJd), reattachSeconds, gpuVariables);
    }

    /// <summary>Starts a host whose tasks are watched.</summary>
    public static HostHarness Start(TaskSupervision supervision)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the tasks of these tests are written for sh");
        return new HostHarness(Work.Session() with { Supervision = supervision }, reattachSeconds: 60, null);
    }

    public LeaseAssignment Run(string script) => Run(Work.Shell(Session.Id, script));

    public LeaseAssignment Run(LeaseAssignment lease)
    {
        Session.Run([lease]);
        return lease;
    }

    /// <summary>Waits for a report of a kind.</summary>
    public async Task<T> ReportAsync<T>(Func<T, bool>? which = null) where T : SyncReport
    {
        T? found = null;
        await Eventually.TrueAsync(
            $"a report {typeof(T).Name}; there are {string.Join("; ", Reports)}; host: {HostLog}",
            () => (found = Reports.OfType<T>().FirstOrDefault(which ?? (_ => true))) is not null);
        return found!; // Waited for above.
    }

    public Task<LeaseCompleted> EndAsync(LeaseAssignment lease) =>
        ReportAsync<LeaseCompleted>(completed => completed.LeaseId == lease.LeaseId);

    /// <summary>What a lease's task printed so far.</summary>
    public string Log(LeaseAssignment lease) => Read(Folder.AttemptLog(lease.AttemptId));

    public string SessionLog => File.ReadAllText(Folder.SessionLog);

    /// <summary>Ends the session as the farm does, and waits until its host is gone.</summary>
    public async Task<SessionEnded> FinishAsync()
    {
        Session.Send(new HostCommand(HostCommandKind.End));
        var ended = await ReportAsync<SessionEnded>();
        await ExitedAsync();
        return ended;
    }

    public async Task ExitedAsync()
    {
        using var limit = new CancellationTokenSource(Eventually.Patience);
        await _host.WaitForExitAsync(limit.Token);
    }

    /// <summary>As if the worker died.</summary>
    public async Task DetachAsync()
    {
        if (_attached)
            await Session.DisposeAsync();
        _attached = false;
    }

    /// <summary>As a worker that was started again does.</summary>
    public async Task ReattachAsync()
    {
        await DetachAsync();
        Session = Connect();
        _attached = true;
        Session.Send(new HostCommand(HostCommandKind.Run, Session.Leases));
    }

    public void KillHost() => _host.Kill();

    public async ValueTask DisposeAsync()
    {
        await DetachAsync();
        if (!_host.HasExited)
            _host.Kill(entireProcessTree: true);
        await ExitedAsync();
        _host.Dispose();
        if (Launch.ControlGroup is { } group)
            ControlGroup.TryRemove(group);
        _root.Dispose();
    }

    private string HostLog => Read(Folder.HostLog);

    private static string Read(string path) => File.Exists(path) ? File.ReadAllText(path) : "";

    private HostedSession Connect()
    {
        var session = new HostedSession(Folder, Launch, TimeProvider.System, new Signal());
        session.Connect(Eventually.Patience);
        return session;
    }

    private static Process Start(SessionFolder folder, int reattachSeconds)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "farm-worker"))
        {
            ArgumentList =
            {
                SessionHostProgram.Verb, folder.FullPath, reattachSeconds.ToString(CultureInfo.InvariantCulture),
            },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start) ?? throw new InvalidOperationException("no session host was started");
    }
}
