using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Sync;
using Renderacre.Worker.Tests.Support;

namespace Renderacre.Worker.Tests.Supervision;

/// <summary>What watched tasks come to, in a session host of its own.</summary>
public sealed class SupervisionTests
{
    [Fact]
    public async Task A_line_that_means_failure_fails_a_task_that_exits_with_0()
    {
        LeaseCompleted ended = await RunAsync(
            "echo start; echo 'Error: no camera' >&2; echo done",
            Rules(new OutputRule { Pattern = "^Error: (.*)$", Action = RuleAction.Fail }));
        Assert.Equal((LeaseOutcome.Failed, 0), (ended.Outcome, ended.ExitCode));
        Assert.Equal("Error: no camera", ended.Message);
        Assert.Null(ended.Remedy);
    }

    [Fact]
    public async Task The_first_line_that_fits_says_what_becomes_of_the_task()
    {
        LeaseCompleted ended = await RunAsync(
            "echo no seat; echo Error",
            Rules(
                new OutputRule { Pattern = "Error", Action = RuleAction.Fail },
                new OutputRule { Pattern = "no seat", Action = RuleAction.Licence, Message = "wait", Limit = "maya" }));
        Assert.Equal((LeaseOutcome.Failed, "wait"), (ended.Outcome, ended.Message));
        Assert.Equal((FailureRemedy.Licence, "maya"), (ended.Remedy, ended.LicenceLimit));
    }

    [Fact]
    public async Task Warnings_are_told_once_each_and_change_nothing_else()
    {
        LeaseCompleted ended = await RunAsync(
            "for i in 1 2 3; do echo texture missing; done; exit 7",
            Rules(new OutputRule { Pattern = "missing$", Action = RuleAction.Warn }) with
            {
                ExitCodeRules = [new ExitCodeRule { ExitCodes = [7], Action = RuleAction.Warn, Message = "seven" }],
            });
        Assert.Equal((LeaseOutcome.Failed, 7), (ended.Outcome, ended.ExitCode));
        Assert.Equal(["texture missing", "seven"], ended.Warnings);
    }

    [Fact]
    public async Task An_exit_code_may_ask_for_a_further_try()
    {
        LeaseCompleted ended = await RunAsync("exit 11", new TaskSupervision
        {
            ExitCodeRules =
            [
                new ExitCodeRule { ExitCodes = [10, 11], Action = RuleAction.Retry, Message = "the host is short" },
            ],
        });
        Assert.Equal((LeaseOutcome.Failed, "the host is short"), (ended.Outcome, ended.Message));
        Assert.Equal(FailureRemedy.Retry, ended.Remedy);
    }

    [Fact]
    public async Task A_task_that_runs_too_long_is_stopped_with_all_that_it_started()
    {
        LeaseCompleted ended = await RunAsync("sleep 600 & wait", new TaskSupervision { RunTimeMax = 1 });
        Assert.Equal(LeaseOutcome.TimedOut, ended.Outcome);
        Assert.Equal("it ran longer than 1 s (run_time_max)", ended.Message);
    }

    [Fact]
    public async Task A_task_that_falls_silent_is_stopped_and_one_that_goes_on_writing_is_not()
    {
        LeaseCompleted ended = await RunAsync(
            "for i in 1 2 3 4 5 6; do echo $i; sleep 0.3; done; sleep 600", new TaskSupervision { SilenceMax = 1 });
        Assert.Equal(LeaseOutcome.TimedOut, ended.Outcome);
        Assert.Equal("it wrote nothing for 1 s (silence_max)", ended.Message);
        Assert.EndsWith("6\n", ended.StdoutTail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_success_that_comes_too_soon_is_a_failure_and_a_failure_stays_what_it_is()
    {
        var soon = new TaskSupervision { RunTimeMin = 60 };
        LeaseCompleted ended = await RunAsync("true", soon);
        Assert.Equal(LeaseOutcome.Failed, ended.Outcome);
        Assert.EndsWith("sooner than in 60 s (run_time_min)", ended.Message, StringComparison.Ordinal);
        Assert.Equal(3, (await RunAsync("exit 3", soon)).ExitCode);
    }

    [Fact]
    public async Task Files_that_a_task_had_to_make_are_looked_for()
    {
        Assert.Contains(
            "/frame.png is missing", (await RunAsync("true", Files(null))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "/frame.png has 0 bytes; at least 1 are wanted", (await RunAsync(": > frame.png", Files(null))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "has 2 bytes; at least 100 are wanted", (await RunAsync("echo x > frame.png", Files(100))).Message,
            StringComparison.Ordinal);
        Assert.Equal(LeaseOutcome.Succeeded, (await RunAsync("echo x > frame.png", Files(2))).Outcome);
        Assert.Equal(LeaseOutcome.Succeeded, (await RunAsync(": > frame.png", Files(0))).Outcome);
    }

    [Fact]
    public async Task A_direct_task_names_files_of_its_own()
    {
        await using HostHarness host = HostHarness.Start();
        LeaseAssignment lease = host.Run(Work.Shell(host.Session.Id, "true") with
        {
            OutputChecks = [new OutputCheck { Path = "/no/such/file.exr" }],
        });
        LeaseCompleted ended = await host.EndAsync(lease);
        Assert.Equal("output file /no/such/file.exr is missing (output_checks)", ended.Message);
    }

    [Fact]
    public async Task A_task_tells_how_far_it_is_by_its_output_and_by_directives_as_long_as_it_runs()
    {
        await using HostHarness host = HostHarness.Start(
            new TaskSupervision { ProgressPatterns = [@"Rendered (\d+)/(\d+) samples"] });
        LeaseAssignment lease = host.Run(
            "echo 'openjd_progress: 3'; echo 'openjd_status: lighting'; echo Rendered 12/128 samples; "
            + "while [ ! -e go ]; do sleep 0.02; done");
        await host.ReportAsync<LeaseStarted>();
        LeaseProgress? told = null;
        await Eventually.TrueAsync("progress is told", () => (told = host.Session.Progress()) is not null);
        Assert.Equal(new LeaseProgress(lease.LeaseId, 9.375, "lighting"), told);

        await host.ReattachAsync();
        await Eventually.TrueAsync("a worker that starts anew knows it", () => host.Session.Progress() == told);
        File.WriteAllText(Path.Combine(Directory.GetDirectories(host.Folder.Work)[0], "go"), "");
        await host.EndAsync(lease);
        Assert.Null(host.Session.Progress());
    }

    private static TaskSupervision Rules(params OutputRule[] rules) => new() { OutputRules = rules };

    private static TaskSupervision Files(long? bytesMin) =>
        new() { OutputChecks = [new OutputCheck { Path = "frame.png", BytesMin = bytesMin }] };

    private static async Task<LeaseCompleted> RunAsync(string script, TaskSupervision supervision)
    {
        await using HostHarness host = HostHarness.Start(supervision);
        return await host.EndAsync(host.Run(script));
    }
}
