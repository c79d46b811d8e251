using OpenJd.Sessions.Actions;
using OpenJd.Sessions.Tests.Support;
using static OpenJd.Sessions.Tests.Support.SessionHarness;

namespace OpenJd.Sessions.Tests.Sessions;

public sealed class UsageTests
{
    private const string Burn = "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done";

    [Fact]
    public async Task The_time_of_the_process_and_of_those_it_waited_for_is_told()
    {
        await using var harness = Open();
        var idle = await harness.RunAsync("true", new Recorder());
        var busy = await harness.RunAsync($"sh -c '{Burn}'", new Recorder());

        Assert.NotNull(idle.Usage);
        Assert.NotNull(busy.Usage);
        Assert.True(busy.Usage.Value.CpuTime > idle.Usage.Value.CpuTime);
        Assert.InRange(busy.Usage.Value.CpuTime.TotalSeconds, 0.01, 60);
    }

    [Fact]
    public async Task The_most_memory_is_told()
    {
        await using var harness = Open();
        // More than this program has itself: what is told of a process is never less than what its starter has.
        var mebibytes = (System.Environment.WorkingSet >> 20) + 200;
        var outcome = await harness.RunAsync(Allocate(mebibytes), new Recorder());
        Assert.InRange(outcome.Usage?.PeakMemoryBytes ?? 0, mebibytes << 20, (mebibytes + 300) << 20);
    }

    [Fact]
    public async Task What_was_not_started_used_nothing()
    {
        await using var harness = Open();
        var outcome = await harness.RunAsync(
            new OpenJd.Model.Jobs.ActionDefinition { Command = "no-such-program" }, new Recorder());
        Assert.Null(outcome.Usage);
    }

    [Fact]
    public async Task A_tree_with_more_memory_than_it_may_have_is_ended_and_told_as_out_of_memory()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "memory of a tree is read from /proc");
        await using var harness = Open(memoryLimitBytes: 64 << 20);
        var recorder = new Recorder();
        var fine = await harness.RunAsync("true", recorder);
        Assert.Equal(ActionState.Succeeded, fine.State);
        // Two children with half of it each, and a little more.
        var outcome = await harness.RunAsync(
            $"{Allocate(40)} | sleep 600 & {Allocate(40)} | sleep 600 & sleep 600", recorder);

        Assert.Equal(ActionState.OutOfMemory, outcome.State);
        Assert.StartsWith("out of memory: it used ", outcome.Message, StringComparison.Ordinal);
        Assert.EndsWith(" MiB of the 64 MiB reserved for it", outcome.Message, StringComparison.Ordinal);
    }

    // It takes a buffer of that size, fills it, and waits for whoever is to read it.
    private static string Allocate(long mebibytes) =>
        $"dd if=/dev/zero bs={mebibytes}M count=1 2> errors";
}
