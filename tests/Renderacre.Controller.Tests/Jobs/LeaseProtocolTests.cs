using System.Net;
using System.Net.Http.Json;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Leases;
using Renderacre.Contracts.Limits;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Jobs;

public sealed class LeaseProtocolTests
{
    private static WireJson Wire => WireJson.Default;

    [Fact]
    public async Task A_task_is_leased_started_renewed_and_completed()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await controller.RegisterAsync("hand");
        Assert.Null(await controller.LeaseAsync(worker));
        Job job = await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        Assert.Equal((JobState.Queued, 1L, false), (job.State, job.TasksTotal, job.TasksTruncated));

        TaskLease lease = (await controller.LeaseAsync(worker))!;
        Assert.Equal((TaskState.Leased, 1, lease.LeaseToken),
            (lease.Task.State, lease.Task.Attempts, lease.Task.Lease!.Token));
        Assert.Null(await controller.LeaseAsync(worker));
        TaskInfo started = await controller.StartedAsync(lease);
        Assert.Equal(TaskState.Running, started.State);
        Assert.NotNull(started.StartedAt);
        Assert.Equal(lease.LeaseToken, (await controller.RenewAsync(lease)).Lease!.Token);
        Assert.Equal(JobState.Running, (await controller.JobAsync(job.Id)).State);
        Assert.Equal("", (await controller.TaskAsync(lease.Task.Id)).Lease!.Token);

