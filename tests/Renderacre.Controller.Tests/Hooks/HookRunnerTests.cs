using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Renderacre.Controller.Hooks;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Hooks;

public sealed class HookRunnerTests : IDisposable
{
    private readonly HookCounters _counters = new();
    private readonly FakeTimeProvider _time = new();
    private readonly ListLogger<HookRunner> _logger = new();
    private readonly HookRunner _runner;

    public HookRunnerTests() => _runner = new HookRunner(_counters, _time, _logger);

    public void Dispose() => _runner.Dispose();

    [Fact]
    public async Task A_command_is_told_the_facts_in_its_environment_and_as_json_on_its_input()
    {
        HookDefinition hook = Shell("echo \"$RENDERACRE_EVENT $RENDERACRE_JOB_NAME $RENDERACRE_TAGS\"; cat");
        HookResult result = await RunAsync(hook);
        Assert.Equal(HookOutcome.Succeeded, result.Outcome);
        Assert.Equal("""
            job_ended a "b" $(c) ["x","y"]
            {"event":"job_ended","job_name":"a \u0022b\u0022 $(c)","tags":["x","y"]}
            """, result.Output);
        Assert.Equal((1, 0), (_counters.Succeeded, _counters.Failed));
    }

    [Fact]
    public async Task A_command_that_fails_is_told_with_its_last_line_and_without_its_secrets()
    {
        HookDefinition hook = Shell("echo first >&2; echo \"no such room: $TOKEN\" >&2; exit 3");
        HookResult result = await RunAsync(hook);
        Assert.Equal(HookOutcome.Failed, result.Outcome);
        Assert.Equal("exit code 3: no such room: ***", result.Summary);
        Assert.DoesNotContain(_logger.Lines, line => line.Contains("hush", StringComparison.Ordinal));
        Assert.Contains("hook chat told of job_ended: exit code 3: no such room: ***", _logger.Lines);
        Assert.Equal((0, 1), (_counters.Succeeded, _counters.Failed));
    }

    [Fact]
    public async Task A_command_that_is_not_there_is_not_tried_again()
    {
        HookResult result = await _runner.DeliverAsync(Hook("/no/such/program"), Call(), TestController.Stop);
        Assert.Equal(HookOutcome.Refused, result.Outcome);
        Assert.StartsWith("cannot be started: ", result.Summary, StringComparison.Ordinal);
        Assert.Equal(1, _counters.Failed);
    }

    [Fact]
    public async Task A_command_that_does_not_read_its_input_succeeds_all_the_same()
    {
        var call = new HookCall("job_ended", [new("comment", new string('x', 1_000_000 / 8))]);
        HookResult result = await _runner.RunAsync(Shell("exec 0<&-; echo done"), call, TestController.Stop);
        Assert.Equal("done\n", result.Output);
    }

    [Fact]
    public async Task Output_is_kept_up_to_its_bound_and_read_to_its_end()
    {
        HookDefinition hook = Shell("head -c 3000000 /dev/zero | tr '\\0' x") with { OutputBytesMax = 1000 };
        HookResult result = await RunAsync(hook);
        Assert.Equal((HookOutcome.Succeeded, new string('x', 1000)), (result.Outcome, result.Output));
    }

    [Fact]
    public async Task A_command_that_takes_too_long_is_killed_with_what_it_started()
    {
        string pidFile = Path.GetTempFileName();
        HookDefinition hook = Shell($"sleep 1000 & echo $! > {pidFile}.new; mv {pidFile}.new {pidFile}; wait");
        Task<HookResult> running = RunAsync(hook);
        while (new FileInfo(pidFile).Length == 0)
            await Task.Yield();
        _time.Advance(hook.Timeout);
        HookResult result = await running;
        Assert.Equal((HookOutcome.TimedOut, "took longer than 30 s"), (result.Outcome, result.Summary));
        int child = int.Parse(
            await File.ReadAllTextAsync(pidFile, TestController.Stop), CultureInfo.InvariantCulture);
        while (IsRunning(child))
            await Task.Yield();
        File.Delete(pidFile);
    }

