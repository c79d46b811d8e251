using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using OpenJd.Sessions.Processes;
using Renderacre.Client;
using Renderacre.Contracts.Sync;
using Renderacre.Worker.Sessions;
using Renderacre.Worker.Signals;
using Renderacre.Worker.Spool;
using Renderacre.Worker.Syncing;
using Renderacre.Worker.Tests.Support;
using Renderacre.Worker.Users;

namespace Renderacre.Worker.Tests.Syncing;

/// <summary>The worker's side of the conversation, over sessions whose hosts have died.</summary>
public sealed class SyncLoopTests : IAsyncDisposable
{
    private readonly TempFolder _root = new();
    private readonly WorkerFolder _folder;
    private readonly FakeChannel _channel = new();
    private readonly Signal _news = new();
    private readonly SessionTable _sessions;
    private readonly CancellationTokenSource _stop = new();
    private readonly SyncLoop _loop;
    private Task<SyncRefusal>? _running;
    private WorkerRest? _rest;

    public SyncLoopTests()
    {
        _folder = new WorkerFolder(_root.Path);
        var log = new WorkerLog(NullLogger.Instance);
        var time = TimeProvider.System;
        var sudo = new Sudo("farm-worker", []);
        var processes = new SessionProcesses(ProcessLaunchers.ForThisSystem(time), sudo, time);
        _sessions = new SessionTable(
            _folder, new HostProcess(sudo, [], 60), processes, new NoLogs(), time, _news, log);
        _loop = new SyncLoop(_channel, _sessions, Guid.NewGuid(), _news, time, log)
        {
            WorkerId = Guid.NewGuid(),
            Rest = () => _rest,
        };
    }

    [Fact]
    public async Task The_first_request_tells_which_sessions_there_are()
    {
        var id = Leave(ended: true);
        _ = Start();
        await Eventually.TrueAsync("a request is out", () => _channel.Requests.Count > 0);
        Assert.Equal([id], _channel.Requests[0].Sessions);
        Assert.Equal((1, SyncProtocol.Version), (_channel.Requests[0].Sequence, _channel.Requests[0].Protocol));
    }

    [Fact]
    public async Task What_was_acknowledged_is_not_sent_again_and_the_session_goes()
    {
        var id = Leave(ended: true);
        _ = Start();
        await Eventually.TrueAsync("the session is over", () => _sessions.Sessions.Count == 0);
        Assert.Equal([1L, 2L, 3L],
            _channel.Requests.SelectMany(request => request.Reports).Select(report => report.Number));
        // The folder goes after the session has left the table.
        await Eventually.TrueAsync(
            "its folder is gone", () => !Directory.Exists(Path.Combine(_folder.Sessions, id.ToString("N"))));
    }

    [Fact]
    public async Task What_was_not_answered_is_sent_again_with_the_same_numbers()
    {
        Leave(ended: true);
        var refusals = 2;
        _channel.Answer = request => request.Reports.Count > 0 && refusals-- > 0
            ? throw new FarmException(HttpStatusCode.ServiceUnavailable, "busy", null, null)
            : FakeChannel.Nothing(request);
        _ = Start();
        await Eventually.TrueAsync("the session is over", () => _sessions.Sessions.Count == 0);
        var sent = _channel.Requests.Where(request => request.Reports.Count > 0).ToList();
        Assert.Equal(3, sent.Count);
        Assert.All(sent, request => Assert.Equal([1L, 2L, 3L], request.Reports.Select(report => report.Number)));
    }

    [Fact]
    public async Task A_session_whose_host_died_is_told_as_failed_with_its_running_lease()
    {
        Leave(ended: false);
        _ = Start();
        await Eventually.TrueAsync("the session is over", () => _sessions.Sessions.Count == 0);
        var reports = _channel.Requests.SelectMany(request => request.Reports).ToList();
        var completed = Assert.Single(reports.OfType<LeaseCompleted>());
        Assert.Equal(
            (LeaseOutcome.Failed, "the session's host process died"), (completed.Outcome, completed.Message));
        Assert.Single(reports.OfType<SessionEnded>());
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, SyncRefusalKind.UnknownWorker)]
    [InlineData(HttpStatusCode.Conflict, SyncRefusalKind.OldIncarnation)]
    public async Task A_refusal_for_good_ends_the_conversation(HttpStatusCode status, object kind)
    {
        _channel.Answer = _ => throw new FarmException(status, "no", null, null);
        var refusal = await Start();
        Assert.Equal(((SyncRefusalKind)kind, "no"), (refusal.Kind, refusal.Message));
    }

    [Fact]
    public async Task A_controller_that_started_anew_is_told_the_sessions_again()
    {
        var epoch = Guid.NewGuid();
        _channel.Answer = request => FakeChannel.Nothing(request) with { Epoch = epoch };
        _ = Start();
        await Eventually.TrueAsync("nothing is left to say", () => _channel.Requests.Any(request => request.Hold));
        epoch = Guid.NewGuid();
        Leave(ended: true);
        await _sessions.ReattachAsync();
        _news.Set();
        await Eventually.TrueAsync(
            "the sessions are told twice", () => _channel.Requests.Count(request => request.Sessions is not null) == 2);
    }

    [Fact]
    public async Task A_rest_is_told_at_once_and_so_is_its_end()
    {
        _rest = new WorkerRest("outside its hours", Now: true);
        _ = Start();
        await Eventually.TrueAsync("nothing is left to say", () => _channel.Requests.Any(request => request.Hold));
        Assert.All(_channel.Requests, request => Assert.Equal((_rest, false), (request.Rest, request.Accepting)));
        _rest = null;
        _news.Set();
        await Eventually.TrueAsync(
            "the end is told", () => _channel.Requests[^1] is { Rest: null, Accepting: true, Hold: false });
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await (_running ?? Task.CompletedTask);
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }

        await _sessions.DisposeAsync();
        _folder.Dispose();
        _stop.Dispose();
        _root.Dispose();
    }

    private Task<SyncRefusal> Start() => _running = RunAsync();

    private async Task<SyncRefusal> RunAsync()
    {
        await _sessions.ReattachAsync();
        return await _loop.RunAsync(_stop.Token);
    }

    /// <summary>A session's folder as a host leaves it that has ended, or that was killed in its task.</summary>
    private Guid Leave(bool ended)
    {
        var assignment = Work.Session();
        var id = assignment.SessionId;
        var (folder, _) = Work.Folder(_folder.Sessions, assignment);
        var lease = Work.Shell(id, "true");
        using (var leases = new KeptLeases(folder.Leases))
            leases.Keep([lease]);
        using var journal = new JournalWriter(folder.Journal, SpoolAccess.Private);
        journal.Append(number => new LeaseStarted { SessionId = id, Number = number, LeaseId = lease.LeaseId });
        if (!ended)
            return id;
        journal.Append(number => new LeaseCompleted
        {
            SessionId = id,
            Number = number,
            LeaseId = lease.LeaseId,
            Outcome = LeaseOutcome.Succeeded,
            LogLength = 0,
        });
        journal.Append(number => new SessionEnded { SessionId = id, Number = number });
        return id;
    }
}
