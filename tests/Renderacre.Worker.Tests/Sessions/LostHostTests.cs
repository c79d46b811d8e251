using OpenJd.Sessions.Processes;
using Renderacre.Contracts.Sync;
using Renderacre.Worker.Sessions;
using Renderacre.Worker.Spool;
using Renderacre.Worker.Tests.Support;
using Renderacre.Worker.Users;

namespace Renderacre.Worker.Tests.Sessions;

public sealed class LostHostTests : IDisposable
{
    private readonly TempFolder _root = new();

    [Theory]
    [InlineData("no such user", true, "the session's host process died: no such user")]
    [InlineData(null, false, "the session's host process died")]
    public async Task A_host_that_never_reported_ends_its_session_and_says_what_it_said(
        string? said, bool failed, string message)
    {
        var assignment = Work.Session();
        var (folder, launch) = Work.Folder(_root.Path, assignment);
        LeaseAssignment lease = Work.Shell(assignment.SessionId, "true");
        var processes = new SessionProcesses(
            ProcessLaunchers.ForThisSystem(TimeProvider.System), new Sudo("farm-worker", []), TimeProvider.System);

        await new LostHost(folder, launch).EndAsync(processes, [lease], said);

        // The lease never started, so that its task is as it was.
        var ended = Assert.IsType<SessionEnded>(Assert.Single(JournalReader.ReadAll(folder.Journal).Reports));
        Assert.Equal((failed, message), (ended.Failed, ended.Message));
    }

    public void Dispose() => _root.Dispose();
}
