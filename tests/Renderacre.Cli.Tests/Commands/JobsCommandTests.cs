using System.Text.Json;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Workers;
using Renderacre.Testing;

namespace Renderacre.Cli.Tests.Commands;

public sealed class JobsCommandTests
{
    private static readonly Guid First = Guid.Parse("3f9a01bc-0000-8000-8000-000000000001");
    private static readonly Guid Second = Guid.Parse("77d2e405-0000-8000-8000-000000000002");

    [Fact]
    public async Task Jobs_are_listed_in_a_table_without_control_codes()
    {
        await using var farm = await WithJobsAsync(
            Sample.Job(
                First, "shot [red]010", JobState.Running, Sample.TaskOf(First, Second, "a", TaskState.Succeeded)),
            Sample.Job(Second, "bell\u001b[31m", JobState.Failed));

        var run = await CliRun.OfAsync(farm, "jobs");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal(["ID", "NAME", "STATE", "PRIORITY", "DONE", "FAILED", "OWNER", "SUBMITTED"],
            run.Lines[0].Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.StartsWith("3f9a01bc  shot [red]010  running  5", run.Lines[1], StringComparison.Ordinal);
        Assert.StartsWith("77d2e405  bell?[31m", run.Lines[2], StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public async Task Jobs_as_JSON_are_what_the_controller_answers()
    {
        await using var farm = await WithJobsAsync(Sample.Job(First, "shot010", JobState.Running));

        var run = await CliRun.OfAsync(farm, "jobs", "-o", "json");

        var jobs = JsonSerializer.Deserialize(run.Output, WireJson.Default.IReadOnlyListJob);
        Assert.NotNull(jobs);
        Assert.Equal(First, Assert.Single(jobs).Id);
    }

    [Fact]
    public async Task An_empty_farm_has_no_table()
    {
        await using var farm = await WithJobsAsync();

        Assert.Equal(["There are no jobs."], (await CliRun.OfAsync(farm, "jobs")).Lines);
    }

    [Fact]
    public async Task A_job_is_shown_by_the_start_of_its_id_with_why_its_tasks_failed()
    {
        var task = Guid.Parse("aaaaaaaa-0000-8000-8000-000000000001");
        var attempt = Sample.Attempt(task, task, 1, AttemptState.Failed, "no licence left");
        var job = Sample.Job(
            First, "shot010", JobState.Failed, Sample.TaskOf(First, task, "render", TaskState.Failed, attempt));
        await using var farm = await WithJobsAsync(job);
        farm.On($"GET /v1/jobs/{First}", job);

        var run = await CliRun.OfAsync(farm, "job", "3F9A");

        Assert.Equal($"shot010  {First}", run.Lines[0]);
        Assert.Contains("1 tasks: 0 pending, 0 running, 0 succeeded, 1 failed, 0 cancelled", run.Lines[1],
            StringComparison.Ordinal);
        Assert.Equal("aaaaaaaa  render       1         7          no licence left", run.Lines[^1]);
    }

    [Fact]
    public async Task The_start_of_several_ids_is_refused_and_names_them()
    {
        var other = Guid.Parse("3f9a01bd-0000-8000-8000-000000000001");
        await using var farm = await WithJobsAsync(
            Sample.Job(First, "one", JobState.Running), Sample.Job(other, "two", JobState.Running));

        var run = await CliRun.OfAsync(farm, "job", "3f9a");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Equal(
            $"renderacre: the id '3f9a' fits several jobs: {First} (one), {other} (two); give more of it\n", run.Error);
    }

    [Theory]
    [InlineData("0000", ExitCode.Failure, "no job has an id that starts with '0000'")]
    [InlineData(
        "shot", ExitCode.Usage, "ID 'shot' is no id and no start of one: hexadecimal digits and dashes are wanted")]
    public async Task An_id_that_no_job_has_is_refused(string id, int exitCode, string message)
    {
        await using var farm = await WithJobsAsync(Sample.Job(First, "one", JobState.Running));

        var run = await CliRun.OfAsync(farm, "job", id);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal($"renderacre: {message}\n", run.Error);
    }

    [Fact]
    public async Task Several_jobs_are_cancelled_in_one_go()
    {
        await using var farm = await WithJobsAsync(
            Sample.Job(First, "one", JobState.Running), Sample.Job(Second, "two", JobState.Running));
        farm.On($"POST /v1/jobs/{First}/cancel", Sample.Job(First, "one", JobState.Cancelled));
        farm.On($"POST /v1/jobs/{Second}/cancel", Sample.Job(Second, "two", JobState.Cancelled));

        var run = await CliRun.OfAsync(farm, "cancel", "3f9", "77d");

        Assert.Equal([$"one ({First}) is cancelled", $"two ({Second}) is cancelled"], run.Lines);
    }

    [Fact]
    public async Task A_wrong_id_among_several_cancels_nothing()
    {
        await using var farm = await WithJobsAsync(Sample.Job(First, "one", JobState.Running));

        var run = await CliRun.OfAsync(farm, "cancel", "3f9", "000");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.DoesNotContain(farm.Asked, asked => asked.Request.StartsWith("POST", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Workers_are_listed_with_their_labels()
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On<IReadOnlyList<WorkerInfo>>("GET /v1/workers", [Sample.Worker(First, "node1", WorkerState.Online)]);

        var run = await CliRun.OfAsync(farm, "workers");

        Assert.StartsWith("3f9a01bc  node1  online  4      1", run.Lines[1], StringComparison.Ordinal);
        Assert.EndsWith("floor=2 pool=gpu", run.Lines[1], StringComparison.Ordinal);
    }

    private static async Task<FakeFarm> WithJobsAsync(params Job[] jobs)
    {
        var farm = await FakeFarm.StartAsync();
        farm.On<IReadOnlyList<Job>>("GET /v1/jobs", jobs);
        return farm;
    }
}
