using System.Text.Json;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Workers;
using Renderacre.Testing;

namespace Renderacre.Cli.Tests.Commands;

public sealed class TaskCommandTests
{
    private static readonly Guid JobId = Guid.Parse("3f9a01bc-0000-8000-8000-000000000001");
    private static readonly Guid Good = Guid.Parse("aaaaaaaa-0000-8000-8000-000000000001");
    private static readonly Guid Bad = Guid.Parse("bbbbbbbb-0000-8000-8000-000000000002");
    private static readonly Guid Node = Guid.Parse("cccccccc-0000-8000-8000-000000000003");

    private static readonly TaskAttempt Lost = Sample.Attempt(Bad, Bad, 1, AttemptState.Failed, "no licence left") with
    {
        WorkerId = Node,
        StartedAt = Sample.Time,
        CompletedAt = Sample.Time.AddSeconds(72),
        ExitCode = 7,
    };

    private static readonly Job Job = Sample.Job(
        JobId, "shot010", JobState.Failed, Sample.TaskOf(JobId, Good, "render a", TaskState.Succeeded),
        Sample.TaskOf(JobId, Bad, "render b", TaskState.Failed, Lost));

    [Fact]
    public async Task The_tasks_of_a_job_are_listed_in_order()
    {
        await using var farm = await WithJobAsync();

        var run = await CliRun.OfAsync(farm, "tasks", "3f9");

        Assert.Equal(
            [
                "ID        TASK      STATE      PROGRESS  ATTEMPTS  EXIT CODE  STARTED  TOOK  WHY",
                "aaaaaaaa  render a  succeeded  -         0         -          -        -     -",
                "bbbbbbbb  render b  failed     -         1         7          -        -     no licence left",
            ],
            run.Lines);
    }

    [Fact]
    public async Task How_far_running_tasks_are_is_shown()
    {
        await using var farm = await WithJobAsync();
        TaskInfo running = Sample.TaskOf(JobId, Good, "render a", TaskState.Running) with
        {
            Progress = 42.9,
            ProgressMessage = "lighting",
        };
        Job job = Sample.Job(JobId, "shot010", JobState.Running, running);
        farm.On<IReadOnlyList<Job>>("GET /v1/jobs", [job]);
        farm.On($"GET /v1/jobs/{JobId}", job);
        farm.On($"GET /v1/jobs/{JobId}/tasks", new TaskPage([running], null, 1));

        Assert.Matches(" 42% lighting ", (await CliRun.OfAsync(farm, "tasks", "3f9")).Output);
        Assert.Matches(" 42% lighting ", (await CliRun.OfAsync(farm, "job", "3f9")).Output);
        Assert.Matches(" 0/1 42% ", (await CliRun.OfAsync(farm, "jobs")).Output);
    }

    [Fact]
    public async Task Tasks_can_be_chosen_by_state()
    {
        await using var farm = await WithJobAsync();

        var run = await CliRun.OfAsync(farm, "tasks", "3f9", "--state", "failed", "-o", "json");

        using var tasks = JsonDocument.Parse(run.Output);
        Assert.Equal([Bad], tasks.RootElement.EnumerateArray().Select(task => task.GetProperty("id").GetGuid()));
    }

    [Fact]
    public async Task The_attempts_at_a_task_are_shown_with_the_worker_and_why_they_failed()
    {
        await using var farm = await WithJobAsync();
        farm.On<IReadOnlyList<WorkerInfo>>("GET /v1/workers", [Sample.Worker(Node, "node1", WorkerState.Online)]);

        var run = await CliRun.OfAsync(farm, "attempts", "bbb");

        Assert.Equal($"render b  {Bad}", run.Lines[0]);
        Assert.Matches("^1 +failed +node1 +7 +.*1m12s +0 +no licence left$", run.Lines[^1]);
    }

