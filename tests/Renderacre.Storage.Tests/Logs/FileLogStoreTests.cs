using System.Text;
using Renderacre.Farm.Ids;
using Renderacre.Storage.Logs;
using Renderacre.Storage.Stores;

namespace Renderacre.Storage.Tests.Logs;

public sealed class FileLogStoreTests : IDisposable
{
    private static readonly LogId Log = LogId.Of(new LeaseId(70_000));

    private readonly TestFolder _folder = new();
    private readonly FileLogStore _logs;

    public FileLogStoreTests() => _logs = FileLogStore.Open(_folder.File("logs"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Bytes_are_put_together_in_order()
    {
        Assert.Equal(new LogAppend(true, 6), Put(0, "hello "));
        Assert.Equal(new LogAppend(true, 11), Put(6, "world"));

        Assert.Equal("hello world", Read(0));
        Assert.Equal("world", Read(6));
        Assert.Equal("", Read(99));
        Assert.Equal(11, _logs.Length(Log));
    }

    [Fact]
    public void The_same_bytes_again_change_nothing()
    {
        Put(0, "hello");

        Assert.Equal(new LogAppend(true, 5), Put(0, "hello"));
        Assert.Equal(new LogAppend(true, 5), Put(2, "x"));
        Assert.Equal("hello", Read(0));
    }

    [Fact]
    public void Bytes_that_overlap_are_taken_where_they_are_new()
    {
        Put(0, "hello");

        Assert.Equal(new LogAppend(true, 11), Put(3, "XX world"));
        Assert.Equal("hello world", Read(0));
    }

    [Fact]
    public void A_gap_is_refused_with_the_length_that_is_there()
    {
        Assert.Equal(new LogAppend(false, 0), Put(1, "x"));
        Put(0, "hello");

        Assert.Equal(new LogAppend(false, 5), Put(6, "x"));
        Assert.Equal("hello", Read(0));
    }

    [Fact]
    public void Logs_outlive_the_store()
    {
        Put(0, "hello");

        var reopened = FileLogStore.Open(_folder.File("logs"));
        Assert.Equal(5, reopened.Length(Log));
        Assert.Equal(new LogAppend(true, 7), reopened.Append(Log, 5, "!!"u8.ToArray()));
        Assert.Equal("hello!!", Read(0));
    }

    [Fact]
    public void A_file_longer_than_was_acknowledged_is_taken_as_it_is()
    {
        Put(0, "hello");
        var file = Directory.GetFiles(_folder.Path, "*.log", SearchOption.AllDirectories).Single();
        File.AppendAllText(file, " wor");

        Assert.Equal(new LogAppend(true, 11), Put(5, " world"));
        Assert.Equal("hello world", Read(0));
    }

    [Fact]
    public void An_attempt_and_a_session_of_one_number_have_logs_of_their_own()
    {
        Put(0, "attempt");
        _logs.Append(LogId.Of(new SessionId(Log.Number)), 0, "session"u8.ToArray());

        Assert.Equal("attempt", Read(0));
        Assert.Equal(7, _logs.Length(LogId.Of(new SessionId(Log.Number))));
    }

    [Fact]
    public void A_log_that_nothing_was_put_to_is_empty()
    {
        Assert.Equal(0, _logs.Length(LogId.Of(new LeaseId(5))));
        Assert.Equal("", Read(0, LogId.Of(new LeaseId(5))));
        Assert.Equal(new LogAppend(true, 0), _logs.Append(LogId.Of(new LeaseId(5)), 0, default));
    }

    [Fact]
    public async Task Puts_from_many_threads_leave_every_log_whole()
    {
        await Parallel.ForAsync(0, 200, TestContext.Current.CancellationToken, (put, _) =>
        {
            var log = LogId.Of(new LeaseId(1 + (put % 4)));
            // Everybody sends the whole of it: only the first one's bytes are new.
            _logs.Append(log, 0, Encoding.UTF8.GetBytes("0123456789"));
            return ValueTask.CompletedTask;
        });

        for (var log = 1; log <= 4; log++)
            Assert.Equal("0123456789", Read(0, LogId.Of(new LeaseId(log))));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named()
    {
        var missing = Assert.Throws<StorageException>(() => FileLogStore.Open(_folder.File("no/where")));
        Assert.Contains(_folder.File("no"), missing.Message, StringComparison.Ordinal);

        File.WriteAllText(_folder.File("file"), "");
        var taken = Assert.Throws<StorageException>(() => FileLogStore.Open(_folder.File("file")));
        Assert.Contains(_folder.File("file"), taken.Message, StringComparison.Ordinal);
    }

    private LogAppend Put(long offset, string text) => _logs.Append(Log, offset, Encoding.UTF8.GetBytes(text));

    private string Read(long offset, LogId? log = null)
    {
        using var reader = new StreamReader(_logs.OpenRead(log ?? Log, offset));
        return reader.ReadToEnd();
    }
}
