using Renderacre.Contracts.Explaining;
using Renderacre.Contracts.Jobs;
using Renderacre.Testing;

namespace Renderacre.Cli.Tests.Commands;

public sealed class ExplainCommandTests
{
    private static readonly Guid JobId = Guid.Parse("3f9a01bc-0000-8000-8000-000000000001");
    private static readonly Guid TaskId = Guid.Parse("bbbbbbbb-0000-8000-8000-000000000002");
    private static readonly Guid Node = Guid.Parse("cccccccc-0000-8000-8000-000000000003");

    private static readonly ExplainedWorkers Workers = new(
        3, 0, [new ExcludedWorkers("offline", "it is offline", 2), new ExcludedWorkers("label", "label 'app' …", 1)],
        new NearestMiss(Node, "node-1", ["it is offline"]));

    private static readonly ExplainedFailure Failure = new()
    {
        TaskId = TaskId,
        Task = "render b",
        Attempt = 2,
        WorkerId = Node,
        Worker = "node-1",
        ExitCode = 7,
        Message = "no licence left",
        LastLines = ["first", "no licence left"],
    };

    [Fact]
    public async Task A_job_shows_its_waiting_steps_and_its_failures()
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On($"GET /v1/jobs/{JobId}", Sample.Job(JobId, "shot010", JobState.Running));
        farm.On($"GET /v1/jobs/{JobId}/explain", new JobExplanation
        {
            JobId = JobId,
            State = JobState.Running,
            Steps =
            [
                new StepExplanation
                {
                    Step = "Render",
                    Ready = 4,
                    Summary = "none of 3 workers can take it now",
                    Reasons = [new ExplainedReason("others_first", "5 groups go first")],
                    Workers = Workers,
                },
            ],
            StepsLeftOut = 2,
            Failures = [Failure],
        });

        var run = await CliRun.OfAsync(farm, "explain", JobId.ToString());

        Assert.Equal(
            [
                "shot010 is running",
                "step Render (4 ready): none of 3 workers can take it now",
                "  others_first: 5 groups go first",
                "  workers: 3 considered, 0 able now",
                "    2: it is offline",
                "    1: label 'app' …",
                "    nearest is node-1: it is offline",
                "and 2 more",
                "render b failed on node-1 (attempt 2, exit code 7): no licence left",
                "  | first",
                "  | no licence left",
            ],
            run.Lines);
    }

    [Fact]
    public async Task A_task_shows_why_it_waits()
    {
        await using var farm = await FakeFarm.StartAsync();
        var task = Sample.TaskOf(JobId, TaskId, "render b", TaskState.Pending);
        farm.On($"GET /v1/jobs/{JobId}", Sample.Job(JobId, "shot010", JobState.Running, task));
        farm.On($"GET /v1/tasks/{TaskId}", task);
        farm.On($"GET /v1/tasks/{TaskId}/explain", new TaskExplanation
        {
            TaskId = TaskId,
            Task = "render b",
            State = TaskState.Pending,
            Summary = "the job is paused; resume it",
            Reasons = [],
            Workers = Workers with { Excluded = [], Nearest = null },
        });

        var run = await CliRun.OfAsync(farm, "explain", TaskId.ToString());

        Assert.Equal(
            ["render b is pending: the job is paused; resume it", "  workers: 3 considered, 0 able now"], run.Lines);
    }
}
