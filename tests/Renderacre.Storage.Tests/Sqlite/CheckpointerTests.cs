using Renderacre.Farm.Ids;
using Renderacre.Storage.Sqlite;

namespace Renderacre.Storage.Tests.Sqlite;

public sealed class CheckpointerTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly FarmScript _script = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Checkpoints_bring_commits_into_the_database_while_the_writer_has_it_open()
    {
        string path = _folder.File("farm.sqlite3");
        using SqliteFarmStore store = SqliteFarmStore.Open(path);
        store.Commit(_script.Start().Take());
        long before = JobsWithoutTheLog(path);

        using (var checkpointer = new Checkpointer(path))
            checkpointer.Committed(long.MaxValue);

        Assert.Equal(0, before);
        Assert.Equal(1, JobsWithoutTheLog(path));
    }

    [Fact]
    public void Commits_go_on_beside_checkpoints_and_all_are_there_when_the_farm_is_opened_anew()
    {
        const int Jobs = 500;
        string path = _folder.File("farm.sqlite3");
        using (SqliteFarmStore store = SqliteFarmStore.Open(path))
        {
            store.CheckpointBeside();
            store.Commit(_script.Start().Take());
            for (int job = 1; job < Jobs; job++)
                store.Commit(_script.Submit(new JobId(100 + job), FarmScript.Plan).Take());
        }

        using SqliteFarmStore anew = SqliteFarmStore.Open(path);
        Assert.Equal(Jobs, anew.Load().Jobs.Count);
    }

    private long JobsWithoutTheLog(string path)
    {
        string copy = _folder.File(Guid.NewGuid().ToString());
        File.Copy(path, copy);
        using SqliteDatabase database = SqliteDatabase.OpenForWriting(copy);
        bool hasSchema = database.Number("SELECT count(*) FROM sqlite_schema WHERE name = 'job'") == 1;
        return hasSchema ? database.Number("SELECT count(*) FROM job") : 0;
    }
}
