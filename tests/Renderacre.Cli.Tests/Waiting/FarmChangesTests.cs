using Microsoft.AspNetCore.Http;
using Renderacre.Contracts.Jobs;
using Renderacre.Testing;

namespace Renderacre.Cli.Tests.Waiting;

public sealed class FarmChangesTests
{
    private static readonly Guid JobId = Guid.Parse("3f9a01bc-0000-8000-8000-000000000001");

    [Fact]
    public async Task A_feed_that_ends_is_taken_up_again_after_the_last_revision_that_came()
    {
        await using var farm = await FakeFarm.StartAsync();
        var feeds = 0;
        farm.On("GET /v1/events", context =>
        {
            Interlocked.Increment(ref feeds);
            return context.Response.WriteAsync("id: 7\ndata: {}\n\n", context.RequestAborted);
        });
        farm.On($"GET /v1/jobs/{JobId}", context => FakeFarm.WriteAsync(
            context, 200, Sample.Job(JobId, "shot010", feeds < 2 ? JobState.Running : JobState.Succeeded)));

        var run = await CliRun.OfAsync(farm, "watch", JobId.ToString());

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal(
            [$"GET /v1/events?job={JobId}", $"GET /v1/events?after=7&job={JobId}"],
            farm.Asked.Select(asked => asked.Request).Where(asked => asked.Contains("events")).Take(2));
    }

    [Fact]
    public async Task Of_a_controller_without_a_feed_the_job_is_looked_at_again_and_again()
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.OnEach(
            $"GET /v1/jobs/{JobId}", Sample.Job(JobId, "shot010", JobState.Running),
            Sample.Job(JobId, "shot010", JobState.Running), Sample.Job(JobId, "shot010", JobState.Succeeded));

        var run = await CliRun.OfAsync(farm, "watch", JobId.ToString());

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Single(farm.Asked, asked => asked.Request.Contains("events"));
    }
}
