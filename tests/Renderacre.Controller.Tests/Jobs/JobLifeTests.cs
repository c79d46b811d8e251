using System.Net;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Leases;
using Renderacre.Contracts.Logs;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Jobs;

public sealed class JobLifeTests
{
    [Fact]
    public async Task An_archived_job_is_listed_only_where_the_archive_is_asked_for()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await EndedAsync(controller, await controller.RegisterAsync("hand"));
        Job archived = await controller.ActAsync($"/v1/jobs/{job.Id}/archive", Wire.Job);
        Assert.True(archived.Archived);
        Assert.Empty(await ListAsync(controller, ""));
        Assert.Equal(job.Id, (await ListAsync(controller, "?archived=true")).Single().Id);
        Assert.Equal(job.Id, (await ListAsync(controller, "?archived=all")).Single().Id);
        await controller.ActAsync($"/v1/jobs/{job.Id}/unarchive", Wire.Job);
        Assert.Equal(job.Id, (await ListAsync(controller, "")).Single().Id);
    }

    [Fact]
    public async Task A_job_that_runs_is_neither_archived_nor_deleted()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        ErrorBody error = await TestController.ErrorAsync(
            await controller.Http.PostAsync($"/v1/jobs/{job.Id}/archive", null, TestController.Stop),
            HttpStatusCode.Conflict);
        Assert.Contains("has to end first", error.Error, StringComparison.Ordinal);
        await TestController.ErrorAsync(await DeleteAsync(controller, job.Id), HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_deleted_job_is_gone_with_its_logs_and_the_audit_remembers_it()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await controller.RegisterAsync("hand");
        Job job = await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        TaskLease lease = (await controller.LeaseAsync(worker))!;
        string log = await PutLogAsync(controller, lease);
        await controller.CompleteAsync(lease, 0);
        Assert.Single(LogFiles(controller));

        Assert.Equal(HttpStatusCode.NoContent, (await DeleteAsync(controller, job.Id)).StatusCode);
        foreach (string gone in new[] { $"/v1/jobs/{job.Id}", $"/v1/tasks/{lease.Task.Id}", log, $"{log}s" })
        {
            HttpResponseMessage answer = await controller.Http.GetAsync(gone, TestController.Stop);
            await TestController.ErrorAsync(answer, HttpStatusCode.NotFound);
        }
        await TestController.ErrorAsync(await DeleteAsync(controller, job.Id), HttpStatusCode.NotFound);
        Assert.Equal(0, (await controller.GetAsync("/v1/stats", Wire.FarmStats)).JobsTotal);
        AuditEvent last = (await controller.GetAsync("/v1/audit", Wire.IReadOnlyListAuditEvent))[^1];
        Assert.Equal(("job.delete", job.Id.ToString()), (last.Action, last.TargetId));
        while (LogFiles(controller).Length > 0)
            await Task.Yield();
    }

    [Fact]
    public async Task A_deletion_that_a_stop_cut_short_goes_on_at_the_next_start()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await controller.RegisterAsync("hand");
        Job job = await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        TaskLease lease = (await controller.LeaseAsync(worker))!;
        await PutLogAsync(controller, lease);
        await controller.CompleteAsync(lease, 0);
        await DeleteAsync(controller, job.Id);
        await controller.StopAsync();
        await controller.StartAgainAsync();
        while (LogFiles(controller).Length > 0)
            await Task.Yield();
    }

    [Fact]
    public async Task A_clone_is_a_new_job_of_the_same_tasks()
    {
        await using TestController controller = await TestController.StartAsync();
        JobSubmit submit = DirectPlanTests.Submit(DirectPlanTests.Task("a"), DirectPlanTests.Task("b")) with
        {
            Priority = 3,
            Owner = "ann",
        };
        Job job = await controller.SubmitAsync(submit);
        Job same = await controller.ActAsync($"/v1/jobs/{job.Id}/clone", Wire.Job);
        Assert.Equal((job.Name, 3, "ann", JobState.Queued), (same.Name, same.Priority, same.Owner, same.State));
        Job other = await controller.PostAsync($"/v1/jobs/{job.Id}/clone",
            new JobClone { Name = "again", Priority = 9 }, Wire.JobClone, Wire.Job);
        Assert.Equal(("again", 9), (other.Name, other.Priority));
        Assert.Equal(["a", "b"], other.Tasks.Select(task => task.Name));
        Assert.Equal(3, new[] { job.Id, same.Id, other.Id }.Distinct().Count());
    }

    [Fact]
    public async Task Failed_tasks_of_a_job_are_requeued_together()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await controller.RegisterAsync("hand");
        Job job = await controller.SubmitAsync(
            DirectPlanTests.Submit(DirectPlanTests.Task("a"), DirectPlanTests.Task("b")));
        for (int task = 0; task < 2; task++)
            await controller.CompleteAsync((await controller.LeaseAsync(worker))!, 1);
        Job open = await controller.PostAsync(
            $"/v1/jobs/{job.Id}/requeue", new JobRequeue { Failed = true }, Wire.JobRequeue, Wire.Job);
        Assert.Equal((JobState.Running, 2L), (open.State, open.TaskCounts.Pending));
        await TestController.ErrorAsync(
            await controller.PostTextAsync($"/v1/jobs/{job.Id}/requeue", "{}"), HttpStatusCode.BadRequest);
    }

    private static WireJson Wire => WireJson.Default;

    private static async Task<Job> EndedAsync(TestController controller, WorkerInfo worker)
    {
        Job job = await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        await controller.CompleteAsync((await controller.LeaseAsync(worker))!, 0);
        return job;
    }

    private static Task<IReadOnlyList<Job>> ListAsync(TestController controller, string query) =>
        controller.GetAsync($"/v1/jobs{query}", Wire.IReadOnlyListJob);

    private static Task<HttpResponseMessage> DeleteAsync(TestController controller, Guid job) =>
        controller.Http.DeleteAsync($"/v1/jobs/{job}", TestController.Stop);

    private static string[] LogFiles(TestController controller) =>
        Directory.GetFiles(controller.LogFolder, "*.log", SearchOption.AllDirectories);

    private static async Task<string> PutLogAsync(TestController controller, TaskLease lease)
    {
        string log = $"/v1/tasks/{lease.Task.Id}/attempts/{lease.Task.Lease!.AttemptId}/log";
        var put = new HttpRequestMessage(HttpMethod.Put, $"{log}?offset=0")
        {
            Content = new ByteArrayContent("line\n"u8.ToArray()),
            Headers = { { LogHeaders.LeaseToken, lease.LeaseToken } },
        };
        Assert.Equal(HttpStatusCode.OK, (await controller.Http.SendAsync(put, TestController.Stop)).StatusCode);
        return log;
    }
}