    [Fact]
    public async Task A_whole_id_is_asked_for_without_listing_anything()
    {
        await using var farm = await WithJobAsync();
        farm.On<IReadOnlyList<WorkerInfo>>("GET /v1/workers", []);

        await CliRun.OfAsync(farm, "attempts", Bad.ToString());

        Assert.Equal([$"GET /v1/tasks/{Bad}", "GET /v1/workers"], farm.Asked.Select(one => one.Request));
    }

    [Fact]
    public async Task A_task_is_requeued()
    {
        await using var farm = await WithJobAsync();
        farm.On($"POST /v1/tasks/{Bad}/requeue", Sample.TaskOf(JobId, Bad, "render b", TaskState.Pending));

        Assert.Equal([$"render b ({Bad}) is pending"], (await CliRun.OfAsync(farm, "requeue", "bbb")).Lines);
    }

    [Theory]
    [InlineData("""{"failed":true,"cancelled":false,"succeeded":false,"step":null}""", "--failed")]
    [InlineData("""{"failed":false,"cancelled":true,"succeeded":false,"step":null}""", "--cancelled")]
    [InlineData("""{"failed":false,"cancelled":false,"succeeded":true,"step":null}""", "--succeeded")]
    [InlineData("""{"failed":true,"cancelled":false,"succeeded":true,"step":"Comp"}""",
        "--failed", "--succeeded", "--step", "Comp")]
    public async Task The_tasks_of_a_job_that_are_asked_for_are_requeued(string body, params string[] which)
    {
        await using var farm = await WithJobAsync();
        farm.On($"POST /v1/jobs/{JobId}/requeue", Sample.Job(
            JobId, "shot010", JobState.Queued, Sample.TaskOf(JobId, Bad, "render b", TaskState.Pending)));

        var run = await CliRun.OfAsync(farm, ["requeue", "3f9", .. which]);

        Assert.Equal([$"shot010 ({JobId}) is queued, 1 tasks pending"], run.Lines);
        Assert.Equal(body, farm.Asked[^1].Body);
    }

