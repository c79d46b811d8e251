using System.Net;
using Renderacre.Contracts.Explaining;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Leases;
using Renderacre.Contracts.Logs;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Sync;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Jobs;

public sealed class ExplainTests
{
    [Fact]
    public async Task A_waiting_task_names_the_limit_and_the_workers_that_lack_a_label()
    {
        await using TestController controller = await TestController.StartAsync();
        await controller.RegisterAsync("hand");
        TaskSubmit task = DirectPlanTests.Task("a") with
        {
            Limits = ["nuke"],
            Requirements = new Requirements { Labels = new Dictionary<string, string> { ["app"] = "maya" } },
        };
        Job job = await controller.SubmitAsync(DirectPlanTests.Submit(task));

        TaskExplanation why = await controller.GetAsync(
            $"/v1/tasks/{job.Tasks[0].Id}/explain", WireJson.Default.TaskExplanation);

        Assert.Equal(TaskState.Pending, why.State);
        Assert.Equal("limit_undefined", Assert.Single(why.Reasons).Reason);
        Assert.Contains("nobody has defined limit 'nuke'", why.Summary, StringComparison.Ordinal);
        ExcludedWorkers excluded = Assert.Single(why.Workers!.Excluded);
        Assert.Equal(new ExcludedWorkers("label", "label 'app' has to have 'maya'", 1), excluded);
        Assert.Equal("hand", why.Workers.Nearest!.Worker);
        Assert.Null(why.Failure);
    }

    [Fact]
    public async Task A_failed_task_says_what_failed_where_with_its_last_lines_and_so_does_its_job()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await controller.RegisterAsync("hand");
        Job job = await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        TaskLease lease = (await controller.LeaseAsync(worker))!;
        await controller.PostAsync(
            $"/v1/tasks/{lease.Task.Id}/complete",
            TestController.Ended(lease, 3) with { StderrTail = "first\nno licence left\n" },
            WireJson.Default.TaskComplete, WireJson.Default.TaskInfo);

        TaskExplanation why = await controller.GetAsync(
            $"/v1/tasks/{lease.Task.Id}/explain", WireJson.Default.TaskExplanation);

        Assert.Equal((TaskState.Failed, 3, "hand"), (why.State, why.Failure!.ExitCode, why.Failure.Worker));
        Assert.Equal(["out", "first", "no licence left"], why.Failure.LastLines);
        Assert.Equal("attempt 1 failed on worker 'hand' and no retry is left: no licence left", why.Summary);
        JobExplanation whole = await controller.GetAsync($"/v1/jobs/{job.Id}/explain", WireJson.Default.JobExplanation);
        Assert.Equal(JobState.Failed, whole.State);
        Assert.Equal("a", Assert.Single(whole.Failures).Task);
        Assert.Empty(whole.Steps);
    }

    [Fact]
    public async Task A_task_whose_environment_failed_shows_what_that_wrote_and_names_its_session()
    {
        await using TestController controller = await TestController.StartAsync();
        (SyncingWorker worker, LeaseAssignment lease) = await LeasedAsync(controller);
        await worker.SyncAsync(worker.FailedToEnter(lease, "environment Maya could not be entered"));

        ExplainedFailure failure = await FailureAsync(controller, lease);

        Assert.Equal(("environment Maya could not be entered", 3), (failure.Message, failure.ExitCode));
        Assert.Equal(["reading the scene", "no licence"], failure.LastLines);
        TaskAttempt attempt = Assert.Single((await controller.TaskAsync(lease.TaskId)).AttemptRecords);
        Assert.Equal((lease.SessionId, 3, "no licence\n"), (attempt.SessionId, attempt.ExitCode, attempt.StderrTail));
    }

    [Fact]
    public async Task The_last_lines_are_those_of_the_log_in_which_both_streams_stand()
    {
        await using TestController controller = await TestController.StartAsync();
        (SyncingWorker worker, LeaseAssignment lease) = await LeasedAsync(controller);
        await PutLogAsync(controller, lease, new string('x', 20_000) + "\nlibGL warning\r\n\nError: no camera\n");

        await worker.SyncAsync(worker.Started(lease), worker.Completed(lease, LeaseOutcome.Failed) with
        {
            StdoutTail = "Error: no camera\n",
            StderrTail = "libGL warning\n",
        });

        Assert.Equal(["libGL warning", "Error: no camera"], (await FailureAsync(controller, lease)).LastLines);
    }

    [Fact]
    public async Task Of_a_lost_attempt_the_lines_are_shown_that_came_before_it_was_lost()
    {
        await using TestController controller = await TestController.StartAsync();
        (SyncingWorker worker, LeaseAssignment lease) = await LeasedAsync(controller);
        await worker.SyncAsync(worker.Started(lease));
        string lines = string.Concat(Enumerable.Range(1, 12).Select(number => $"sample {number}\n"));
        await PutLogAsync(controller, lease, lines);

        await controller.SyncAsync(worker.Request() with { Sessions = [] });

        ExplainedFailure failure = await FailureAsync(controller, lease);
        Assert.Null(failure.ExitCode);
        Assert.Equal(Enumerable.Range(3, 10).Select(number => $"sample {number}"), failure.LastLines);
    }

    [Fact]
    public async Task A_job_says_for_each_step_what_it_waits_for()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        JobExplanation why = await controller.GetAsync($"/v1/jobs/{job.Id}/explain", WireJson.Default.JobExplanation);
        StepExplanation step = Assert.Single(why.Steps);
        Assert.Equal((1, "no worker has registered"), (step.Ready, step.Summary));
    }

    [Fact]
    public async Task Unknown_ids_are_not_found()
    {
        await using TestController controller = await TestController.StartAsync();
        foreach (string path in new[] { "jobs", "tasks" })
        {
            await TestController.ErrorAsync(
                await controller.Http.GetAsync($"/v1/{path}/{Guid.Empty}/explain", TestController.Stop),
                HttpStatusCode.NotFound);
        }
    }

    private static async Task<(SyncingWorker Worker, LeaseAssignment Lease)> LeasedAsync(TestController controller)
    {
        SyncingWorker worker = await SyncingWorker.RegisterAsync(controller, "node");
        await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        await worker.SyncAsync();
        return (worker, worker.Leases[0]);
    }

    private static async Task<ExplainedFailure> FailureAsync(TestController controller, LeaseAssignment lease)
    {
        TaskExplanation why = await controller.GetAsync(
            $"/v1/tasks/{lease.TaskId}/explain", WireJson.Default.TaskExplanation);
        Assert.NotNull(why.Failure);
        return why.Failure;
    }

    private static async Task PutLogAsync(TestController controller, LeaseAssignment lease, string text)
    {
        string path = $"{WirePath.AttemptLog(lease.TaskId, lease.AttemptId)}?offset=0";
        using var put = new HttpRequestMessage(HttpMethod.Put, path)
        {
            Content = new StringContent(text),
            Headers = { { LogHeaders.LeaseToken, lease.Token } },
        };
        Assert.Equal(HttpStatusCode.OK, (await controller.Http.SendAsync(put, TestController.Stop)).StatusCode);
    }
}
