using System.Globalization;
using System.Text;
using OpenJd.Model.Jobs;
using OpenJd.Model.Serialization;
using OpenJd.Sessions.Processes;
using OpenJd.Sessions.Processes.Linux;
using Renderacre.Contracts.Sync;
using Renderacre.Worker.Hosts;
using Renderacre.Worker.Sessions;
using Renderacre.Worker.Tests.Support;
using Renderacre.Worker.Users;

namespace Renderacre.Worker.Tests.Hosts;

/// <summary>A session host as a process, spoken to over its socket as the worker does.</summary>
public sealed class SessionHostTests
{
    private const string WaitForGo = "while [ ! -e go ]; do sleep 0.02; done";

    [Fact]
    public async Task Leases_run_one_after_another_each_with_its_own_log_and_end()
    {
        await using var host = HostHarness.Start();
        var first = host.Run("echo one; echo two >&2; pwd > here");
        var second = host.Run("cat here; exit 3");

        var ended = await host.EndAsync(first);
        Assert.Equal((LeaseOutcome.Succeeded, 0), (ended.Outcome, ended.ExitCode));
        Assert.Equal(("one\n", "two\n"), (ended.StdoutTail, ended.StderrTail));
        Assert.Equal(host.Log(first).Length, ended.LogLength);
        var failed = await host.EndAsync(second);
        Assert.Equal((LeaseOutcome.Failed, 3), (failed.Outcome, failed.ExitCode));
        Assert.StartsWith(host.Folder.Work, host.Log(second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_task_ends_the_session_and_hands_back_what_waits()
    {
        await using var host = HostHarness.Start();
        host.Run($"{WaitForGo}; exit 9");
        var waiting = host.Run("echo never");
        await host.ReportAsync<LeaseStarted>();
        await GoAsync(host);

        var returned = await host.ReportAsync<LeaseReturned>();
        Assert.Equal(waiting.LeaseId, returned.LeaseId);
        var ended = await host.ReportAsync<SessionEnded>();
        Assert.Equal(("a task did not succeed", false), (ended.Message, ended.Failed));
        await host.ExitedAsync();
        Assert.Empty(Directory.EnumerateFileSystemEntries(host.Folder.Work));
    }

    [Fact]
    public async Task Tasks_see_the_cards_of_their_session_and_the_variables_of_the_host()
    {
        await using var host = HostHarness.Start(
            gpuVariables: new Dictionary<string, string> { ["CUDA_VISIBLE_DEVICES"] = "2,3" });
        var ended = await host.EndAsync(host.Run("echo $CUDA_VISIBLE_DEVICES; test -n \"$PATH\""));
        Assert.Equal((LeaseOutcome.Succeeded, "2,3\n"), (ended.Outcome, ended.StdoutTail));
    }

    [Fact]
    public async Task Reports_are_numbered_without_a_gap()
    {
        await using var host = HostHarness.Start();
        var last = Enumerable.Range(0, 5).Select(_ => host.Run("true")).ToList()[^1];
        await host.EndAsync(last);
        await host.FinishAsync();

        Assert.Equal(Enumerable.Range(1, 11).Select(number => (long)number), host.Reports.Select(one => one.Number));
    }

    [Fact]
    public async Task A_lease_told_twice_runs_once()
    {
        await using var host = HostHarness.Start();
        var lease = host.Run("echo run >> runs; wc -l < runs");
        host.Session.Send(new HostCommand(HostCommandKind.Run, [lease]));
        await host.EndAsync(lease);
        var last = host.Run("wc -l < runs");
        await host.EndAsync(last);

        Assert.Equal(1, int.Parse(host.Log(last), CultureInfo.InvariantCulture));
        Assert.Equal(2, host.Reports.OfType<LeaseCompleted>().Count());
    }

    [Fact]
    public async Task A_running_lease_that_is_cancelled_is_reported_so_and_a_waiting_one_is_handed_back()
    {
        await using var host = HostHarness.Start();
        var running = host.Run("sleep 600");
        var waiting = host.Run("true");
        await host.ReportAsync<LeaseStarted>();

        host.Session.Send(new HostCommand(HostCommandKind.Cancel, LeaseId: waiting.LeaseId));
        await host.ReportAsync<LeaseReturned>();
        host.Session.Send(new HostCommand(HostCommandKind.Cancel, LeaseId: running.LeaseId));
        Assert.Equal(LeaseOutcome.Cancelled, (await host.EndAsync(running)).Outcome);
    }

    [Fact]
    public async Task A_recall_takes_only_what_has_not_started()
    {
        await using var host = HostHarness.Start();
        var running = host.Run($"{WaitForGo}; echo done");
        var waiting = host.Run("true");
        await host.ReportAsync<LeaseStarted>();

        foreach (var lease in new[] { running, waiting })
            host.Session.Send(new HostCommand(HostCommandKind.Recall, LeaseId: lease.LeaseId));
        Assert.Equal(waiting.LeaseId, (await host.ReportAsync<LeaseReturned>()).LeaseId);
        await GoAsync(host);
        Assert.Equal(LeaseOutcome.Succeeded, (await host.EndAsync(running)).Outcome);
    }

    [Fact]
    public async Task What_ran_while_no_worker_was_there_is_told_to_the_next()
    {
        await using var host = HostHarness.Start();
        var lease = host.Run($"{WaitForGo}; echo over");
        await host.ReportAsync<LeaseStarted>();
        await host.DetachAsync();
        await GoAsync(host);
        await host.ReattachAsync();

        Assert.Equal(LeaseOutcome.Succeeded, (await host.EndAsync(lease)).Outcome);
        Assert.Equal("over\n", host.Log(lease));
        await host.EndAsync(host.Run("true"));
    }

    [Fact]
    public async Task A_host_without_a_worker_for_too_long_ends_its_tree_and_goes()
    {
        await using var host = HostHarness.Start(reattachSeconds: 1);
        var lease = host.Run("sh -c 'setsid sleep 600 & echo $!'; sleep 600");
        await host.ReportAsync<LeaseStarted>();
        await Eventually.TrueAsync("the task tells its child", () => host.Log(lease).EndsWith('\n'));
        var child = int.Parse(host.Log(lease), CultureInfo.InvariantCulture);
        await host.DetachAsync();
        await host.ExitedAsync();

        Assert.False(Directory.Exists($"/proc/{child}"));
        Assert.Contains("no worker came back", (await host.ReportAsync<SessionEnded>()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_killed_host_left_is_found_though_it_hides_its_origin()
    {
        await using var host = HostHarness.Start();
        var lease = host.Run("(env -i setsid sh -c 'echo $$; exec sleep 600' &); sleep 600");
        await Eventually.TrueAsync("the grandchild runs", () => host.Log(lease).EndsWith('\n'));
        var stray = int.Parse(host.Log(lease), CultureInfo.InvariantCulture);
        Assert.SkipUnless(IsInGroup(host), "control groups cannot be made here");
        host.KillHost();
        await host.ExitedAsync();
        Assert.True(Directory.Exists($"/proc/{stray}"));

        var processes = new SessionProcesses(
            ProcessLaunchers.ForThisSystem(TimeProvider.System), new Sudo("farm-worker", []), TimeProvider.System);
        await new LostHost(host.Folder, host.Launch).EndAsync(processes, host.Session.Leases, null);
        await Eventually.TrueAsync("the grandchild is gone", () => !Directory.Exists($"/proc/{stray}"));
        Assert.Equal(LeaseOutcome.Failed, (await host.EndAsync(lease)).Outcome);
        await processes.RemoveAsync(host.Folder);
        Assert.False(Directory.Exists(host.Launch.ControlGroup));
        Assert.False(Directory.Exists(host.Folder.FullPath));
    }

    [Fact]
    public async Task Its_control_group_is_not_that_of_a_session_with_the_same_id_in_another_farm()
    {
        await using var host = HostHarness.Start();
        await host.EndAsync(host.Run("true"));
        Assert.SkipUnless(IsInGroup(host), "control groups cannot be made here");
        Assert.EndsWith(host.Folder.IdOnMachine, host.Launch.ControlGroup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_control_group_goes_with_it()
    {
        await using var host = HostHarness.Start();
        await host.EndAsync(host.Run("true"));
        Assert.SkipUnless(IsInGroup(host), "control groups cannot be made here");
        await host.FinishAsync();
        Assert.False(Directory.Exists(host.Launch.ControlGroup));
    }

    [Fact]
    public async Task A_task_that_cannot_start_says_why_in_its_end_and_in_its_log()
    {
        await using var host = HostHarness.Start();
        var lease = host.Run(Work.Command(host.Session.Id, "no-such-program-here"));
        var ended = await host.EndAsync(lease);

        Assert.Equal((LeaseOutcome.Failed, null), (ended.Outcome, ended.ExitCode));
        Assert.Contains("'no-such-program-here' was not found", ended.Message, StringComparison.Ordinal);
        Assert.Contains("'no-such-program-here' was not found", host.Log(lease), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("echo 'openjd_redacted_env: KEY=hunter2'; echo no hunter2 >&2; exit 3", 3, "no ********\n")]
    [InlineData("kill -9 $$", -9, "")]
    public async Task An_environment_that_cannot_be_entered_ends_the_session_with_what_it_wrote(
        string script, int exitCode, string stderr)
    {
        await using var host = HostHarness.Start(EnteredBy("sh", "-c", script));
        host.Run(Work.Unit(host.Session.Id));

        var ended = await host.ReportAsync<SessionEnded>();
        Assert.True(ended.Failed);
        Assert.Equal(
            (exitCode, $"environment Scene could not be entered: exited with code {exitCode}", stderr),
            (ended.ExitCode, ended.Message, ended.StderrTail));
        Assert.DoesNotContain("hunter2", ended.StdoutTail, StringComparison.Ordinal);
        Assert.Empty(host.Reports.OfType<LeaseStarted>());
    }

    [Fact]
    public async Task An_environment_whose_program_is_missing_says_so_in_the_sessions_log()
    {
        await using var host = HostHarness.Start(EnteredBy("no-such-program-here"));
        host.Run(Work.Unit(host.Session.Id));

        var ended = await host.ReportAsync<SessionEnded>();
        Assert.Null(ended.ExitCode);
        Assert.Contains("'no-such-program-here' was not found", ended.Message, StringComparison.Ordinal);
        Assert.Contains("'no-such-program-here' was not found", host.SessionLog, StringComparison.Ordinal);
    }

    private static OpenJdSessionWork EnteredBy(params string[] command)
    {
        var enter = new ActionDefinition { Command = command[0], Args = command[1..] };
        var scene = new EnvironmentDefinition { Name = "Scene", Script = new EnvironmentScript { OnEnter = enter } };
        var run = new StepScript { OnRun = new ActionDefinition { Command = "true" } };
        var job = new Job
        {
            Name = "job",
            Extensions = ["REDACTED_ENV_VARS"],
            Steps = [new Step { Name = "step", Script = run, Environments = [scene] }],
        };
        return new OpenJdSessionWork { JobDocument = Encoding.UTF8.GetString(JobJson.Write(job)) };
    }

    private static bool IsInGroup(HostHarness host) => host.Launch.ControlGroup is { } group
        && File.ReadAllLines(ControlGroup.MembersOf(group)).Contains($"{host.HostId}");

    private static Task GoAsync(HostHarness host)
    {
        var work = Directory.GetDirectories(host.Folder.Work).Single();
        return File.WriteAllTextAsync(Path.Combine(work, "go"), "", TestContext.Current.CancellationToken);
    }
}
