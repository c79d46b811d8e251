using System.Net;
using System.Text.Json;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Leases;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Jobs;

public sealed class StepEditTests
{
    private static readonly JobSubmit Frames = new()
    {
        Name = "frames",
        Openjd = new OpenJdSubmit { TemplateYaml = OpenJdPlanTests.Frames, TemplateDir = "/shows" },
    };

    private const string Chunked = """
        specificationVersion: jobtemplate-2023-09
        extensions: [TASK_CHUNKING]
        name: Chunked
        steps:
        - name: Frame
          parameterSpace:
            taskParameterDefinitions:
            - name: Frame
              type: CHUNK[INT]
              range: 1-10
              chunks: {defaultTaskCount: 2, targetRuntimeSeconds: 60, rangeConstraint: CONTIGUOUS}
          script:
            actions: {onRun: {command: echo, args: ["{{Task.Param.Frame}}"]}}
        """;

    [Fact]
    public async Task Requirements_and_limits_of_a_step_change_and_stay_over_a_restart()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await controller.SubmitAsync(Frames);
        await EditAsync(controller, job, new JobEdit
        {
            Steps = new Dictionary<string, StepEdit>
            {
                ["Frame"] = new StepEdit
                {
                    Requirements = new Requirements { Pools = ["gpu"], Amounts = [new("amount.worker.vcpu", 1, null)] },
                    Limits = ["nuke"],
                },
            },
        });
        await controller.StopAsync();
        await controller.StartAgainAsync();
        TaskInfo task = (await controller.JobAsync(job.Id)).Tasks[0];
        Assert.Equal(["gpu"], task.Requirements.Pools);
        Assert.Equal(1, Assert.Single(task.Requirements.Amounts!).Min);
        Assert.Equal(["nuke"], task.Limits);
        WorkerInfo worker = await controller.RegisterAsync("hand", 2);
        Assert.Null(await controller.LeaseAsync(worker));
        await EditAsync(controller, job, new JobEdit
        {
            Steps = new Dictionary<string, StepEdit> { ["Frame"] = new() { Requirements = new(), Limits = [] } },
        });
        Assert.NotNull(await controller.LeaseAsync(worker));
    }

    [Fact]
    public async Task Direct_tasks_are_edited_under_the_empty_name()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        Job edited = await EditAsync(controller, job, new JobEdit
        {
            Steps = new Dictionary<string, StepEdit> { [""] = new() { Limits = ["nuke"] } },
        });
        Assert.Equal(["nuke"], edited.Tasks[0].Limits);
        Assert.Equal(["nuke"], (await controller.JobAsync(job.Id)).Tasks[0].Limits);
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_edits_of_steps_is_told_at_once()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await controller.SubmitAsync(Frames);
        string error = await RefusedAsync(controller, job, """
            {"steps": {"Frame": {"limits": [" "], "default_task_count": 0},
                       "After": {"requirements": {"amounts": [{"name": "amount.x", "min": 3, "max": 2}]}}}}
            """);
        Assert.Contains("steps.Frame.limits[0]: is blank", error, StringComparison.Ordinal);
        Assert.Contains("steps.Frame.default_task_count: is 0", error, StringComparison.Ordinal);
        Assert.Contains("steps.After.requirements.amounts[0]: min 3 is more", error, StringComparison.Ordinal);
        error = await RefusedAsync(controller, job, """
            {"steps": {"Fame": {"limits": []}, "After": {"default_task_count": 4}}}
            """);
        Assert.Contains("steps.Fame: there is no such step. Did you mean 'Frame'?", error, StringComparison.Ordinal);
        Assert.Contains("steps.After.default_task_count: the step has no chunks", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_size_of_chunks_changes_for_what_is_given_out_later()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await controller.SubmitAsync(Frames with { Openjd = new OpenJdSubmit { TemplateYaml = Chunked } });
        WorkerInfo worker = await controller.RegisterAsync("hand", 4);
        Assert.Equal("1-2", Frame((await controller.LeaseAsync(worker))!));
        await EditAsync(controller, job, new JobEdit
        {
            Steps = new Dictionary<string, StepEdit> { ["Frame"] = new() { DefaultTaskCount = 5 } },
        });
        Assert.Equal("3-7", Frame((await controller.LeaseAsync(worker))!));
        await controller.StopAsync();
        await controller.StartAgainAsync();
        Assert.Equal("8-10", Frame((await controller.LeaseAsync(worker))!));
    }

    [Fact]
    public async Task Other_values_of_job_parameters_hold_for_tasks_that_are_given_out_later()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await controller.SubmitAsync(Frames);
        WorkerInfo worker = await controller.RegisterAsync("hand", 4);
        Assert.Equal("hi", Message((await controller.LeaseAsync(worker))!));
        Job edited = await EditAsync(controller, job, Parameter("Message", "\"bye\""));
        Assert.Equal("bye", edited.Openjd!.Parameters!["Message"].GetString());
        await controller.StopAsync();
        await controller.StartAgainAsync();
        Assert.Equal("bye", Message((await controller.LeaseAsync(worker))!));
    }

    [Fact]
    public async Task Values_that_the_template_does_not_take_are_refused()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await controller.SubmitAsync(Frames);
        string error = await RefusedAsync(controller, job, """{"parameters": {"Count": "many", "Nope": 1}}""");
        Assert.Contains("Count", error, StringComparison.Ordinal);
        Assert.Contains("Nope", error, StringComparison.Ordinal);
    }

    private static string Frame(TaskLease lease) => lease.Task.Openjd!.TaskParameters["Frame"].Value.ToString();

    private static string Message(TaskLease lease) => lease.Task.Openjd!.JobParameters["Message"].Value.ToString();

    private static JobEdit Parameter(string name, string json) => new()
    {
        Parameters = new Dictionary<string, JsonElement> { [name] = JsonElement.Parse(json) },
    };

    private static async Task<string> RefusedAsync(TestController controller, Job job, string json) =>
        (await TestController.ErrorAsync(
            await controller.PostTextAsync($"{WirePath.Job(job.Id)}/edit", json), HttpStatusCode.BadRequest)).Error;

    private static Task<Job> EditAsync(TestController controller, Job job, JobEdit edit) => controller.PostAsync(
        $"{WirePath.Job(job.Id)}/edit", edit, WireJson.Default.JobEdit, WireJson.Default.Job);
}
