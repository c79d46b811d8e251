using Renderacre.Worker.Spool;
using Renderacre.Worker.Tests.Support;

namespace Renderacre.Worker.Tests.Spool;

public sealed class WorkerFolderTests
{
    [Fact]
    public void The_id_that_the_farm_gave_is_kept()
    {
        using var root = new TempFolder();
        var id = Guid.NewGuid();
        using (var folder = new WorkerFolder(root.PathOf("w")))
        {
            Assert.Null(folder.ReadId());
            folder.WriteId(id);
        }

        using var again = new WorkerFolder(root.PathOf("w"));
        Assert.Equal(id, again.ReadId());
    }

    [Fact]
    public void A_second_worker_in_the_same_folder_is_refused_with_the_remedy()
    {
        using var root = new TempFolder();
        using var first = new WorkerFolder(root.PathOf("w"));
        var error = Assert.Throws<WorkerException>(() => new WorkerFolder(root.PathOf("w")));
        Assert.Contains("each worker on a machine needs a folder of its own", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named()
    {
        using var root = new TempFolder();
        var file = root.Write("file", "");
        var error = Assert.Throws<WorkerException>(() => new WorkerFolder(Path.Combine(file, "w")));
        Assert.Contains(Path.Combine(file, "w"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sessions_are_found_and_other_folders_passed_over()
    {
        using var root = new TempFolder();
        using var folder = new WorkerFolder(root.Path);
        var (made, _) = Work.Folder(folder.Sessions);
        Directory.CreateDirectory(Path.Combine(folder.Sessions, "lost+found"));
        Assert.Equal([made.Id], folder.Existing().Select(found => found.Id));
    }

    [Fact]
    public void A_socket_path_is_never_longer_than_systems_take_and_nothing_of_it_stays()
    {
        using var root = new TempFolder();
        using var folder = new WorkerFolder(root.PathOf(new string('d', 120)));
        var path = folder.SocketPath(Guid.NewGuid(), user: null);
        Assert.InRange(path.Length, 1, 107);
        var apart = Path.GetDirectoryName(path);
        Assert.True(Directory.Exists(apart));

        folder.RemoveSocket(new HostLaunch { Assignment = Work.Session(), Socket = path });
        Assert.False(Directory.Exists(apart));
    }

    [Fact]
    public void A_socket_is_among_its_sessions_files_where_the_path_is_short_enough()
    {
        using var root = new TempFolder();
        using var folder = new WorkerFolder(root.PathOf("w"));
        var session = Guid.NewGuid();
        Assert.StartsWith(
            Path.Combine(folder.Sessions, session.ToString("N")), folder.SocketPath(session, user: null),
            StringComparison.Ordinal);
    }
}
