using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Workers;
using Renderacre.Testing;

namespace Renderacre.Cli.Tests.Commands;

public sealed class WatchCommandTests
{
    private static readonly Guid JobId = Guid.Parse("3f9a01bc-0000-8000-8000-000000000001");
    private static readonly Guid TaskId = Guid.Parse("aaaaaaaa-0000-8000-8000-000000000001");
    private static readonly Guid Node = Guid.Parse("cccccccc-0000-8000-8000-000000000003");

    [Fact]
    public async Task Without_a_terminal_each_change_is_a_line_until_nothing_is_to_be_done()
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.OnEach("GET /v1/stats", Stats(running: 1), Stats(running: 1), Stats(running: 0));
        farm.OnEach<IReadOnlyList<Job>>(
            "GET /v1/jobs", [JobIn(TaskState.Running)], [JobIn(TaskState.Running)], [JobIn(TaskState.Succeeded)]);
        farm.On<IReadOnlyList<WorkerInfo>>("GET /v1/workers", [Sample.Worker(Node, "node1", WorkerState.Online)]);

        var run = await CliRun.OfAsync(farm, "watch", "--until-idle");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal(
            [
                "shot010: running, 0/1 tasks done, 1 running", "node1: online, 1 of 4 slots used",
                "shot010: succeeded, 1/1 tasks done",
            ],
            run.Lines);
    }

    [Fact]
    public async Task As_JSON_each_change_is_an_object_in_a_line()
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On("GET /v1/stats", Stats(running: 0));
        farm.On<IReadOnlyList<Job>>("GET /v1/jobs", [JobIn(TaskState.Succeeded)]);
        farm.On<IReadOnlyList<WorkerInfo>>("GET /v1/workers", []);

        var run = await CliRun.OfAsync(farm, "watch", "--until-idle", "-o", "json");

        Assert.StartsWith($$"""{"id":"{{JobId}}","name":"shot010","state":"succeeded",""", Assert.Single(run.Lines),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TaskState.Succeeded, ExitCode.Success)]
    [InlineData(TaskState.Failed, ExitCode.Failure)]
    [InlineData(TaskState.Cancelled, FarmExitCode.Cancelled)]
    public async Task The_exit_code_says_how_a_watched_job_ended(TaskState end, int exitCode)
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.OnEach($"GET /v1/jobs/{JobId}", JobIn(TaskState.Running), JobIn(end));

        var run = await CliRun.OfAsync(farm, "watch", JobId.ToString());

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal("shot010: running, 0/1 tasks done, 1 running", run.Lines[0]);
    }

    private static Job JobIn(TaskState state) => Sample.Job(
        JobId, "shot010", Enum.Parse<JobState>(state.ToString()), Sample.TaskOf(JobId, TaskId, "render", state));

    private static FarmStats Stats(long running) => new()
    {
        JobsTotal = 1,
        JobsQueued = 0,
        JobsRunning = running,
        JobsPaused = 0,
        JobsSucceeded = 1 - running,
        JobsFailed = 0,
        JobsCancelled = 0,
        TasksTotal = 1,
        TasksPending = 0,
        TasksLeased = 0,
        TasksRunning = running,
        TasksSucceeded = 1 - running,
        TasksFailed = 0,
        TasksCancelled = 0,
        WorkersTotal = 1,
        WorkersOnline = 1,
        WorkersOffline = 0,
        WorkerSlots = 4,
        WorkerSlotsUsed = 1,
        WorkerSlotsAvailable = 3,
    };
}
