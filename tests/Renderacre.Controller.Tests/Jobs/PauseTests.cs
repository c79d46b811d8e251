using System.Net;
using Renderacre.Contracts.Explaining;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Jobs;

public sealed class PauseTests
{
    [Fact]
    public async Task A_paused_task_shows_stays_so_over_a_restart_is_explained_and_goes_on_when_resumed()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        Guid task = job.Tasks[0].Id;
        Assert.True((await ActAsync(controller, task, "pause")).Paused);
        Assert.Equal(JobState.Paused, (await controller.JobAsync(job.Id)).State);
        await controller.StopAsync();
        await controller.StartAgainAsync();
        WorkerInfo worker = await controller.RegisterAsync("hand");
        Assert.Null(await controller.LeaseAsync(worker));
        TaskExplanation why = await controller.GetAsync(
            $"/v1/tasks/{task}/explain", WireJson.Default.TaskExplanation);
        Assert.Equal(new ExplainedReason("task_paused", "the task is paused; resume it"), why.Reasons[0]);
        Assert.False((await ActAsync(controller, task, "resume")).Paused);
        Assert.Equal(task, (await controller.LeaseAsync(worker))!.Task.Id);
    }

    [Fact]
    public async Task A_step_is_paused_by_its_name_and_every_waiting_task_of_it_says_so()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await controller.SubmitAsync(new JobSubmit
        {
            Name = "frames",
            Openjd = new OpenJdSubmit { TemplateYaml = OpenJdPlanTests.Frames, TemplateDir = "/shows" },
        });
        Job paused = await controller.ActAsync($"{WirePath.Job(job.Id)}/steps/Frame/pause", WireJson.Default.Job);
        Assert.Equal(JobState.Paused, paused.State);
        Assert.Equal([true, true, true, true, false], paused.Tasks.Select(task => task.Paused));
        JobExplanation why = await controller.GetAsync(
            $"{WirePath.Job(job.Id)}/explain", WireJson.Default.JobExplanation);
        Assert.Equal(new ExplainedReason("step_paused", "step 'Frame' is paused; resume it"), why.Steps[0].Reasons[0]);
        Job resumed = await controller.ActAsync($"{WirePath.Job(job.Id)}/steps/Frame/resume", WireJson.Default.Job);
        Assert.Equal(JobState.Queued, resumed.State);
    }

    [Fact]
    public async Task A_step_that_there_is_not_is_refused_with_those_that_there_are()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        string error = (await TestController.ErrorAsync(
            await controller.PostTextAsync($"{WirePath.Job(job.Id)}/steps/Comp/pause", ""),
            HttpStatusCode.BadRequest)).Error;
        Assert.Contains("there is no step 'Comp'; the job has tasks without a step", error, StringComparison.Ordinal);
    }

    private static Task<TaskInfo> ActAsync(TestController controller, Guid task, string action) =>
        controller.ActAsync($"/v1/tasks/{task}/{action}", WireJson.Default.TaskInfo);
}
