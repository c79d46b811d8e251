using System.Net;
using System.Text.Json;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Sync;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Tasks;

/// <summary>How far running tasks are, over HTTP.</summary>
public sealed class ProgressTests
{
    private static WireJson Wire => WireJson.Default;

    [Fact]
    public async Task How_far_a_running_task_is_stands_at_it_and_its_attempt_until_it_ends()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        (SyncingWorker worker, LeaseAssignment lease) = await StartTaskAsync(controller);
        Assert.Null((await TaskAsync(controller, job)).Progress);

        await TellAsync(controller, worker, new LeaseProgress(lease.LeaseId, 42.5, "lighting"));
        TaskInfo task = await TaskAsync(controller, job);
        Assert.Equal((42.5, "lighting"), (task.Progress, task.ProgressMessage));
        Assert.Equal(42.5, Assert.Single(task.AttemptRecords).Progress);
        Assert.Equal(42.5, (await controller.JobAsync(job.Id)).Tasks[0].Progress);

        // What says nothing of progress leaves it as it was.
        await worker.SyncAsync();
        Assert.Equal(42.5, (await TaskAsync(controller, job)).Progress);
        await worker.SyncAsync(worker.Completed(lease, LeaseOutcome.Succeeded));
        task = await TaskAsync(controller, job);
        Assert.Equal((TaskState.Succeeded, null, null), (task.State, task.Progress, task.ProgressMessage));
        Assert.Null(Assert.Single(task.AttemptRecords).Progress);
    }

    [Fact]
    public async Task What_a_worker_tells_takes_the_place_of_all_that_it_told_before()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        (SyncingWorker worker, LeaseAssignment lease) = await StartTaskAsync(controller);
        await TellAsync(controller, worker, new LeaseProgress(lease.LeaseId, 42.5, null));
        await TellAsync(controller, worker);
        Assert.Null((await TaskAsync(controller, job)).Progress);
    }

    [Fact]
    public async Task A_worker_tells_of_no_lease_but_its_own()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        (_, LeaseAssignment lease) = await StartTaskAsync(controller);
        SyncingWorker other = await SyncingWorker.RegisterAsync(controller, "other");
        await TellAsync(controller, other, new LeaseProgress(lease.LeaseId, 99, "of another's"));
        Assert.Null((await TaskAsync(controller, job)).Progress);
    }

    [Fact]
    public async Task A_request_with_progress_alone_is_answered_at_once_and_a_new_controller_is_to_be_told_again()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        (SyncingWorker worker, LeaseAssignment lease) = await StartTaskAsync(controller);
        SyncRequest request = worker.Request() with
        {
            Hold = true,
            Progress = [new LeaseProgress(lease.LeaseId, 42.5, null)],
        };
        await controller.SyncAsync(request);
        Assert.Equal(42.5, (await TaskAsync(controller, job)).Progress);
        await controller.StopAsync();
        await controller.StartAgainAsync();
        Assert.Null((await TaskAsync(controller, job)).Progress);
        await controller.SyncAsync(request);
        Assert.Equal(42.5, (await TaskAsync(controller, job)).Progress);
    }

    [Theory]
    [InlineData("""{"lease_id": "LEASE", "percent": 100.1}""", "progress[0].percent: is 100.1; 0 to 100 is wanted")]
    [InlineData("""{"lease_id": "LEASE", "percent": -1}""", "progress[0].percent: is -1; 0 to 100 is wanted")]
    [InlineData("""{"lease_id": "LEASE", "message": "LONG"}""", "progress[0].message: has 201 characters; at most 200")]
    [InlineData("null", "progress[0]: is null; give a lease's progress")]
    [InlineData(
        """{"lease_id": "3f9a01bc-0000-4000-8000-000000000001"}""",
        "progress[0].lease_id: 3f9a01bc-0000-4000-8000-000000000001 is no lease of this farm")]
    public async Task Progress_that_is_none_is_refused(string progress, string why)
    {
        await using TestController controller = await TestController.StartAsync();
        await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        (SyncingWorker worker, LeaseAssignment lease) = await StartTaskAsync(controller);
        string entry = progress.Replace("LEASE", $"{lease.LeaseId}", StringComparison.Ordinal)
            .Replace("LONG", new string('x', 201), StringComparison.Ordinal);
        string request = JsonSerializer.Serialize(worker.Request(), Wire.SyncRequest);
        ErrorBody error = await TestController.ErrorAsync(
            await controller.PostTextAsync(WirePath.Sync, $"{request[..^1]},\"progress\":[{entry}]}}"),
            HttpStatusCode.BadRequest);
        Assert.Contains(why, error.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workers_hear_of_rules_of_progress_apart_from_the_other_rules()
    {
        await using TestController controller = await TestController.StartAsync();
        var fail = new OutputRule { Pattern = "Error", Action = RuleAction.Fail };
        var percent = new OutputRule { Pattern = @"(\d+)%", Action = RuleAction.Progress };
        Job job = await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")) with
        {
            Policy = new JobPolicy { OutputRules = [percent, fail] },
        });
        Assert.Equal([percent, fail], job.Policy?.OutputRules);
        SyncingWorker worker = await SyncingWorker.RegisterAsync(controller, "node");
        await worker.SyncAsync();
        Assert.Equal([@"(\d+)%"], worker.Supervision?.ProgressPatterns);
        Assert.Equal([fail], worker.Supervision?.OutputRules);
    }

    [Fact]
    public async Task Rules_of_progress_are_checked_at_submission_all_at_once()
    {
        await using TestController controller = await TestController.StartAsync();
        ErrorBody error = await TestController.ErrorAsync(
            await controller.PostTextAsync(WirePath.Jobs, """
                {"name":"j","tasks":[{"name":"a","command":{"executable":"true"}}],
                 "policy":{"output_rules":[
                   {"pattern":"no group","action":"progress"},
                   {"pattern":"(a)(b)(c)","action":"progress","message":"m","limit":"l"},
                   {"pattern":"(","action":"progress"}],
                  "exit_code_rules":[{"exit_codes":[1],"action":"progress"}]}}
                """),
            HttpStatusCode.BadRequest);
        string[] wrong =
        [
            "policy.output_rules[0].pattern: has 0 groups; progress wants one (a percentage, such as '(\\d+)%') or two",
            "policy.output_rules[1].pattern: has 3 groups", "policy.output_rules[1].message: is given",
            "policy.output_rules[1].limit: is given", "policy.output_rules[2].pattern: ",
            "policy.exit_code_rules[0].action: is progress, which output alone tells",
        ];
        Assert.All(wrong, fault => Assert.Contains(fault, error.Error, StringComparison.Ordinal));
    }

    private static async Task<(SyncingWorker Worker, LeaseAssignment Lease)> StartTaskAsync(TestController controller)
    {
        SyncingWorker worker = await SyncingWorker.RegisterAsync(controller, "node");
        await worker.SyncAsync();
        LeaseAssignment lease = Assert.Single(worker.Leases);
        await worker.SyncAsync(worker.Started(lease));
        return (worker, lease);
    }

    private static Task<SyncResponse> TellAsync(
        TestController controller, SyncingWorker worker, params LeaseProgress[] progress) =>
        controller.SyncAsync(worker.Request() with { Progress = progress });

    private static Task<TaskInfo> TaskAsync(TestController controller, Job job) =>
        controller.GetAsync($"/v1/tasks/{job.Tasks[0].Id}", Wire.TaskInfo);
}
