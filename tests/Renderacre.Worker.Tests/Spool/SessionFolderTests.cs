using Renderacre.Worker.Spool;
using Renderacre.Worker.Tests.Support;

namespace Renderacre.Worker.Tests.Spool;

public sealed class SessionFolderTests
{
    [Fact]
    public void What_was_kept_is_there_for_the_next_process()
    {
        using var root = new TempFolder();
        var session = Work.Session();
        var made = SessionFolder.Create(root.Path, session);
        var lease = Work.Shell(session.SessionId, "true");
        made.Keep(lease);

        var found = new SessionFolder(made.FullPath);
        Assert.Equal(session, found.ReadAssignment());
        Assert.Equal(lease.LeaseId, Assert.Single(found.ReadLeases()).LeaseId);
        File.WriteAllText(found.AttemptLog(lease.AttemptId), "text");
        found.Drop(lease);
        Assert.Empty(found.ReadLeases());
        Assert.False(File.Exists(found.AttemptLog(lease.AttemptId)));
    }

    [Fact]
    public void A_folder_that_was_never_finished_has_no_assignment()
    {
        using var root = new TempFolder();
        var path = Directory.CreateDirectory(root.PathOf(Guid.NewGuid().ToString("N"))).FullName;
        Assert.Null(new SessionFolder(path).ReadAssignment());
    }

    [Fact]
    public void Sessions_of_one_id_in_workers_of_two_farms_are_told_apart()
    {
        using var here = new TempFolder();
        using var there = new TempFolder();
        var session = Work.Session();

        var (one, other) = (SessionFolder.Create(here.Path, session), SessionFolder.Create(there.Path, session));

        Assert.NotEqual(one.Marker.Variables, other.Marker.Variables);
    }

    [Fact]
    public void Only_its_owner_may_enter_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "file modes are POSIX");
        using var root = new TempFolder();
        var made = SessionFolder.Create(root.Path, Work.Session());
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(made.FullPath));
    }
}