    [Fact]
    public async Task An_address_is_told_the_facts_as_json()
    {
        await using HookReceiver receiver = await HookReceiver.StartAsync();
        HookResult result = await RunAsync(Http(receiver));
        Assert.Equal((HookOutcome.Succeeded, "status 200"), (result.Outcome, result.Summary));
        Assert.Equal("""{"in_use": 3}""", result.Output);
        Assert.Equal("job_ended", (await receiver.NextAsync()).GetProperty("event").GetString());
    }

    [Fact]
    public async Task What_fails_is_tried_again_after_pauses_that_grow_until_it_succeeds()
    {
        await using HookReceiver receiver = await HookReceiver.StartAsync(503, 429);
        Task<HookResult> delivery = _runner.DeliverAsync(Patient(receiver), Call(), TestController.Stop);
        DateTimeOffset start = _time.GetUtcNow();
        await AdvanceUntil(() => _counters.Succeeded == 1);
        Assert.True(_time.GetUtcNow() - start >= TimeSpan.FromSeconds(1 + 2));
        HookResult result = await delivery;
        Assert.Equal((HookOutcome.Succeeded, 1, 2), (result.Outcome, _counters.Succeeded, _counters.Failed));
    }

    [Fact]
    public async Task What_fails_again_and_again_is_given_up_after_so_many_attempts()
    {
        await using HookReceiver receiver = await HookReceiver.StartAsync(500, 500, 500);
        HookDefinition hook = Patient(receiver) with { AttemptsMax = 2 };
        Task<HookResult> delivery = _runner.DeliverAsync(hook, Call(), TestController.Stop);
        await AdvanceUntil(() => _counters.Failed == 2);
        Assert.Equal((HookOutcome.Failed, "status 500"), ((await delivery).Outcome, (await delivery).Summary));
        Assert.Equal(2, _counters.Failed);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_a_refusal_is_final()
    {
        await using HookReceiver receiver = await HookReceiver.StartAsync(302);
        HookResult result = await _runner.DeliverAsync(Http(receiver), Call(), TestController.Stop);
        Assert.Equal((HookOutcome.Refused, "status 302"), (result.Outcome, result.Summary));
        await receiver.NextAsync();
        Assert.False(receiver.HasMore);
    }

    [Fact]
    public async Task An_address_where_nobody_listens_fails_without_showing_the_address()
    {
        HookReceiver receiver = await HookReceiver.StartAsync();
        HookDefinition hook = Http(receiver);
        await receiver.DisposeAsync();
        HookResult result = await RunAsync(hook);
        Assert.Equal(HookOutcome.Failed, result.Outcome);
        Assert.DoesNotContain("hush", result.Summary, StringComparison.Ordinal);
    }

    // Small steps, so that the pauses between runs pass and the time of a run does not.
    private async Task AdvanceUntil(Func<bool> done)
    {
        while (!done())
        {
            _time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }
    }

    private static HookDefinition Patient(HookReceiver receiver) =>
        Http(receiver) with { Timeout = TimeSpan.FromDays(1) };

    private static bool IsRunning(int process)
    {
        try
        {
            using var found = System.Diagnostics.Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private Task<HookResult> RunAsync(HookDefinition hook) => _runner.RunAsync(hook, Call(), TestController.Stop);

    private static HookDefinition Shell(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the hooks of these tests are shell scripts");
        return Hook("/bin/sh", "-c", script);
    }

    private static HookDefinition Hook(params string[] command) => new(
        "chat", new CommandTarget(command, new Dictionary<string, string> { ["TOKEN"] = "hush-hush" }));

    private static HookDefinition Http(HookReceiver receiver) =>
        new("chat", new HttpTarget(receiver.Url, new Dictionary<string, string> { ["X-Token"] = "hush-hush" }));

    private static HookCall Call() => new("job_ended",
    [
        new("job_name", "a \"b\" $(c)"),
        new("nothing", null),
        new("tags", new JsonArray("x", "y")),
    ]);
}
