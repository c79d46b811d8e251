using System.Net;
using System.Text.Json;
using Renderacre.Contracts.Explaining;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Leases;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Jobs;

public sealed class JobEditTests
{
    private static readonly JobSubmit OneTask = DirectPlanTests.Submit(DirectPlanTests.Task("a"));

    [Fact]
    public async Task What_is_edited_shows_and_stays_over_a_restart()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await controller.SubmitAsync(OneTask);
        Job edited = await EditAsync(controller, job, new JobEdit
        {
            Name = "other",
            Priority = 9,
            Tags = ["final"],
            Comment = "why",
            Policy = new JobPolicy { MaxRunning = 2 },
            FrameOrders = [new FrameOrder { Order = FrameOrderKind.Reverse }],
        });
        Assert.Equal(("other", 9, "why", 2), (edited.Name, edited.Priority, edited.Comment, edited.Policy?.MaxRunning));
        await controller.StopAsync();
        await controller.StartAgainAsync();
        Job read = await controller.JobAsync(job.Id);
        Assert.Equal(("other", 9, "why", 2), (read.Name, read.Priority, read.Comment, read.Policy?.MaxRunning));
        Assert.Equal(["final"], read.Tags);
        Assert.Equal(FrameOrderKind.Reverse, Assert.Single(read.FrameOrders!).Order);
    }

    [Fact]
    public async Task A_refused_edit_tells_everything_and_changes_nothing()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await controller.SubmitAsync(OneTask);
        string error = (await TestController.ErrorAsync(
            await controller.PostTextAsync(
                $"{WirePath.Job(job.Id)}/edit",
                """{"name": " ", "max_retries": -1, "policy": {"max_running": 0}, "comment": "c"}"""),
            HttpStatusCode.BadRequest)).Error;
        Assert.Contains("name: is blank", error, StringComparison.Ordinal);
        Assert.Contains("max_retries: is -1", error, StringComparison.Ordinal);
        Assert.Contains("policy.max_running: is 0", error, StringComparison.Ordinal);
        Assert.Null((await controller.JobAsync(job.Id)).Comment);
    }

    [Fact]
    public async Task A_job_waits_for_another_says_so_and_goes_on_when_the_dependency_is_dropped()
    {
        await using TestController controller = await TestController.StartAsync();
        Job first = await controller.SubmitAsync(OneTask);
        Job second = await controller.SubmitAsync(
            OneTask with { DependsOnJobs = [new JobDependsOn { Job = first.Id }] });
        Assert.Equal((first.Id, false), (Assert.Single(second.DependsOnJobs!).Job, second.DependsOnJobs![0].Met));
        WorkerInfo worker = await controller.RegisterAsync("hand");
        TaskLease lease = (await controller.LeaseAsync(worker))!; // The first job's task waits.
        Assert.Equal(first.Id, lease.Task.JobId);
        Assert.Null(await controller.LeaseAsync(worker));
        await EditAsync(controller, second, new JobEdit { DropDependsOnJobs = [first.Id] });
        Assert.Null((await controller.JobAsync(second.Id)).DependsOnJobs);
        await controller.CompleteAsync(lease, 0);
        Assert.Equal(second.Id, (await controller.LeaseAsync(worker))!.Task.JobId);
        Job third = await controller.SubmitAsync(
            OneTask with { DependsOnJobs = [new JobDependsOn { Job = first.Id, When = JobDependencyWhen.Ended }] });
        Assert.True(Assert.Single(third.DependsOnJobs!).Met);
    }

    [Fact]
    public async Task Explain_names_the_job_that_is_waited_for_as_it_was_written()
    {
        await using TestController controller = await TestController.StartAsync();
        Job first = await controller.SubmitAsync(OneTask with { Name = "Shot A" });
        Job second = await controller.SubmitAsync(
            OneTask with { DependsOnJobs = [new JobDependsOn { Job = first.Id }] });
        JobExplanation told = await controller.GetAsync(
            $"{WirePath.Job(second.Id)}/explain", WireJson.Default.JobExplanation);
        Assert.Contains(
            new ExplainedReason("job_unfinished", $"job 'Shot A' ({first.Id}) has to end first and is queued"),
            told.Steps.SelectMany(step => step.Reasons));
    }

    [Fact]
    public async Task A_job_cannot_wait_for_itself()
    {
        await using TestController controller = await TestController.StartAsync();
        Job first = await controller.SubmitAsync(OneTask);
        string id = first.Id.ToString();
        string error = (await TestController.ErrorAsync(
            await controller.PostTextAsync(
                $"{WirePath.Job(first.Id)}/edit", $$"""{"add_depends_on_jobs": [{"job": "{{id}}"}]}"""),
            HttpStatusCode.BadRequest)).Error;
        Assert.Contains("wait for each other in a circle", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_keeps_everything_and_takes_other_values_of_job_parameters()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await controller.SubmitAsync(new JobSubmit
        {
            Name = "frames",
            Queue = "night",
            Policy = new JobPolicy { MaxWorkers = 3 },
            FrameOrders = [new FrameOrder { Order = FrameOrderKind.Reverse, Step = "Frame" }],
            Openjd = new OpenJdSubmit { TemplateYaml = OpenJdPlanTests.Frames, TemplateDir = "/shows" },
        });
        Job copy = await controller.PostAsync(
            $"{WirePath.Job(job.Id)}/clone",
            new JobClone
            {
                Comment = "longer",
                Parameters = new Dictionary<string, JsonElement> { ["Count"] = JsonElement.Parse("5") },
            },
            WireJson.Default.JobClone, WireJson.Default.Job);
        Assert.Equal(("night", 3, "longer"), (copy.Queue, copy.Policy?.MaxWorkers, copy.Comment));
        Assert.Equal((5, 11), (job.TasksTotal, copy.TasksTotal));
        Assert.Single(copy.FrameOrders!);
        Assert.Equal("/shows", copy.Openjd?.TemplateDir);
    }

    private static Task<Job> EditAsync(TestController controller, Job job, JobEdit edit) => controller.PostAsync(
        $"{WirePath.Job(job.Id)}/edit", edit, WireJson.Default.JobEdit, WireJson.Default.Job);
}
