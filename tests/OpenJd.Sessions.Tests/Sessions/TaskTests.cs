using OpenJd.Sessions.Actions;
using OpenJd.Sessions.Output;
using OpenJd.Sessions.Tests.Support;
using static OpenJd.Sessions.Tests.Support.SessionHarness;

namespace OpenJd.Sessions.Tests.Sessions;

public sealed class TaskTests
{
    [Fact]
    public async Task Progress_and_status_are_told_and_a_bad_one_is_marked()
    {
        await using var harness = Open();
        var recorder = new Recorder();
        var outcome = await harness.RunAsync(
            "echo openjd_progress: 25.5; echo openjd_status: working; echo openjd_progress: nope; "
            + "echo openjd_progress: 100 >&2; printf 'no newline end'", recorder);
        Assert.Equal(ActionState.Succeeded, outcome.State);
        Assert.Equal([25.5, 100], recorder.Progress.Order());
        Assert.Equal(["working"], recorder.Statuses);
        Assert.Single(recorder.Errors);
        Assert.Contains("no newline end", recorder.Lines);
    }

    [Fact]
    public async Task A_fail_message_fails_an_action_that_exits_with_0()
    {
        await using var harness = Open();
        var outcome = await harness.RunAsync("echo openjd_fail: out of licences", new Recorder());
        Assert.Equal((ActionState.Failed, 0), (outcome.State, outcome.ExitCode));
        Assert.Equal("out of licences", outcome.FailMessage);
    }

    [Fact]
    public async Task Tails_keep_the_streams_apart()
    {
        await using var harness = Open();
        var outcome = await harness.RunAsync("echo to out; echo to err >&2; exit 1", new Recorder());
        Assert.Equal(("to out\n", "to err\n"), (outcome.StdoutTail, outcome.StderrTail));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_pass_through_unchanged()
    {
        await using var harness = Open();
        var bytes = new ByteRecorder();
        var outcome = await harness.Session.RunCommandAsync(
            new PlainCommand { Executable = "printf", Args = [@"a\377\000b\r\n\200"] }, bytes,
            TestContext.Current.CancellationToken);
        Assert.Equal([(byte)'a', 0xFF, 0, (byte)'b', (byte)'\r', (byte)'\n', 0x80], bytes.Bytes);
        Assert.Equal("a\uFFFD\0b\r\n\uFFFD", outcome.StdoutTail);
    }

    [Fact]
    public async Task An_observer_that_throws_ends_the_action_and_gets_its_error_back()
    {
        await using var harness = Open();
        var run = harness.Session.RunCommandAsync(
            new PlainCommand { Executable = "sh", Args = ["-c", "echo x; exec sleep 600"] }, new ThrowingObserver(),
            TestContext.Current.CancellationToken);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => run.WaitAsync(Wait.Patience, TestContext.Current.CancellationToken));
        Assert.Equal("sink is full", error.Message);
    }

    private sealed class ThrowingObserver : IActionObserver
    {
        public void OnOutput(OutputLine line) => throw new InvalidOperationException("sink is full");
    }

    private sealed class ByteRecorder : IActionObserver
    {
        public List<byte> Bytes { get; } = [];

        public void OnOutput(OutputLine line) => Bytes.AddRange(line.Bytes);
    }
}
