using OpenJd.Model.Jobs;
using OpenJd.Sessions.Actions;
using OpenJd.Sessions.Tests.Support;
using static OpenJd.Sessions.Tests.Support.SessionHarness;

namespace OpenJd.Sessions.Tests.Sessions;

/// <summary>Wrap hooks in place of the actions within. Source: template schemas §4.3.</summary>
public sealed class WrapTests
{
    private static readonly string[] Extensions = ["EXPR", "WRAP_ACTIONS", "FEATURE_BUNDLE_1"];

    [Fact]
    public async Task Hooks_run_in_place_of_the_actions_within_and_not_of_the_wrapping_environments_own()
    {
        await using var harness = Open(extensions: Extensions);
        var recorder = new Recorder();
        await harness.EnterAsync(Wrapping("Outer", "echo enter outer", "echo exit outer"), recorder);
        await harness.EnterAsync(Environment("Inner", "echo enter inner", "echo exit inner"), recorder);
        await harness.RunAsync("echo task", recorder);
        await harness.ExitAsync(recorder);
        await harness.ExitAsync(recorder);

        Assert.Equal(
            [
                "enter outer", "enter hook: Inner sh -c echo enter inner", "run hook: Step sh -c echo task",
                "exit hook: Inner sh -c echo exit inner", "exit outer",
            ],
            recorder.Lines);
    }

    [Fact]
    public async Task Nothing_runs_where_there_is_nothing_to_replace()
    {
        await using var harness = Open(extensions: Extensions);
        var recorder = new Recorder();
        await harness.EnterAsync(Wrapping("Outer"), recorder);
        await harness.EnterAsync(Environment("Inner", "echo only enter"), recorder);
        await harness.EnterAsync(new EnvironmentDefinition { Name = "Bare", Extensions = Extensions }, recorder);
        await harness.Session.ExitEnvironmentsAsync(recorder, TestContext.Current.CancellationToken);
        Assert.Equal(["enter hook: Inner sh -c echo only enter"], recorder.Lines);
    }

    [Fact]
    public async Task An_environment_entered_before_the_wrapping_one_is_not_wrapped()
    {
        await using var harness = Open(extensions: Extensions);
        var recorder = new Recorder();
        await harness.EnterAsync(Environment("First", exit: "echo plain exit"), recorder);
        await harness.EnterAsync(Wrapping("Second"), recorder);
        await harness.ExitAsync(recorder);
        await harness.ExitAsync(recorder);
        Assert.Equal(["plain exit"], recorder.Lines);
    }

    [Fact]
    public async Task A_hook_sees_timeout_cancelation_and_the_variables_that_environments_set()
    {
        await using var harness = Open(extensions: Extensions);
        var recorder = new Recorder();
        await harness.EnterAsync(Environment("First", "echo openjd_env: A=1", variables: new() { ["B"] = "2" }),
            recorder);
        await harness.EnterAsync(
            Wrapping("Outer", run: "echo {{WrappedAction.Environment}} [{{WrappedAction.Timeout}}] "
                + "[{{WrappedAction.Cancelation.Mode}}] [{{WrappedAction.Cancelation.NotifyPeriodInSeconds}}]"),
            recorder);
        await harness.RunAsync("true", recorder);
        await harness.RunAsync(
            Shell("true", 60, new CancelationMethod(CancelationMode.NotifyThenTerminate, null)), recorder);
        Assert.Equal(["[B=2, A=1] [] [] []", "[B=2, A=1] [60] [NOTIFY_THEN_TERMINATE] [120]"], recorder.Lines[1..]);
    }

    [Fact]
    public async Task Variables_that_an_enter_hook_sets_are_those_of_the_environment_within()
    {
        await using var harness = Open(extensions: Extensions);
        var recorder = new Recorder();
        await harness.EnterAsync(
            Wrapping("Outer", enterHook: "echo openjd_env: FROM={{WrappedEnv.Name}}", run: "echo FROM=$FROM"),
            recorder);
        await harness.EnterAsync(Environment("Inner", "false"), recorder);
        await harness.RunAsync("true", recorder);
        await harness.ExitAsync(recorder);
        await harness.RunAsync("true", recorder);
        Assert.Equal(["openjd_env: FROM=Inner", "FROM=Inner", "FROM="], recorder.Lines);
    }

