using Microsoft.Extensions.Time.Testing;
using Renderacre.Contracts.Sync;
using Renderacre.Worker.Spool;
using Renderacre.Worker.Supervision;
using Renderacre.Worker.Tests.Support;

namespace Renderacre.Worker.Tests.Supervision;

/// <summary>When it is written down how far a task is, and what is read of it.</summary>
public sealed class ProgressWatchTests : IDisposable
{
    private static readonly Guid Lease = Guid.NewGuid();

    private readonly TempFolder _root = new();
    private readonly FakeTimeProvider _time = new();
    private readonly string _path;
    private readonly ProgressWatch _watch;
    private int _written;

    public ProgressWatchTests()
    {
        _path = Path.Combine(_root.Path, "progress.json");
        var file = new ProgressFile(_path, SpoolAccess.Private, () => _written++);
        _watch = new ProgressWatch(Lease, ProgressPatterns.None, file, _time);
    }

    [Fact]
    public void The_newest_is_written_once_a_second_however_often_it_is_told()
    {
        foreach (int percent in Enumerable.Range(0, 50))
            _watch.Tell(percent);
        Assert.Null(ProgressFile.TryRead(_path));
        _time.Advance(ProgressWatch.WriteEvery);
        Assert.Equal(new LeaseProgress(Lease, 49, null), ProgressFile.TryRead(_path));
        _watch.Say("lighting");
        _watch.Tell(50);
        _time.Advance(ProgressWatch.WriteEvery);
        Assert.Equal(new LeaseProgress(Lease, 50, "lighting"), ProgressFile.TryRead(_path));
        _watch.Tell(50);
        _time.Advance(ProgressWatch.WriteEvery);
        Assert.Equal(2, _written);
    }

    [Fact]
    public void A_task_that_has_ended_writes_nothing_more()
    {
        _watch.Tell(50);
        _watch.Dispose();
        _time.Advance(ProgressWatch.WriteEvery);
        Assert.Equal(0, _written);
    }

    [Fact]
    public void What_could_not_be_written_is_tried_again()
    {
        Directory.CreateDirectory(_path);
        _watch.Tell(50);
        _time.Advance(ProgressWatch.WriteEvery);
        Assert.Equal(0, _written);
        Directory.Delete(_path);
        _time.Advance(ProgressWatch.WriteEvery);
        Assert.Equal(50, ProgressFile.TryRead(_path)?.Percent);
    }

    [Fact]
    public void Of_a_long_message_the_start_is_told()
    {
        _watch.Say(new string('x', 1000));
        _time.Advance(ProgressWatch.WriteEvery);
        Assert.Equal(new string('x', LeaseProgress.MessageMax), ProgressFile.TryRead(_path)?.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"lease_id": "x"}""")]
    [InlineData("""{"lease_id": "3f9a01bc-0000-8000-8000-000000000001", "percent": 101, "message": null}""")]
    [InlineData("""{"lease_id": "3f9a01bc-0000-8000-8000-000000000001", "percent": 1, "message": 5}""")]
    public void What_no_host_would_write_is_not_read(string content)
    {
        File.WriteAllText(_path, content);
        Assert.Null(ProgressFile.TryRead(_path));
    }

    [Fact]
    public void A_message_out_of_reason_is_not_read_and_no_link_is_followed()
    {
        string other = Path.Combine(_root.Path, "other.json");
        string written = $$"""{"lease_id": "{{Lease}}", "percent": 1, "message": null}""";
        File.WriteAllText(_path, written.Replace("null", $"\"{new string('x', 300)}\"", StringComparison.Ordinal));
        Assert.Null(ProgressFile.TryRead(_path));
        File.WriteAllText(other, written);
        Assert.NotNull(ProgressFile.TryRead(other));
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights there");
        File.Delete(_path);
        File.CreateSymbolicLink(_path, other);
        Assert.Null(ProgressFile.TryRead(_path));
    }

    public void Dispose()
    {
        _watch.Dispose();
        _root.Dispose();
    }
}
