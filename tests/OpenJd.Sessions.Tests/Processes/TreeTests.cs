using OpenJd.Sessions.Actions;
using OpenJd.Sessions.Processes;
using OpenJd.Sessions.Sessions;
using OpenJd.Sessions.Tests.Support;

namespace OpenJd.Sessions.Tests.Processes;

public sealed class TreeTests
{
    // The inner shell becomes a session leader of its own, and its parent ends at once.
    private const string DoubleForked = "(setsid sh -c 'echo \"grandchild $$\"; touch ready; exec sleep 600' &) ; ";

    [Fact]
    public async Task A_double_forked_grandchild_in_its_own_session_is_killed_with_the_action()
    {
        await using var harness = SessionHarness.Open();
        var recorder = new Recorder();
        var run = harness.RunAsync(DoubleForked + "exec sleep 600", recorder);
        var grandchild = ProcessFacts.Number(await recorder.LineAsync("grandchild "));
        Assert.True(harness.Session.Cancel());
        var outcome = await run;
        Assert.Equal((ActionState.Canceled, -9), (outcome.State, outcome.ExitCode));
        Assert.False(ProcessFacts.IsAlive(grandchild));
        Assert.False(ProcessFacts.Exists(recorder.ProcessId));
    }

    [Fact]
    public async Task A_grandchild_that_holds_the_pipe_does_not_delay_the_end_and_is_killed()
    {
        await using var harness = SessionHarness.Open();
        var recorder = new Recorder();
        var outcome = await harness
            .RunAsync(DoubleForked + "while [ ! -e ready ]; do :; done; echo end", recorder)
            .WaitAsync(Wait.Patience, TestContext.Current.CancellationToken);
        Assert.Equal(ActionState.Succeeded, outcome.State);
        Assert.Contains("end", recorder.Lines);
        Assert.False(ProcessFacts.IsAlive(ProcessFacts.Number(await recorder.LineAsync("grandchild "))));
    }

    [Fact]
    public async Task What_an_enter_action_leaves_running_serves_the_tasks_and_ends_with_the_environment()
    {
        await using var harness = SessionHarness.Open();
        var recorder = new Recorder();
        await harness.EnterAsync(
            SessionHarness.Environment(
                "Server", enter: "sh -c 'echo server $$; exec sleep 600' & echo started", exit: "true"), recorder);
        var server = ProcessFacts.Number(await recorder.LineAsync("server "));
        var outcome = await harness.RunAsync($"kill -0 {server}", new Recorder());
        Assert.Equal(ActionState.Succeeded, outcome.State);
        Assert.True(ProcessFacts.IsAlive(server));
        await harness.ExitAsync(new Recorder());
        Assert.False(ProcessFacts.IsAlive(server));
    }

    [Fact]
    public async Task What_was_left_by_a_dead_host_is_found_by_its_marker()
    {
        await using var harness = SessionHarness.Open();
        var marker = new ProcessMarker("OPENJD_TEST_MARKER", Guid.NewGuid().ToString("N"));
        var recorder = new Recorder();
        var run = harness.RunAsync(
            $"{marker.Variables[0].Name}={marker.Variables[0].Value} setsid sleep 600 & "
            + "echo marked $!; wait $!; echo code $?", recorder);
        var marked = ProcessFacts.Number(await recorder.LineAsync("marked "));
        var launcher = ProcessLaunchers.ForThisSystem(TimeProvider.System);
        await Wait.UntilAsync(
            () => File.ReadAllText($"/proc/{marked}/cmdline").StartsWith("sleep", StringComparison.Ordinal),
            "sleep runs");
        Assert.True(await launcher.KillMarkedAsync(marker, TestContext.Current.CancellationToken));
        await run;
        Assert.Contains("code 137", recorder.Lines);
    }

    [Fact]
    public async Task A_marker_of_another_session_is_left_alone()
    {
        await using var first = SessionHarness.Open();
        await using var second = SessionHarness.Open();
        var recorder = new Recorder();
        var run = first.RunAsync("echo up; exec sleep 600", recorder);
        await recorder.LineAsync("up");
        await second.RunAsync("true", new Recorder());
        Assert.True(ProcessFacts.IsAlive(recorder.ProcessId));
        first.Session.Cancel();
        Assert.Equal(ActionState.Canceled, (await run).State);
        Assert.Equal(SessionState.Failed, first.Session.State);
    }
}
