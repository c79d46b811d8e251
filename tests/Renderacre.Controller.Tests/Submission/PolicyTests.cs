using System.Net;
using Renderacre.Contracts.Explaining;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Submission;

public sealed class PolicyTests
{
    [Fact]
    public async Task A_job_is_treated_as_it_wants_and_shows_how_over_a_restart()
    {
        await using TestController controller = await TestController.StartAsync();
        var start = new DateTimeOffset(DateTime.UtcNow.Date.AddDays(2), TimeSpan.Zero);
        var policy = new JobPolicy { StartAfter = start, WorkerFailuresMax = 3 };
        Job job = await controller.SubmitAsync(
            DirectPlanTests.Submit(DirectPlanTests.Task("a")) with { Policy = policy });
        Assert.Equal(policy, job.Policy);
        await controller.StopAsync();
        await controller.StartAgainAsync();
        Assert.Equal(policy, (await controller.JobAsync(job.Id)).Policy);
        WorkerInfo worker = await controller.RegisterAsync("hand");
        Assert.Null(await controller.LeaseAsync(worker));
        JobExplanation why = await controller.GetAsync(
            $"/v1/jobs/{job.Id}/explain", WireJson.Default.JobExplanation);
        Assert.Equal("before_start", Assert.Single(Assert.Single(why.Steps).Reasons).Reason);
    }

    [Fact]
    public async Task Bounds_below_one_are_refused_all_at_once()
    {
        await using TestController controller = await TestController.StartAsync();
        ErrorBody error = await TestController.ErrorAsync(
            await controller.PostTextAsync(WirePath.Jobs, """
                {"name":"j","tasks":[{"name":"a","command":{"executable":"true"}}],
                 "policy":{"max_running":0,"max_workers":-1,"failed_max":0,"worker_failures_max":0}}
                """),
            HttpStatusCode.BadRequest);
        foreach (string field in new[] { "max_running", "max_workers", "failed_max", "worker_failures_max" })
            Assert.Contains($"policy.{field}: is ", error.Error, StringComparison.Ordinal);
    }
}
