using Renderacre.Storage.Sqlite;
using Renderacre.Storage.Stores;

namespace Renderacre.Storage.Tests.Stores;

public sealed class OpeningTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_second_writer_is_refused_until_the_first_has_gone()
    {
        var path = _folder.File("farm.sqlite3");
        using (SqliteFarmStore.Open(path))
            AssertRefused(path, "another controller has this database open");

        SqliteFarmStore.Open(path).Dispose();
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_left_alone()
    {
        var path = _folder.File("notes.txt");
        var text = string.Concat(Enumerable.Repeat("these are notes, not tables. ", 100));
        File.WriteAllText(path, text);

        AssertRefused(path, "the file is no database");
        Assert.Equal(text, File.ReadAllText(path));
    }

    [Fact]
    public void A_missing_folder_is_named() =>
        AssertRefused(_folder.File("nowhere/farm.sqlite3"), $"the folder {_folder.File("nowhere")} does not exist");

    [Fact]
    public void A_folder_is_no_database() => AssertRefused(_folder.Path, "this is a folder");

    [Fact]
    public void A_database_of_a_newer_program_is_refused()
    {
        var path = _folder.File("farm.sqlite3");
        SqliteFarmStore.Open(path).Dispose();
        Run(path, "PRAGMA user_version = 999");

        AssertRefused(path, "schema version 999");
    }

    [Fact]
    public void A_database_of_another_program_is_refused()
    {
        var path = _folder.File("other.sqlite3");
        Run(path, "CREATE TABLE songs (name TEXT)");

        AssertRefused(path, "a database of another program");
    }

    [Fact]
    public void A_damaged_database_says_so()
    {
        var path = _folder.File("farm.sqlite3");
        SqliteFarmStore.Open(path).Dispose();
        using (var file = File.OpenWrite(path))
        {
            file.Position = 100;
            file.Write(new byte[file.Length - 100]);
        }

        AssertRefused(path, "restore it from a backup");
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_refused()
    {
        Assert.SkipUnless(
            !OperatingSystem.IsWindows() && Environment.UserName != "root", "permissions do not bind the user root");
        var path = _folder.File("farm.sqlite3");
        SqliteFarmStore.Open(path).Dispose();
        File.SetAttributes(path, FileAttributes.ReadOnly);

        AssertRefused(path, "permissions");
    }

    [Fact]
    public void A_memory_store_leaves_no_file_behind()
    {
        var script = new FarmScript();
        string folder;
        using (var store = SqliteFarmStore.OpenMemory())
        {
            store.Commit(script.Start().Take());
            folder = Path.GetDirectoryName(store.Path)!;
            Assert.Equal(1, store.OpenReader().Read(q => q.Revision()));
            Assert.True(Directory.Exists(folder));
        }
        Assert.False(Directory.Exists(folder));
    }

    private static void AssertRefused(string path, string what)
    {
        var refused = Assert.Throws<StorageException>(() => SqliteFarmStore.Open(path).Dispose());
        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
        Assert.Contains(what, refused.Message, StringComparison.Ordinal);
    }

    private static void Run(string path, string sql)
    {
        using var database = SqliteDatabase.OpenForWriting(path);
        database.Execute(sql);
    }
}
