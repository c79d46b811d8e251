using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using OpenJd.Model.Jobs;
using OpenJd.Sessions.Actions;
using OpenJd.Sessions.Tests.Support;
using static OpenJd.Sessions.Tests.Support.SessionHarness;

namespace OpenJd.Sessions.Tests.Sessions;

public sealed class StopTests
{
    private const string Stubborn = "trap 'echo notified' TERM; echo up; while :; do sleep 600 & wait; done";
    private static readonly DateTimeOffset Start = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly CancelationMethod Notify = new(CancelationMode.NotifyThenTerminate, null);

    [Fact]
    public async Task A_timeout_ends_the_action()
    {
        var time = new FakeTimeProvider(Start);
        await using var harness = Open(time);
        var recorder = new Recorder();
        var run = harness.RunAsync(Shell("echo up; exec sleep 600", timeoutSeconds: 10), recorder);
        await recorder.LineAsync("up");
        time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(run.IsCompleted);
        await AdvanceUntilEndedAsync(time, run);
        var outcome = await run;
        Assert.Equal((ActionState.TimedOut, -9), (outcome.State, outcome.ExitCode));
    }

    [Fact]
    public async Task An_exit_action_has_five_minutes_by_default()
    {
        var time = new FakeTimeProvider(Start);
        await using var harness = Open(time);
        var recorder = new Recorder();
        await harness.EnterAsync(Environment("E", exit: "echo up; exec sleep 600"), recorder);
        var exit = harness.ExitAsync(recorder);
        await recorder.LineAsync("up");
        time.Advance(TimeSpan.FromSeconds(299));
        Assert.False(exit.IsCompleted);
        await AdvanceUntilEndedAsync(time, exit);
        Assert.Equal(ActionState.TimedOut, (await exit).State);
    }

    [Fact]
    public async Task A_notified_action_may_end_by_itself()
    {
        var time = new FakeTimeProvider(Start);
        await using var harness = Open(time);
        var recorder = new Recorder();
        var run = harness.RunAsync(
            Shell("trap 'cat cancel_info.json; exit 5' TERM; echo up; sleep 600 & wait", cancelation: Notify),
            recorder);
        await recorder.LineAsync("up");
        harness.Session.Cancel();
        var outcome = await run;
        Assert.Equal((ActionState.Canceled, 5), (outcome.State, outcome.ExitCode));
        using var info = JsonDocument.Parse(recorder.Lines[^1]);
        Assert.Equal("2030-01-02T03:06:05Z", info.RootElement.GetProperty("NotifyEnd").GetString());
    }

    [Theory]
    [InlineData(null, 120)]
    [InlineData(7, 7)]
    public async Task An_action_that_ignores_the_notification_is_killed_after_the_period(int? period, int seconds)
    {
        var time = new FakeTimeProvider(Start);
        await using var harness = Open(time);
        var recorder = new Recorder();
        var run = harness.RunAsync(
            Shell(Stubborn, cancelation: Notify with { NotifyPeriodSeconds = period }), recorder);
        await recorder.LineAsync("up");
        harness.Session.Cancel();
        await recorder.LineAsync("notified");
        time.Advance(TimeSpan.FromSeconds(seconds - 1));
        Assert.False(run.IsCompleted);
        await AdvanceUntilEndedAsync(time, run);
        var outcome = await run;
        Assert.Equal((ActionState.Canceled, -9), (outcome.State, outcome.ExitCode));
    }

    [Fact]
    public async Task A_second_cancel_can_end_a_notified_action_at_once()
    {
        await using var harness = Open(new FakeTimeProvider(Start));
        var recorder = new Recorder();
        var run = harness.RunAsync(Shell(Stubborn, cancelation: Notify), recorder);
        await recorder.LineAsync("up");
        harness.Session.Cancel();
        await recorder.LineAsync("notified");
        harness.Session.Cancel(new CancelationMethod(CancelationMode.Terminate, null));
        Assert.Equal((ActionState.Canceled, -9), ((await run).State, (await run).ExitCode));
    }

    [Fact]
    public async Task A_timeout_goes_by_the_action_s_method()
    {
        var time = new FakeTimeProvider(Start);
        await using var harness = Open(time);
        var recorder = new Recorder();
        var run = harness.RunAsync(
            Shell("trap 'echo saving; exit 0' TERM; echo up; sleep 600 & wait", timeoutSeconds: 5,
                cancelation: Notify), recorder);
        await recorder.LineAsync("up");
        await AdvanceUntilEndedAsync(time, run);
        var outcome = await run;
        Assert.Equal((ActionState.TimedOut, 0), (outcome.State, outcome.ExitCode));
        Assert.Contains("saving", recorder.Lines);
    }

    [Fact]
    public async Task A_cancelled_token_ends_the_action_and_environments_are_still_left()
    {
        await using var harness = Open();
        var recorder = new Recorder();
        using var stop = new CancellationTokenSource();
        await harness.EnterAsync(Environment("E", exit: "echo left"), recorder);
        var run = harness.Session.RunCommandAsync(
            new PlainCommand { Executable = "sh", Args = ["-c", "echo up; exec sleep 600"] }, recorder, stop.Token);
        await recorder.LineAsync("up");
        await stop.CancelAsync();
        Assert.Equal(ActionState.Canceled, (await run).State);
        Assert.Equal(ActionState.Succeeded, (await harness.ExitAsync(recorder)).State);
        Assert.Equal("left", recorder.Lines[^1]);
    }

    [Fact]
    public async Task Nothing_running_cannot_be_cancelled()
    {
        await using var harness = Open();
        Assert.False(harness.Session.Cancel());
    }

    // A timer that is being made while the clock is moved counts from the new time: the clock is moved until it is due.
    private static Task AdvanceUntilEndedAsync(FakeTimeProvider time, Task run) => Wait.UntilAsync(
        () =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return run.IsCompleted;
        },
        "the action has ended");
}
