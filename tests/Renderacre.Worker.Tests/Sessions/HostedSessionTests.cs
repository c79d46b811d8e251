using Microsoft.Extensions.Time.Testing;
using Renderacre.Contracts.Sync;
using Renderacre.Worker.Hosts;
using Renderacre.Worker.Sessions;
using Renderacre.Worker.Signals;
using Renderacre.Worker.Spool;
using Renderacre.Worker.Tests.Support;

namespace Renderacre.Worker.Tests.Sessions;

/// <summary>What the worker reads from a session's folder.</summary>
public sealed class HostedSessionTests : IDisposable
{
    private readonly TempFolder _root = new();

    [Theory]
    [InlineData(SessionRun.AmpleLeases + 1, true)]
    [InlineData(SessionRun.AmpleLeases, false)]
    [InlineData(1, false)]
    public async Task Reports_can_wait_while_leases_enough_are_left_behind_those_that_have_ended(int leases, bool wait)
    {
        await using var session = Reported(leases, ended: 1);
        Assert.Equal(wait, session.ReportsCanWait);
    }

    [Fact]
    public async Task A_session_with_nothing_to_report_keeps_nobody_from_waiting()
    {
        await using var session = Reported(leases: 1, ended: 0);
        Assert.True(session.ReportsCanWait);
    }

    [Fact]
    public async Task A_host_that_never_answers_is_given_up_once_patience_is_over()
    {
        var time = new FakeTimeProvider();
        DateTimeOffset began = time.GetUtcNow();
        var (folder, launch) = Work.Folder(_root.Path, Work.Session());
        await using var session = new HostedSession(folder, launch, time, new Signal());
        session.Connect(TimeSpan.FromSeconds(30));
        await Eventually.TrueAsync("it is given up", () =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return session.HostGone;
        });
        Assert.True(time.GetUtcNow() - began > TimeSpan.FromSeconds(30));
        Assert.Empty(session.PendingReports());
    }

    public void Dispose() => _root.Dispose();

    /// <summary>A session with leases of which the first have ended, not told yet.</summary>
    private HostedSession Reported(int leases, int ended)
    {
        var assignment = Work.Session();
        var id = assignment.SessionId;
        var (folder, launch) = Work.Folder(_root.Path, assignment);
        List<LeaseAssignment> kept = [.. Enumerable.Range(0, leases).Select(_ => Work.Shell(id, "true"))];
        using (var file = new KeptLeases(folder.Leases))
            file.Keep(kept);
        using (var journal = new JournalWriter(folder.Journal, SpoolAccess.Private))
        {
            foreach (var lease in kept.Take(ended))
                journal.Append(number => Completed(id, number, lease.LeaseId));
        }

        var session = new HostedSession(folder, launch, TimeProvider.System, new Signal());
        Assert.Equal(ended, session.PendingReports().Count);
        return session;
    }

    private static LeaseCompleted Completed(Guid session, long number, Guid lease) => new()
    {
        SessionId = session,
        Number = number,
        LeaseId = lease,
        Outcome = LeaseOutcome.Succeeded,
        LogLength = 0,
    };
}