    [Theory]
    [InlineData("ID '3f9a01bc-0000-8000-8000-000000000001' is that of a job; say which tasks of it: --failed, "
        + "--cancelled or --succeeded\n", "3f9")]
    [InlineData("ID 'bbbbbbbb-0000-8000-8000-000000000002' is that of a task; --failed, --cancelled and --step take "
        + "ids of jobs\n", "bbb", "--succeeded", "--step", "Comp")]
    [InlineData("'3f9a01bc-0000-8000-8000-000000000001' is a job and 'bbbbbbbb-0000-8000-8000-000000000002' a task; "
        + "give ids of one kind\n", "bbb", "3f9", "--succeeded")]
    [InlineData("--step: say which tasks of it are meant: --failed, --cancelled or --succeeded\n",
        "3f9", "--step", "Comp")]
    public async Task What_is_to_be_requeued_has_to_be_said(string told, params string[] args)
    {
        await using var farm = await WithJobAsync();

        var run = await CliRun.OfAsync(farm, ["requeue", .. args]);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.StartsWith($"renderacre: {told}", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(farm.Asked, one => one.Request.StartsWith("POST", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_task_that_has_succeeded_is_requeued_where_that_is_asked_for()
    {
        await using var farm = await WithJobAsync();
        farm.On($"POST /v1/tasks/{Good}/requeue", Sample.TaskOf(JobId, Good, "render a", TaskState.Pending));

        var run = await CliRun.OfAsync(farm, "requeue", "aaa", "--succeeded");

        Assert.Equal([$"render a ({Good}) is pending"], run.Lines);
        Assert.Contains("succeeded=true", farm.Asked[^1].Request, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pause", JobState.Paused, "is paused")]
    [InlineData("resume", JobState.Queued, "is queued")]
    public async Task Jobs_are_paused_and_resumed(string command, JobState state, string told)
    {
        await using var farm = await WithJobAsync();
        farm.On($"POST /v1/jobs/{JobId}/{command}", Job with { State = state });

        Assert.Equal([$"shot010 ({JobId}) {told}"], (await CliRun.OfAsync(farm, command, "3f9")).Lines);
    }

    [Fact]
    public async Task A_task_is_paused_by_its_id()
    {
        await using var farm = await WithJobAsync();
        var task = Sample.TaskOf(JobId, Good, "render a", TaskState.Pending) with { Paused = true };
        farm.On($"POST /v1/tasks/{Good}/pause", task);

        Assert.Equal([$"render a ({Good}) is pending, paused"], (await CliRun.OfAsync(farm, "pause", "aaa")).Lines);
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("resume")]
    public async Task Steps_of_a_job_are_paused_and_resumed_by_their_names(string command)
    {
        await using var farm = await WithJobAsync();
        farm.On($"POST /v1/jobs/{JobId}/steps/Comp/{command}", Job with { State = JobState.Running });
        farm.On($"POST /v1/jobs/{JobId}/steps/Final/{command}", Job with { State = JobState.Paused });

        var run = await CliRun.OfAsync(farm, command, "3f9", "--step", "Comp", "--step", "Final");

        Assert.Equal([$"shot010 ({JobId}) is paused"], run.Lines);
    }

    [Fact]
    public async Task A_step_is_not_looked_for_in_a_task()
    {
        await using var farm = await WithJobAsync();

        var run = await CliRun.OfAsync(farm, "pause", "aaa", "--step", "Comp");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Equal($"renderacre: ID '{Good}' is that of a task; --step takes ids of jobs\n", run.Error);
    }

    [Fact]
    public async Task A_job_is_given_another_priority()
    {
        await using var farm = await WithJobAsync();
        farm.On($"POST /v1/jobs/{JobId}/priority", Job with { Priority = -10 });

        var run = await CliRun.OfAsync(farm, "priority", "3f9", "--to=-10");

        Assert.Equal([$"shot010 ({JobId}) has priority -10"], run.Lines);
        Assert.Equal("""{"priority":-10}""", farm.Asked[^1].Body);
    }

    [Theory]
    [InlineData("archive", true, "is archived", "archive", "3f9")]
    [InlineData("unarchive", false, "is not archived", "archive", "3f9", "--undo")]
    public async Task Jobs_are_put_away_and_taken_back(string path, bool archived, string told, params string[] args)
    {
        await using var farm = await WithJobAsync();
        farm.On($"POST /v1/jobs/{JobId}/{path}", Job with { Archived = archived });

        Assert.Equal([$"shot010 ({JobId}) {told}"], (await CliRun.OfAsync(farm, args)).Lines);
    }

    [Fact]
    public async Task A_job_is_deleted()
    {
        await using var farm = await WithJobAsync();
        farm.On($"DELETE /v1/jobs/{JobId}", context =>
        {
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        });

        Assert.Equal([$"{JobId} is deleted"], (await CliRun.OfAsync(farm, "delete", "3f9")).Lines);
    }

    [Fact]
    public async Task A_copy_of_a_job_is_submitted()
    {
        await using var farm = await WithJobAsync();
        farm.On($"POST /v1/jobs/{JobId}/clone", Sample.Job(Good, "again", JobState.Queued));

        var run = await CliRun.OfAsync(farm, "clone", "3f9", "--name", "again");

        Assert.Equal([$"Submitted again with 0 tasks as {Good}"], run.Lines);
        JsonProperty[] asked = [.. JsonDocument.Parse(farm.Asked[^1].Body).RootElement.EnumerateObject()];
        Assert.Equal("again", asked.Single(each => each.Value.ValueKind != JsonValueKind.Null).Value.GetString());
    }

    private static async Task<FakeFarm> WithJobAsync()
    {
        var farm = await FakeFarm.StartAsync();
        farm.On<IReadOnlyList<Job>>("GET /v1/jobs", [Job]);
        farm.On($"GET /v1/jobs/{JobId}", Job);
        foreach (var task in Job.Tasks)
            farm.On($"GET /v1/tasks/{task.Id}", task);
        return farm;
    }
}
