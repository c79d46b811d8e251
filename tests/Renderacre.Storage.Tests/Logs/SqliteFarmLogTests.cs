using Renderacre.Contracts.Logs;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Time;
using Renderacre.Storage.Logs;

namespace Renderacre.Storage.Tests.Logs;

public sealed class SqliteFarmLogTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Entries_come_back_as_they_were_added()
    {
        var line = new FarmLogLine
        {
            At = new FarmTime(5),
            Level = LogLevel.Warn,
            Source = LogSource.Task,
            Stream = "stderr",
            Message = "",
            Job = new JobId(1),
            Unit = new UnitRef(new JobId(1), 2, 3),
            Attempt = new LeaseId(4),
            Worker = new WorkerId(5),
        };
        using (var log = SqliteFarmLog.Open(_folder.File("log.sqlite3")))
            Assert.Equal([new FarmLogRow(1, line), new FarmLogRow(2, Line("bare"))], log.Append([line, Line("bare")]));

        using var reopened = SqliteFarmLog.Open(_folder.File("log.sqlite3"));
        Assert.Equal([new FarmLogRow(1, line), new FarmLogRow(2, Line("bare"))], reopened.Newest(10));
    }

    [Fact]
    public void Entries_are_found_by_worker_and_by_attempt()
    {
        using var log = SqliteFarmLog.OpenMemory();
        log.Append(
        [
            Line("a") with { Worker = new WorkerId(1), Attempt = new LeaseId(7) },
            Line("b") with { Worker = new WorkerId(2) },
            Line("c") with { Worker = new WorkerId(1) },
            Line("d") with { Worker = new WorkerId(1), Attempt = new LeaseId(7) },
        ]);

        Assert.Equal(["c", "d"], Messages(log.OfWorker(new WorkerId(1), 2)));
        Assert.Equal(["a", "d"], Messages(log.OfAttempt(new LeaseId(7), 0, default, 10)));
        Assert.Equal(["d"], Messages(log.OfAttempt(new LeaseId(7), 1, default, 10)));
        Assert.Equal(["c", "d"], Messages(log.Newest(2)));
        Assert.Equal(["b", "c"], Messages(log.After(1, 2)));
    }

    [Fact]
    public void The_oldest_entries_go_when_there_are_more_than_are_kept()
    {
        using var log = SqliteFarmLog.Open(_folder.File("log.sqlite3"), kept: 1);
        log.Append([.. Enumerable.Range(1, 700).Select(number => Line($"line {number}"))]);

        var kept = log.After(0, 1_000);
        Assert.Equal(500, kept.Count);
        Assert.Equal("line 201", kept[0].Line.Message);
    }

    private static FarmLogLine Line(string message) => new()
    {
        At = new FarmTime(1),
        Level = LogLevel.Info,
        Source = LogSource.Worker,
        Message = message,
    };

    private static IEnumerable<string> Messages(IEnumerable<FarmLogRow> rows) => rows.Select(row => row.Line.Message);
}
