using OpenJd.Sessions.Actions;
using OpenJd.Sessions.Tests.Support;
using static OpenJd.Sessions.Tests.Support.SessionHarness;

namespace OpenJd.Sessions.Tests.Sessions;

/// <summary>Actions that behave badly: each ends with its own outcome, and the session goes on as it should.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task An_action_that_closes_its_streams_is_waited_for_to_its_end()
    {
        await using var harness = Open();
        var outcome = await harness.RunAsync("echo last words; exec >&- 2>&-; sleep 0.2; exit 5", new Recorder());
        Assert.Equal((ActionState.Failed, 5, "last words\n"), (outcome.State, outcome.ExitCode, outcome.StdoutTail));
    }

    [Fact]
    public async Task An_action_that_deletes_the_working_directory_fails_the_next_one_with_the_reason()
    {
        await using var harness = Open();
        var recorder = new Recorder();
        await harness.EnterAsync(Environment("E", "true", "echo left"), recorder);
        var deleting = await harness.RunAsync("rm -rf \"$OPENJD_SESSION_WORKING_DIR\"", recorder);
        Assert.Equal(ActionState.Succeeded, deleting.State);

        var next = await harness.RunAsync("true", recorder);
        Assert.Equal(ActionState.CouldNotStart, next.State);
        Assert.Contains($"its working directory {harness.Session.WorkingDirectory} does not exist", next.Message,
            StringComparison.Ordinal);
        var left = await harness.ExitAsync(recorder);
        Assert.Equal(ActionState.CouldNotStart, left.State);
        Assert.Empty(harness.Session.EnteredEnvironments);
        Assert.Null(await harness.Session.CloseAsync());
    }

    [Fact]
    public async Task An_action_that_takes_the_right_to_write_away_fails_the_next_one_with_the_reason()
    {
        Assert.SkipWhen(System.Environment.IsPrivilegedProcess, "root may write everywhere");
        await using var harness = Open();
        await harness.RunAsync("chmod 0500 .", new Recorder());
        var next = await harness.RunAsync(
            Shell("true"), new Recorder(), new OpenJd.Model.Jobs.EmbeddedFile { Name = "Data", Data = "x" });
        Assert.Equal(ActionState.CouldNotStart, next.State);
        Assert.Contains("denied", next.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_that_floods_both_streams_at_once_loses_nothing()
    {
        const int lines = 50_000;
        await using var harness = Open();
        var recorder = new Recorder();
        var outcome = await harness.RunAsync(
            $"yes out | head -n {lines} & yes err | head -n {lines} >&2; wait", recorder);
        Assert.Equal(ActionState.Succeeded, outcome.State);
        Assert.Equal((lines, lines),
            (recorder.Lines.Count(line => line == "out"), recorder.Lines.Count(line => line == "err")));
    }
}
