using OpenJd.Sessions.Actions;
using OpenJd.Sessions.Tests.Support;
using static OpenJd.Sessions.Tests.Support.SessionHarness;

namespace OpenJd.Sessions.Tests.Sessions;

/// <summary>Nothing of a redacted value leaves the session.</summary>
public sealed class RedactionTests
{
    private static readonly string[] Redacting = ["REDACTED_ENV_VARS"];

    [Fact]
    public async Task The_line_that_sets_a_secret_does_not_show_it_and_later_actions_have_it()
    {
        await using var harness = Open(extensions: Redacting);
        var recorder = new Recorder();
        var entered = await harness.EnterAsync(
            Environment("E", "echo openjd_redacted_env: KEY=s3cret; echo it is s3cret; echo s3cret >&2",
                "echo leaving with $KEY"), recorder);
        var ran = await harness.RunAsync("echo key=$KEY; test $KEY = s3cret && echo openjd_status: has $KEY", recorder);
        await harness.ExitAsync(recorder);

        Assert.Contains("openjd_redacted_env: KEY=********", recorder.Lines);
        Assert.Contains("it is ********", recorder.Lines);
        Assert.Contains("leaving with ********", recorder.Lines);
        Assert.Equal(["has ********"], recorder.Statuses);
        Assert.Equal("key=********\nopenjd_status: has ********\n", ran.StdoutTail);
        AssertHidden(recorder, entered, ran);
    }

    [Fact]
    public async Task Without_the_extension_the_value_is_redacted_but_not_set()
    {
        await using var harness = Open();
        var recorder = new Recorder();
        await harness.EnterAsync(Environment("E", "echo openjd_redacted_env: KEY=s3cret"), recorder);
        var ran = await harness.RunAsync("echo ${KEY-unset} s3cret", recorder);

        Assert.Equal("unset ********", recorder.Lines[^1]);
        AssertHidden(recorder, ran);
    }

    [Fact]
    public async Task Unsetting_wins_and_the_value_stays_a_secret()
    {
        await using var harness = Open(extensions: Redacting);
        var recorder = new Recorder();
        await harness.EnterAsync(
            Environment("E", "echo openjd_redacted_env: KEY=s3cret; echo openjd_unset_env: KEY"), recorder);
        await harness.RunAsync("echo ${KEY-unset} s3cret", recorder);
        Assert.Equal("unset ********", recorder.Lines[^1]);
    }

    [Fact]
    public async Task A_value_of_several_lines_is_hidden_line_by_line()
    {
        await using var harness = Open(extensions: Redacting);
        var recorder = new Recorder();
        await harness.EnterAsync(
            Environment("E", """printf '%s\n' 'openjd_redacted_env: "KEY=top s3cret\nbottom s3cret"'"""), recorder);
        var ran = await harness.RunAsync("""echo "$KEY"; echo "$KEY" | tail -1""", recorder);

        Assert.Contains("openjd_redacted_env: KEY=********", recorder.Lines);
        Assert.Equal("********\n********\n********\n", ran.StdoutTail);
        AssertHidden(recorder, ran);
    }

    [Fact]
    public async Task A_secret_that_comes_in_pieces_and_one_across_the_cut_of_a_long_line_are_hidden()
    {
        await using var harness = Open(extensions: Redacting);
        var recorder = new Recorder();
        await harness.EnterAsync(Environment("E", "echo openjd_redacted_env: KEY=s3cretvalue"), recorder);
        await harness.RunAsync("printf s3cr; sleep 0.05; echo etvalue", recorder);
        // The line is cut after 65,536 bytes: in the middle of the secret, wherever it begins.
        for (var before = 65_525; before <= 65_537; before++)
            await harness.RunAsync($"head -c {before} /dev/zero | tr '\\0' x; echo s3cretvalue end", recorder);

        Assert.Contains("********", recorder.Lines);
        Assert.DoesNotContain(recorder.Lines, line => line.Contains("s3c", StringComparison.Ordinal)
            || line.Contains("value", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Failures_and_messages_do_not_show_it()
    {
        await using var harness = Open(extensions: Redacting);
        var recorder = new Recorder();
        await harness.EnterAsync(Environment("E", "echo openjd_redacted_env: PATH=/none/s3cret"), recorder);
        var missing = await harness.RunAsync("true", recorder);
        Assert.Equal(ActionState.CouldNotStart, missing.State);
        Assert.Contains("PATH (********)", missing.Message, StringComparison.Ordinal);
        AssertHidden(recorder, missing);

        await using var other = Open(extensions: Redacting);
        var failed = await other.RunAsync(
            "echo openjd_redacted_env: K=s3cret; echo openjd_fail: bad s3cret", recorder);
        Assert.Equal("bad ********", failed.FailMessage);
        AssertHidden(recorder, failed);
    }

    [Theory]
    [InlineData("openjd_redacted_env: s3cret")]
    [InlineData("openjd_redacted_env: 1=s3cret")]
    [InlineData("openjd_redacted_env:KEY=s3cret")]
    [InlineData("  openjd_redacted_env: KEY=s3cret")]
    public async Task A_malformed_line_shows_nothing_that_may_be_a_secret(string line)
    {
        await using var harness = Open(extensions: Redacting);
        var recorder = new Recorder();
        var outcome = await harness.EnterAsync(Environment("E", $"echo '{line}'"), recorder);
        Assert.Single(recorder.Errors);
        Assert.Equal("openjd_redacted_env: ********", Assert.Single(recorder.Lines));
        AssertHidden(recorder, outcome);
    }

    private static void AssertHidden(Recorder recorder, params ActionOutcome[] outcomes)
    {
        var ends = outcomes.SelectMany(outcome =>
            new[] { outcome.StdoutTail, outcome.StderrTail, outcome.Message ?? "", outcome.FailMessage ?? "" });
        var told = recorder.Lines.Concat(recorder.Statuses).Concat(recorder.Errors).Concat(ends);
        Assert.DoesNotContain(told, text => text.Contains("s3cret", StringComparison.Ordinal));
    }
}
