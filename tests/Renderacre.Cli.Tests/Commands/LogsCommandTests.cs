using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Logs;
using Renderacre.Testing;

namespace Renderacre.Cli.Tests.Commands;

public sealed class LogsCommandTests
{
    private static readonly Guid JobId = Guid.Parse("3f9a01bc-0000-8000-8000-000000000001");
    private static readonly Guid First = Guid.Parse("11111111-0000-8000-8000-000000000001");
    private static readonly Guid Second = Guid.Parse("22222222-0000-8000-8000-000000000001");
    private static readonly Guid Waiting = Guid.Parse("33333333-0000-8000-8000-000000000001");

    [Fact]
    public async Task The_logs_of_a_job_are_those_of_the_last_attempts_of_its_tasks()
    {
        await using var farm = await WithLogsAsync();

        var run = await CliRun.OfAsync(farm, "logs", "3f9a");

        Assert.Equal("", run.Error);
        Assert.Equal(
            [
                "==> first, attempt 2, succeeded <==", "11111111 try 2",
                "==> second, attempt 1, running <==", "22222222 try 1",
            ],
            run.Lines);
    }

    [Fact]
    public async Task The_log_of_a_task_stands_alone_and_its_attempt_can_be_chosen()
    {
        await using var farm = await WithLogsAsync();

        var run = await CliRun.OfAsync(farm, "logs", "1111", "--attempt", "1");

        Assert.Equal("11111111 try 1\n", run.Output);
    }

    [Theory]
    [InlineData("1111", "3",
        "renderacre: --attempt 3: task 11111111-0000-8000-8000-000000000001 (first) has attempts 1 to 2\n")]
    [InlineData(
        "3333", "1", "renderacre: task 33333333-0000-8000-8000-000000000001 (waiting) has not been tried yet\n")]
    [InlineData("9999", "1", "renderacre: no job or task has an id that starts with '9999'\n")]
    public async Task A_log_that_is_not_there_is_refused(string id, string attempt, string error)
    {
        await using var farm = await WithLogsAsync();

        var run = await CliRun.OfAsync(farm, "logs", id, "--attempt", attempt);

        Assert.Equal((ExitCode.Failure, error), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task The_tasks_of_a_large_job_are_paged_through()
    {
        await using var farm = await WithLogsAsync();
        var job = Sample.Job(JobId, "big", JobState.Running) with { TasksTotal = 2_000, TasksTruncated = true };
        farm.On<IReadOnlyList<Job>>("GET /v1/jobs", [job]);
        farm.OnEach(
            $"GET /v1/jobs/{JobId}/tasks", new TaskPage([Tasks()[0]], "next", 2), new TaskPage([Tasks()[1]], null, 2));

        var run = await CliRun.OfAsync(farm, "logs", "2222");

        Assert.Equal("22222222 try 1\n", run.Output);
        Assert.Contains(
            farm.Asked, asked => asked.Request.EndsWith("/tasks?limit=500&after=next", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Logs_as_JSON_are_the_entries_in_one_list()
    {
        await using var farm = await WithLogsAsync();
        var entry = new FarmLogEntry
        {
            Id = First,
            Timestamp = Sample.Time,
            Level = LogLevel.Info,
            Source = LogSource.Task,
            Message = "hello",
        };
        farm.On<IReadOnlyList<FarmLogEntry>>($"GET /v1/tasks/{Second}/attempts/{Id(Second, 1)}/logs", [entry]);

        var run = await CliRun.OfAsync(farm, "logs", "2222", "-o", "json");

        var entries = JsonSerializer.Deserialize(run.Output, WireJson.Default.IReadOnlyListFarmLogEntry);
        Assert.NotNull(entries);
        Assert.Equal("hello", Assert.Single(entries).Message);
    }

    [Theory]
    [InlineData("logs")]
    [InlineData("logs", "--follow")]
    public async Task Of_a_task_that_its_environment_kept_from_starting_the_log_of_its_session_is_shown(
        params string[] command)
    {
        await using var farm = await FakeFarm.StartAsync();
        var session = Guid.Parse("44444444-0000-8000-8000-000000000001");
        var attempt = Sample.Attempt(First, Id(First, 1), 1, AttemptState.Failed) with { SessionId = session };
        var task = Sample.TaskOf(JobId, First, "first", TaskState.Failed, attempt);
        farm.On($"GET /v1/jobs/{JobId}", Sample.Job(JobId, "shot010", JobState.Failed, task));
        farm.On($"GET /v1/tasks/{First}", task);
        farm.On($"GET /v1/tasks/{First}/attempts/{attempt.Id}/log", context => Task.CompletedTask);
        farm.On($"GET /v1/sessions/{session}/log",
            context => context.Response.WriteAsync("no licence", context.RequestAborted));

        var run = await CliRun.OfAsync(farm, [.. command, First.ToString()]);

        Assert.Equal((ExitCode.Success, "no licence"), (run.ExitCode, Assert.Single(run.Lines)));
        Assert.Equal(
            "renderacre: the task did not start; its session's environments wrote this\n",
            run.Error.ReplaceLineEndings("\n"));
    }

    private static async Task<FakeFarm> WithLogsAsync()
    {
        var farm = await FakeFarm.StartAsync();
        var job = Sample.Job(JobId, "shot010", JobState.Running, Tasks());
        farm.On<IReadOnlyList<Job>>("GET /v1/jobs", [job]);
        farm.On($"GET /v1/jobs/{JobId}", job);
        foreach (var (task, number, end) in new[] { (First, 1, "\n"), (First, 2, ""), (Second, 1, "\n") })
        {
            var text = $"{task.ToString()[..8]} try {number}{end}";
            farm.On($"GET /v1/tasks/{task}/attempts/{Id(task, number)}/log",
                context => context.Response.WriteAsync(text, context.RequestAborted));
        }

        return farm;
    }

    private static TaskInfo[] Tasks() =>
    [
        Sample.TaskOf(JobId, First, "first", TaskState.Succeeded,
            Sample.Attempt(First, Id(First, 1), 1, AttemptState.Failed),
            Sample.Attempt(First, Id(First, 2), 2, AttemptState.Succeeded)),
        Sample.TaskOf(
            JobId, Second, "second", TaskState.Running, Sample.Attempt(Second, Id(Second, 1), 1, AttemptState.Running)),
        Sample.TaskOf(JobId, Waiting, "waiting", TaskState.Pending),
    ];

    private static Guid Id(Guid task, int number) => Guid.Parse($"{task.ToString()[..35]}{number + 3}");
}