    [Fact]
    public async Task A_hook_that_fails_is_a_failure_of_what_it_replaces()
    {
        await using var harness = Open(extensions: Extensions);
        var recorder = new Recorder();
        await harness.EnterAsync(Wrapping("Outer", run: "exit 9"), recorder);
        var outcome = await harness.RunAsync("true", recorder);
        Assert.Equal((ActionState.Failed, 9), (outcome.State, outcome.ExitCode));
        await Assert.ThrowsAsync<InvalidOperationException>(() => harness.RunAsync("true", recorder));
    }

    [Fact]
    public async Task A_second_environment_with_hooks_is_refused()
    {
        await using var harness = Open(extensions: Extensions);
        var recorder = new Recorder();
        await harness.EnterAsync(Wrapping("One"), recorder);
        var outcome = await harness.EnterAsync(Wrapping("Two", "echo never"), recorder);
        Assert.Equal(
            (ActionState.CouldNotStart, "environment 'Two' defines wrap hooks, and so does 'One'; a session may have "
                + "one environment that does"), (outcome.State, outcome.Message));
        Assert.Equal(["One"], harness.Session.EnteredEnvironments);
        Assert.Empty(recorder.Lines);
    }

    [Theory]
    [InlineData("{{ 'NOTIFY' + '_THEN_TERMINATE' }}", "{{ 5 }}", null)]
    [InlineData("{{ null }}", "{{ null }}", null)]
    [InlineData("{{ 'TERMINATE' }}", "{{ null }}", null)]
    [InlineData("{{ 'TERMINATE' }}", "{{ 5 }}", "onRun: cancelation: notifyPeriodInSeconds is 5, but the mode is "
        + "TERMINATE, which has no such period")]
    [InlineData("{{ 'KILL' }}", null,
        "onRun: cancelation: mode is 'KILL'; TERMINATE or NOTIFY_THEN_TERMINATE is wanted")]
    [InlineData("{{ 'NOTIFY_THEN_TERMINATE' }}", "{{ 601 }}",
        "onRun: cancelation: notifyPeriodInSeconds: is 601; a whole number of seconds from 1 up to 600 is wanted")]
    public async Task A_cancelation_method_may_be_resolved_on_the_host(string mode, string? period, string? message)
    {
        await using var harness = Open(extensions: Extensions);
        var method = new CancelationMethod(CancelationMode.Terminate, null)
        {
            ModeFormat = mode,
            NotifyPeriodFormat = period,
        };
        var outcome = await harness.RunAsync(Shell("true", cancelation: method), new Recorder());
        Assert.Equal(message, outcome.Message);
    }

    [Theory]
    [InlineData("{{ 2 * 30 }}", null)]
    [InlineData("{{ null }}", null)]
    [InlineData("{{ 0 }}", "onRun: timeout: is 0; a whole number of seconds from 1 is wanted")]
    public async Task A_timeout_may_be_resolved_on_the_host(string timeout, string? message)
    {
        await using var harness = Open(extensions: Extensions);
        var outcome = await harness.RunAsync(Shell("true") with { TimeoutFormat = timeout }, new Recorder());
        Assert.Equal(message, outcome.Message);
    }

    private static EnvironmentDefinition Wrapping(
        string name, string? enter = null, string? exit = null, string? enterHook = null, string? run = null) => new()
        {
            Name = name,
            Extensions = Extensions,
            Script = new EnvironmentScript
            {
                OnEnter = enter is null ? null : Shell(enter),
                OnExit = exit is null ? null : Shell(exit),
                OnWrapEnvEnter = Hook("enter hook: {{WrappedEnv.Name}}", enterHook),
                OnWrapTaskRun = Hook("run hook: {{WrappedStep.Name}}", run),
                OnWrapEnvExit = Hook("exit hook: {{WrappedEnv.Name}}", null),
            },
        };

    private static ActionDefinition Hook(string title, string? script) => script is not null
        ? Shell(script)
        : new ActionDefinition
        {
            Command = "echo",
            Args = [title, "{{WrappedAction.Command}}", "{{WrappedAction.Args}}"],
        };
}
