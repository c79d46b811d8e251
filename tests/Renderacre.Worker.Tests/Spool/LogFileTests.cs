using Microsoft.Extensions.Time.Testing;
using Renderacre.Worker.Spool;
using Renderacre.Worker.Tests.Support;

namespace Renderacre.Worker.Tests.Spool;

public sealed class LogFileTests
{
    [Fact]
    public void Output_is_gathered_for_a_moment_and_written_before_anybody_is_told()
    {
        using var folder = new TempFolder();
        var time = new FakeTimeProvider();
        var told = new List<long>();
        using var log = new LogFile(
            folder.PathOf("log"), SpoolAccess.Private, time, () => told.Add(Length(folder)), _ => { });
        log.Append("one\n"u8);
        log.Append("two\n"u8);
        Assert.Equal((0, 8), (Length(folder), log.Length));

        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([8], told);
        log.Append("three\n"u8);
        log.Flush();
        log.Flush();
        Assert.Equal([8, 14], told);
    }

    [Fact]
    public void A_log_is_appended_to_when_it_is_opened_again()
    {
        using var folder = new TempFolder();
        foreach (var _ in new[] { 1, 2 })
        {
            using var log = new LogFile(
                folder.PathOf("log"), SpoolAccess.Private, TimeProvider.System, () => { }, _ => { });
            log.Append("line\n"u8);
        }

        Assert.Equal("line\nline\n", File.ReadAllText(folder.PathOf("log")));
    }

    [Fact]
    public void A_task_that_prints_nothing_has_no_file()
    {
        using var folder = new TempFolder();
        using (var log = new LogFile(
            folder.PathOf("log"), SpoolAccess.Private, TimeProvider.System, () => { }, _ => { }))
        {
            log.Flush();
            Assert.Equal(0, log.Length);
        }

        Assert.False(File.Exists(folder.PathOf("log")));
    }

    private static long Length(TempFolder folder) => new FileInfo(folder.PathOf("log")).Length;
}
