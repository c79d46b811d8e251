using System.Net;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Leases;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Jobs;

public sealed class ResubmissionTests
{
    private const string TwoSteps = """
        specificationVersion: jobtemplate-2023-09
        name: two steps
        steps:
          - name: Render
            parameterSpace: {taskParameterDefinitions: [{name: Frame, type: INT, range: "1-2"}]}
            script: {actions: {onRun: {command: "true"}}}
          - name: Comp
            dependencies: [{dependsOn: Render}]
            script: {actions: {onRun: {command: "true"}}}
        """;

    [Fact]
    public async Task A_copy_of_what_failed_has_the_rest_done_and_over_a_restart_too()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await controller.SubmitAsync(
            DirectPlanTests.Submit(DirectPlanTests.Task("good"), DirectPlanTests.Task("bad")));
        WorkerInfo worker = await controller.RegisterAsync("hand");
        await CompleteNextAsync(controller, worker, 0);
        await CompleteNextAsync(controller, worker, 1);

        Job copy = await controller.PostAsync(
            $"{WirePath.Job(job.Id)}/clone", new JobClone { Failed = true }, WireJson.Default.JobClone,
            WireJson.Default.Job);
        Assert.Equal((1, 1), (copy.TaskCounts.Succeeded, copy.TaskCounts.Pending));
        await controller.StopAsync();
        await controller.StartAgainAsync();
        worker = await controller.RegisterAsync("hand again");
        Assert.Equal("bad", (await CompleteNextAsync(controller, worker, 0)).Task.Name);
        Assert.Equal(JobState.Succeeded, (await controller.JobAsync(copy.Id)).State);
    }

    [Fact]
    public async Task A_task_that_has_succeeded_runs_again_where_that_is_asked_for()
    {
        await using TestController controller = await TestController.StartAsync();
        await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        WorkerInfo worker = await controller.RegisterAsync("hand");
        Guid task = (await CompleteNextAsync(controller, worker, 0)).Task.Id;
        await TestController.ErrorAsync(
            await controller.PostTextAsync($"/v1/tasks/{task}/requeue", ""), HttpStatusCode.Conflict);
        TaskInfo taken = await controller.ActAsync(
            $"/v1/tasks/{task}/requeue?succeeded=true", WireJson.Default.TaskInfo);
        Assert.Equal((TaskState.Pending, 0), (taken.State, taken.Attempts));
        await CompleteNextAsync(controller, worker, 0);
        Assert.Equal([1, 2], (await controller.TaskAsync(task)).AttemptRecords.Select(attempt => attempt.Number));
    }

    [Fact]
    public async Task What_has_succeeded_of_a_step_runs_again_and_its_attempts_are_numbered_on()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await controller.SubmitAsync(new JobSubmit
        {
            Name = "two steps",
            MaxRetries = 1,
            Openjd = new OpenJdSubmit { TemplateYaml = TwoSteps, TemplateDir = "/shows" },
        });
        WorkerInfo worker = await controller.RegisterAsync("hand");
        foreach (int exitCode in new[] { 0, 1, 0, 0 })
            await CompleteNextAsync(controller, worker, exitCode);
        Assert.Equal(JobState.Succeeded, (await controller.JobAsync(job.Id)).State);

        Job again = await RequeueAsync(controller, job, new JobRequeue { Succeeded = true, Step = "Render" });
        Assert.Equal((2, 1), (again.TaskCounts.Pending, again.TaskCounts.Succeeded));
        await CompleteNextAsync(controller, worker, 0);
        Assert.Equal(JobState.Running, (await controller.JobAsync(job.Id)).State);
        await CompleteNextAsync(controller, worker, 0);
        Job ended = await controller.JobAsync(job.Id);
        Assert.Equal(JobState.Succeeded, ended.State);
        Assert.Equal(
            ["1,2", "1,2,3", "1"],
            ended.Tasks.Select(task => string.Join(',', task.AttemptRecords.Select(attempt => attempt.Number))));
    }

    [Fact]
    public async Task An_unknown_step_is_refused_with_the_nearest_and_so_is_a_requeue_of_no_kind()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await controller.SubmitAsync(new JobSubmit
        {
            Name = "two steps",
            Openjd = new OpenJdSubmit { TemplateYaml = TwoSteps, TemplateDir = "/shows" },
        });
        foreach ((string body, string told) in new[]
        {
            ("""{"failed": true, "step": "Rendre"}""", "step: the job has no step 'Rendre'. Did you mean 'Render'?"),
            ("""{"step": "Render"}""", "name what is taken back: failed, cancelled, succeeded, or several of them"),
        })
        {
            string error = (await TestController.ErrorAsync(
                await controller.PostTextAsync($"{WirePath.Job(job.Id)}/requeue", body), HttpStatusCode.BadRequest))
                .Error;
            Assert.EndsWith(told, error, StringComparison.Ordinal);
        }
    }

    private static Task<Job> RequeueAsync(TestController controller, Job job, JobRequeue which) =>
        controller.PostAsync(
            $"{WirePath.Job(job.Id)}/requeue", which, WireJson.Default.JobRequeue, WireJson.Default.Job);

    private static async Task<TaskLease> CompleteNextAsync(TestController controller, WorkerInfo worker, int exitCode)
    {
        TaskLease lease = (await controller.LeaseAsync(worker))!; // Something waits.
        await controller.CompleteAsync(lease, exitCode);
        return lease;
    }
}
