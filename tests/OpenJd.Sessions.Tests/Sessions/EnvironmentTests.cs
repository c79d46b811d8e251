using OpenJd.Model.Jobs;
using OpenJd.Sessions.Actions;
using OpenJd.Sessions.Sessions;
using OpenJd.Sessions.Tests.Support;
using static OpenJd.Sessions.Tests.Support.SessionHarness;

namespace OpenJd.Sessions.Tests.Sessions;

public sealed class EnvironmentTests
{
    [Fact]
    public async Task Environments_are_left_in_reverse_order_even_after_a_failure()
    {
        await using var harness = Open();
        var recorder = new Recorder();
        await harness.EnterAsync(Environment("Outer", "echo enter outer", "echo exit outer"), recorder);
        await harness.EnterAsync(Environment("Inner", "echo enter inner; exit 3", "echo exit inner; exit 4"), recorder);
        Assert.Equal(SessionState.Failed, harness.Session.State);
        Assert.Equal(["Inner", "Outer"], harness.Session.EnteredEnvironments);
        await Assert.ThrowsAsync<InvalidOperationException>(() => harness.RunAsync("true", recorder));

        var outcomes = await harness.Session.ExitEnvironmentsAsync(recorder, TestContext.Current.CancellationToken);
        Assert.Equal(["enter outer", "enter inner", "exit inner", "exit outer"], recorder.Lines);
        Assert.Equal([4, 0], outcomes.Select(outcome => outcome.ExitCode ?? -1));
        Assert.Empty(harness.Session.EnteredEnvironments);
    }

    [Fact]
    public async Task Variables_hold_from_entering_to_leaving()
    {
        await using var harness = Open();
        var recorder = new Recorder();
        await harness.EnterAsync(
            Environment(
                "Outer", "echo openjd_env: SET=by outer; echo openjd_env: BOTH=outer",
                "echo out D=$D SET=$SET BOTH=$BOTH",
                new() { ["D"] = "declared in {{Session.WorkingDirectory}}" }), recorder);
        await harness.EnterAsync(
            Environment(
                "Inner", "echo openjd_unset_env: SET; echo openjd_env: BOTH=inner; echo openjd_env: GONE=1; "
                    + "echo openjd_unset_env: GONE", "echo in SET=$SET BOTH=$BOTH"), recorder);
        await harness.RunAsync(
            "echo task SET=${SET-unset} BOTH=$BOTH GONE=${GONE-unset}; echo openjd_env: TASK=1; "
            + "echo dir $OPENJD_SESSION_WORKING_DIR $PWD", recorder);
        await harness.RunAsync("echo second TASK=${TASK-unset}", recorder);
        await harness.ExitAsync(recorder);
        await harness.ExitAsync(recorder);

        var directory = harness.Session.WorkingDirectory;
        Assert.Contains("task SET=unset BOTH=inner GONE=unset", recorder.Lines);
        Assert.Contains($"dir {directory} {directory}", recorder.Lines);
        Assert.Contains("second TASK=unset", recorder.Lines);
        Assert.Contains("in SET= BOTH=inner", recorder.Lines);
        Assert.Contains($"out D=declared in {directory} SET=by outer BOTH=outer", recorder.Lines);
    }

    [Theory]
    [InlineData("openjd_env: garbage", "Failed to parse environment variable assignment. (openjd_env: garbage)")]
    [InlineData("openjd_unset_env: 1A", "Failed to parse environment variable name. (openjd_unset_env: 1A)")]
    [InlineData(
        "openjd_redacted_env: hush",
        "Failed to parse environment variable assignment. (openjd_redacted_env: ********)")]
    public async Task A_directive_for_a_variable_that_cannot_be_read_fails_entering(string line, string message)
    {
        await using var harness = Open();
        var outcome = await harness.EnterAsync(Environment("Env", $"echo '{line}'"), new Recorder());
        Assert.Equal((ActionState.Failed, message), (outcome.State, outcome.FailMessage));
        Assert.Equal(SessionState.Failed, harness.Session.State);
    }

    [Fact]
    public async Task Where_it_is_wanted_so_such_a_directive_fails_nothing()
    {
        await using var harness = Open(ignoresMalformedVariables: true);
        var outcome = await harness.EnterAsync(Environment("Env", "echo openjd_env: garbage"), new Recorder());
        Assert.Equal((ActionState.Succeeded, null), (outcome.State, outcome.FailMessage));
    }

    [Fact]
    public async Task In_a_task_such_a_directive_fails_nothing()
    {
        await using var harness = Open();
        Assert.Equal(ActionState.Succeeded, (await harness.RunAsync("echo openjd_env: garbage", new Recorder())).State);
    }

    [Fact]
    public async Task A_directive_to_unset_wins_over_a_declared_variable()
    {
        await using var harness = Open();
        var recorder = new Recorder();
        await harness.EnterAsync(
            Environment("E", "echo openjd_unset_env: UNSET_ME", variables: new() { ["UNSET_ME"] = "x" }), recorder);
        await harness.RunAsync("echo ${UNSET_ME-unset}", recorder);
        Assert.Equal("unset", recorder.Lines[^1]);
    }

    [Fact]
    public async Task An_environment_with_variables_only_runs_nothing()
    {
        await using var harness = Open();
        var environment = new EnvironmentDefinition
        {
            Name = "E",
            Variables = new Dictionary<string, string> { ["V"] = "1" },
        };
        var recorder = new Recorder();
        Assert.Equal(ActionOutcome.NothingToRun, await harness.EnterAsync(environment, recorder));
        await harness.RunAsync("echo V=$V", recorder);
        Assert.Equal(ActionOutcome.NothingToRun, await harness.ExitAsync(recorder));
        Assert.Equal(["V=1"], recorder.Lines);
    }

    [Fact]
    public async Task A_variable_that_cannot_be_resolved_is_named_and_the_environment_is_still_left()
    {
        await using var harness = Open();
        var recorder = new Recorder();
        var outcome = await harness.EnterAsync(
            Environment("E", "true", "echo left", new() { ["V"] = "{{Param.Missing}}" }), recorder);
        Assert.Equal(ActionState.CouldNotStart, outcome.State);
        Assert.StartsWith("variable 'V': ", outcome.Message, StringComparison.Ordinal);
        Assert.Contains("Param.Missing", outcome.Message);
        await harness.ExitAsync(recorder);
        Assert.Equal(["left"], recorder.Lines);
    }

    [Fact]
    public async Task A_misspelt_variable_directive_fails_the_enter_action_but_not_a_task()
    {
        await using var harness = Open();
        var recorder = new Recorder();
        Assert.Equal(ActionState.Succeeded, (await harness.RunAsync("echo ' openjd_env: A=1'", recorder)).State);
        Assert.Empty(recorder.Errors);
        var outcome = await harness.EnterAsync(Environment("E", "echo ' openjd_env: A=1'"), recorder);
        Assert.Equal(ActionState.Failed, outcome.State);
        Assert.Single(recorder.Errors);
    }
}
