using OpenJd.Sessions.Actions;
using OpenJd.Sessions.Output;
using static OpenJd.Sessions.Tests.Support.SessionHarness;

namespace OpenJd.Sessions.Tests.Sessions;

/// <summary>Much output. These tests run alone, since they measure the memory of the whole program.</summary>
[Collection(nameof(VolumeTests))]
[CollectionDefinition(nameof(VolumeTests), DisableParallelization = true)]
public sealed class VolumeTests
{
    [Fact]
    public async Task Much_output_is_read_whole_with_bounded_memory()
    {
        const long bytesMin = 100_000_000;
        await using var harness = Open();
        var counter = new ByteCounter();
        var outcome = await harness.Session.RunCommandAsync(
            new PlainCommand
            {
                Executable = "sh",
                Args = ["-c", $"yes 'a line of output as renderers write them' | head -c {bytesMin}"],
            },
            counter, TestContext.Current.CancellationToken);
        Assert.Equal(ActionState.Succeeded, outcome.State);
        Assert.Equal(bytesMin, counter.Bytes);
        Assert.InRange(counter.PeakHeapGrowth, 0, 40_000_000);
        Assert.InRange(outcome.StdoutTail.Length, 1, OutputTail.BytesMax);
    }

    [Fact]
    public async Task A_line_without_any_end_does_not_gather_in_memory()
    {
        await using var harness = Open();
        var counter = new ByteCounter();
        await harness.Session.RunCommandAsync(
            new PlainCommand { Executable = "head", Args = ["-c", "20000000", "/dev/zero"] }, counter,
            TestContext.Current.CancellationToken);
        Assert.Equal(20_000_000, counter.Bytes);
        Assert.InRange(counter.LongestLine, 1, LineSplitter.LineBytesMax);
    }

    [Fact]
    public async Task Directives_as_fast_as_an_action_can_print_them_are_all_heard()
    {
        await using var harness = Open();
        var heard = new ProgressCounter();
        var outcome = await harness.Session.RunCommandAsync(
            new PlainCommand
            {
                Executable = "sh",
                Args = ["-c", "yes 'openjd_progress: 50' | head -n 200000; echo openjd_progress: 100"],
            },
            heard, TestContext.Current.CancellationToken);
        Assert.Equal(ActionState.Succeeded, outcome.State);
        Assert.Equal((200_001, 100), (heard.Count, heard.Last));
    }

    private sealed class ProgressCounter : IActionObserver
    {
        public int Count { get; private set; }

        public double Last { get; private set; }

        public void OnProgress(double percent) => (Count, Last) = (Count + 1, percent);
    }

    private sealed class ByteCounter : IActionObserver
    {
        private readonly long _start = GC.GetTotalMemory(forceFullCollection: true);
        private int _lines;

        public long Bytes { get; private set; }

        public int LongestLine { get; private set; }

        public long PeakHeapGrowth { get; private set; }

        public void OnOutput(OutputLine line)
        {
            Bytes += line.Bytes.Length;
            LongestLine = Math.Max(LongestLine, line.Bytes.Length);
            // What is garbage already was never kept: only what survives a collection counts.
            if (++_lines % 100_000 == 0)
                PeakHeapGrowth = Math.Max(PeakHeapGrowth, GC.GetTotalMemory(forceFullCollection: true) - _start);
        }
    }
}
