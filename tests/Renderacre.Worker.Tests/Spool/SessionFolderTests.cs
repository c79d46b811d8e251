using Renderacre.Worker.Spool;
using Renderacre.Worker.Tests.Support;

namespace Renderacre.Worker.Tests.Spool;

public sealed class SessionFolderTests
{
    [Fact]
    public void What_its_host_was_started_with_is_there_for_the_next_worker()
    {
        using var root = new TempFolder();
        var (made, launch) = Work.Folder(root.Path);

        var found = new SessionFolder(made.FullPath).ReadLaunch();
        Assert.Equivalent(launch, found, strict: true);
    }

    [Fact]
    public void A_folder_that_was_never_finished_has_no_launch()
    {
        using var root = new TempFolder();
        var path = Directory.CreateDirectory(root.PathOf(Guid.NewGuid().ToString("N"))).FullName;
        Assert.Null(new SessionFolder(path).ReadLaunch());
    }

    [Fact]
    public async Task It_is_removed_with_all_that_is_in_it()
    {
        using var root = new TempFolder();
        var (made, _) = Work.Folder(root.Path);
        File.WriteAllText(made.Journal, "report\n");
        Directory.CreateDirectory(Path.Combine(made.Work, "session", "left"));

        await made.DeleteAsync((_, _) => throw new InvalidOperationException("no other user has a part in it"));
        Assert.False(Directory.Exists(made.FullPath));
    }

    [Fact]
    public void Sessions_of_one_id_in_workers_of_two_farms_are_told_apart()
    {
        using var here = new TempFolder();
        using var there = new TempFolder();
        var session = Work.Session();

        var (one, other) = (Work.Folder(here.Path, session).Folder, Work.Folder(there.Path, session).Folder);

        Assert.NotEqual(one.Marker.Variables, other.Marker.Variables);
    }

    [Fact]
    public void Only_its_owner_may_enter_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "file modes are POSIX");
        using var root = new TempFolder();
        var (made, _) = Work.Folder(root.Path);
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(made.FullPath));
    }
}