        TaskInfo ended = await controller.CompleteAsync(lease, 0);
        Assert.Equal((TaskState.Succeeded, 0, "out\n"), (ended.State, ended.LastExitCode, ended.StdoutTail));
        Assert.Null(ended.Lease);
        Assert.Equal(AttemptState.Succeeded, Assert.Single(ended.AttemptRecords).State);
        Assert.Equal(JobState.Succeeded, (await controller.JobAsync(job.Id)).State);
    }

    [Fact]
    public async Task A_failure_with_a_retry_left_is_pending_again_and_one_without_is_failed()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await controller.RegisterAsync("hand");
        await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")) with { MaxRetries = 1 });
        TaskInfo first = await controller.CompleteAsync((await controller.LeaseAsync(worker))!, 3);
        Assert.Equal((TaskState.Pending, 1, 3), (first.State, first.Attempts, first.LastExitCode));
        Assert.Equal("last line", first.AttemptRecords[0].FailureSummary);
        TaskInfo second = await controller.CompleteAsync((await controller.LeaseAsync(worker))!, 4);
        Assert.Equal((TaskState.Failed, 2, 2), (second.State, second.Attempts, second.AttemptRecords[1].Number));
    }

    [Fact]
    public async Task A_wrong_token_a_foreign_worker_and_a_late_report_change_nothing()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await controller.RegisterAsync("hand");
        await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        TaskLease lease = (await controller.LeaseAsync(worker))!;
        string path = $"/v1/tasks/{lease.Task.Id}/complete";
        TaskComplete good = TestController.Ended(lease, 0);
        await ConflictAsync(controller, path, good with { LeaseToken = "nope" });
        await ConflictAsync(controller, path, good with { WorkerId = Guid.NewGuid() });
        Assert.Equal(TaskState.Leased, (await controller.TaskAsync(lease.Task.Id)).State);
        await controller.CompleteAsync(lease, 0);
        await ConflictAsync(controller, path, good);
        Assert.Equal(TaskState.Succeeded, (await controller.TaskAsync(lease.Task.Id)).State);
    }

    [Fact]
    public async Task Reports_after_a_cancel_are_answered_with_the_cancelled_task()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await controller.RegisterAsync("hand");
        Job job = await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        TaskLease lease = (await controller.LeaseAsync(worker))!;
        await controller.StartedAsync(lease);
        Job cancelled = await controller.ActAsync($"/v1/jobs/{job.Id}/cancel", Wire.Job);
        Assert.Equal(JobState.Cancelled, cancelled.State);
        Assert.Equal(TaskState.Cancelled, (await controller.RenewAsync(lease)).State);
        Assert.Equal(TaskState.Cancelled, (await controller.StartedAsync(lease)).State);
        TaskInfo ended = await controller.CompleteAsync(lease, 0);
        Assert.Equal((TaskState.Cancelled, null, 0),
            (ended.State, ended.LastExitCode, ended.AttemptRecords[0].ExitCode));
        Assert.Null(ended.Lease);
        await ConflictAsync(controller, $"/v1/tasks/{lease.Task.Id}/complete", TestController.Ended(lease, 0));
    }

    [Fact]
    public async Task A_requeued_task_starts_afresh_and_its_old_lease_is_refused()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await controller.RegisterAsync("hand", slots: 2);
        await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        TaskLease lease = (await controller.LeaseAsync(worker))!;
        await controller.ActAsync($"/v1/tasks/{lease.Task.Id}/cancel", Wire.TaskInfo);
        TaskInfo requeued = await controller.ActAsync($"/v1/tasks/{lease.Task.Id}/requeue", Wire.TaskInfo);
        Assert.Equal(TaskState.Pending, requeued.State);
        await ConflictAsync(controller, $"/v1/tasks/{lease.Task.Id}/complete", TestController.Ended(lease, 0));
        Assert.Equal(TaskState.Pending, (await controller.TaskAsync(lease.Task.Id)).State);
    }

    [Fact]
    public async Task A_command_on_an_ended_job_brings_it_back()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await controller.RegisterAsync("hand");
        Job job = await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        await controller.CompleteAsync((await controller.LeaseAsync(worker))!, 1);
        Assert.Equal(JobState.Failed, (await controller.JobAsync(job.Id)).State);
        await controller.ActAsync($"/v1/tasks/{job.Tasks[0].Id}/requeue", Wire.TaskInfo);
        Assert.NotNull(await controller.LeaseAsync(worker));
        ErrorBody error = await TestController.ErrorAsync(
            await controller.Http.PostAsync($"/v1/jobs/{Guid.NewGuid()}/pause", null, TestController.Stop),
            HttpStatusCode.NotFound);
        Assert.Contains("job was not found", error.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_holds_tasks_back_and_counts_what_is_held()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await controller.RegisterAsync("hand", slots: 4);
        TaskSubmit limited = DirectPlanTests.Task("a") with { Limits = ["licence"] };
        await controller.SubmitAsync(DirectPlanTests.Submit(limited, limited with { Name = "b" }));
        Assert.Null(await controller.LeaseAsync(worker));
        await controller.PostAsync("/v1/limits", new LimitDefine { Name = "licence", MaxCount = 1 },
            Wire.LimitDefine, Wire.LimitSnapshot);
        Assert.NotNull(await controller.LeaseAsync(worker));
        Assert.Null(await controller.LeaseAsync(worker));
        LimitSnapshot limit = Assert.Single(await controller.GetAsync("/v1/limits", Wire.IReadOnlyListLimitSnapshot));
        Assert.Equal(("licence", 1, 1m, 0m), (limit.Name, limit.MaxCount, limit.Used, limit.Available));
        Assert.Equal(("job", 1m), Assert.Single(limit.Holders) is var holder ? (holder.Job, holder.Held) : default);
        FarmStats stats = await controller.GetAsync("/v1/stats", Wire.FarmStats);
        Assert.Equal((2L, 1L, 1L), (stats.TasksTotal, stats.TasksPending, stats.TasksLeased));
        Assert.Equal((4L, 1L, 3L), (stats.WorkerSlots, stats.WorkerSlotsUsed, stats.WorkerSlotsAvailable));
    }

    [Fact]
    public async Task Tasks_of_a_job_are_paged_through_and_dependencies_have_their_ids()
    {
        await using TestController controller = await TestController.StartAsync();
        TaskSubmit last = DirectPlanTests.Task("last") with { Dependencies = ["t0", "t1"] };
        Job job = await controller.SubmitAsync(DirectPlanTests.Submit(
            [.. Enumerable.Range(0, 4).Select(i => DirectPlanTests.Task($"t{i}")), last]));
        Assert.Equal([job.Tasks[0].Id, job.Tasks[1].Id], job.Tasks[4].Dependencies);
        var names = new List<string>();
        string? after = null;
        do
        {
            TaskPage page = await controller.GetAsync($"/v1/jobs/{job.Id}/tasks?limit=2&after={after}", Wire.TaskPage);
            names.AddRange(page.Tasks.Select(task => task.Name));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(["t0", "t1", "t2", "t3", "last"], names);
    }

    private static async Task ConflictAsync(TestController controller, string path, TaskComplete complete)
    {
        HttpResponseMessage answer =
            await controller.Http.PostAsJsonAsync(path, complete, Wire.TaskComplete, TestController.Stop);
        await TestController.ErrorAsync(answer, HttpStatusCode.Conflict);
    }
}
