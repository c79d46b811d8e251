using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Storage.Rows;
using Renderacre.Storage.Sqlite;
using Renderacre.Storage.Stores;

namespace Renderacre.Storage.Tests.Stores;

public sealed class CommitTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly FarmScript _script = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_revision_that_does_not_follow_is_refused_and_changes_nothing(long revision)
    {
        using var store = SqliteFarmStore.OpenMemory();
        store.Commit(_script.Start().Take());

        var refused = Assert.Throws<StorageException>(
            () => store.Commit(_script.Submit(new JobId(11), FarmScript.Plan).Take(revision)));

        Assert.Contains(
            $"commit {revision} does not follow the stored revision 1; only 2", refused.Message,
            StringComparison.Ordinal);
        Assert.Equal(1, store.Load().Revision);
        Assert.Single(store.Load().Jobs);
    }

    [Fact]
    public void A_commit_that_fails_half_way_leaves_nothing_and_the_next_one_is_written()
    {
        using var store = SqliteFarmStore.OpenMemory();
        store.Commit(_script.Start().Take());

        var broken = _script.Submit(new JobId(11), FarmScript.Plan).End(99, FarmScript.UnitAt(0)).Take(2);
        var failure = Assert.Throws<StorageException>(() => store.Commit(broken));
        store.Commit(_script.Submit(new JobId(12), FarmScript.Plan).Take(2));

        Assert.Contains("lease 99, which is not stored", failure.Message, StringComparison.Ordinal);
        Assert.Equal([10, 12], store.Load().Jobs.Select(job => job.Job.Value));
        Assert.Equal(2, store.OpenReader().Read(q => q.Totals()).Jobs.Values.Sum());
    }

    [Fact]
    public void A_copy_taken_between_commits_holds_whole_commits_only()
    {
        var path = _folder.File("farm.sqlite3");
        using var store = SqliteFarmStore.Open(path);
        store.Commit(_script.Start().Take());
        store.Commit(_script.Submit(new JobId(11), FarmScript.Plan).Take());

        // The last bytes of the log are lost, as when the machine dies while they are written.
        File.Copy(path, _folder.File("copy.sqlite3"));
        var log = File.ReadAllBytes(path + "-wal");
        File.WriteAllBytes(_folder.File("copy.sqlite3-wal"), log[..^100]);

        using var copy = SqliteFarmStore.Open(_folder.File("copy.sqlite3"));
        var loaded = copy.Load();
        Assert.Equal(1, loaded.Revision);
        Assert.Equal([10], loaded.Jobs.Select(job => job.Job.Value));
    }

    [Fact]
    public void A_store_that_was_never_closed_loses_no_commit()
    {
        var path = _folder.File("farm.sqlite3");
        using var store = SqliteFarmStore.Open(path);
        store.Commit(_script.Start().Take());
        store.Commit(_script.Submit(new JobId(11), FarmScript.Plan).Take());

        File.Copy(path, _folder.File("copy.sqlite3"));
        File.Copy(path + "-wal", _folder.File("copy.sqlite3-wal"));

        using var copy = SqliteFarmStore.Open(_folder.File("copy.sqlite3"));
        Assert.Equal(2, copy.Load().Revision);
        Assert.Equal(2, copy.Load().Jobs.Count);
    }

    [Fact]
    public void Readers_see_the_last_committed_revision_while_a_commit_is_under_way()
    {
        using var store = SqliteFarmStore.Open(_folder.File("farm.sqlite3"));
        var reader = store.OpenReader();
        store.Commit(_script.Start().Take());

        var seen = reader.Read(q =>
        {
            var before = q.Revision();
            store.Commit(_script.Submit(new JobId(11), FarmScript.Plan).Take());
            return (before, after: q.Revision(), jobs: q.Jobs(null, 10, JobSearch.Usual).Count);
        });

        Assert.Equal((1, 1, 1), seen);
        Assert.Equal(2, reader.Read(q => q.Revision()));
    }

    [Fact]
    public void A_large_batch_is_written_whole()
    {
        using var store = SqliteFarmStore.OpenMemory();
        store.Commit(_script.Start().Open(FarmScript.Session, FarmScript.Job).Take());
        for (var unit = 0; unit < 10_000; unit++)
            _script.Grant(1_000 + unit, FarmScript.UnitAt(unit)).Begin(1_000 + unit, FarmScript.UnitAt(unit));
        store.Commit(_script.Take());

        Assert.Equal(10_000, store.Load().Leases.Count);
        var last = store.OpenReader().Read(q => q.NewestEvents(1, FarmEventKinds.All))[0];
        Assert.Equal((2, 19_999), (last.Cursor.Revision, last.Cursor.Ordinal));
    }

    [Fact]
    public void A_disposed_store_refuses_commits()
    {
        var store = SqliteFarmStore.OpenMemory();
        store.Dispose();

        Assert.Throws<ObjectDisposedException>(() => store.Commit(_script.Start().Take()));
    }

    [Fact]
    public void An_event_that_no_row_is_known_for_is_refused()
    {
        using var store = SqliteFarmStore.OpenMemory();

        var refused = Assert.Throws<StorageException>(
            () => store.Commit(_script.Add(new Unheard { By = default, At = default }).Take()));

        Assert.Contains(nameof(Unheard), refused.Message, StringComparison.Ordinal);
    }

    private sealed record Unheard : FarmEvent;
}
