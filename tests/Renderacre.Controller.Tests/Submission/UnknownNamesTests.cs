using System.Net;
using System.Text.Json;
using Renderacre.Contracts.Explaining;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Queues;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Submission;

public sealed class UnknownNamesTests
{
    private static readonly Requirements InAPool =
        new() { Pools = ["gppu"], Amounts = [new AmountRequirement("amount.worker.memory", 64, null)] };

    private static WireJson Wire => WireJson.Default;

    [Fact]
    public async Task A_job_that_asks_for_the_unknown_is_taken_with_a_warning_that_explain_repeats()
    {
        await using TestController controller = await StartAsync();
        Job job = await controller.SubmitAsync(Submission(InAPool));
        string[] warnings =
        [
            "no worker is in pool 'gppu'. Did you mean 'gpu'?",
            "no worker has 'amount.worker.memory' of at least 64; the nearest is 32",
        ];
        Assert.Equal(warnings, job.Warnings);
        JobExplanation why = await controller.GetAsync($"/v1/jobs/{job.Id}/explain", Wire.JobExplanation);
        Assert.Equal(warnings, why.Warnings);
        TaskExplanation task = await controller.GetAsync($"/v1/tasks/{job.Tasks[0].Id}/explain", Wire.TaskExplanation);
        Assert.Equal(warnings, task.Warnings);
    }

    [Fact]
    public async Task A_job_that_asks_for_what_there_is_has_no_warning()
    {
        await using TestController controller = await StartAsync();
        Assert.Null((await controller.SubmitAsync(Submission(new Requirements { Pools = ["gpu"] }))).Warnings);
    }

    [Fact]
    public async Task A_queue_that_wants_it_refuses_such_a_job()
    {
        await using TestController controller = await StartAsync();
        await DefineQueueAsync(controller, UnknownNames.Refuse);
        await AssertRefusedAsync(
            controller, Submission(InAPool) with { Queue = "film" },
            "no worker is in pool 'gppu'. Did you mean 'gpu'?");
    }

    [Fact]
    public async Task An_edit_that_asks_for_the_unknown_is_taken_with_a_warning_that_explain_repeats()
    {
        await using TestController controller = await StartAsync();
        Job job = await controller.SubmitAsync(Submission(new Requirements { Pools = ["gpu"] }));
        string warning = "no worker is in pool 'gppu'. Did you mean 'gpu'?";
        Job edited = await EditAsync(controller, job, Pool("gppu"));
        Assert.Equal([warning], edited.Warnings);
        JobExplanation why = await controller.GetAsync($"/v1/jobs/{job.Id}/explain", Wire.JobExplanation);
        Assert.Equal([warning], why.Warnings);
        Assert.Null((await EditAsync(controller, job, Pool("gpu"))).Warnings);
    }

    [Fact]
    public async Task A_queue_that_wants_it_refuses_such_an_edit_and_none_for_what_the_job_had()
    {
        await using TestController controller = await StartAsync();
        await DefineQueueAsync(controller, UnknownNames.Warn);
        Job job = await controller.SubmitAsync(
            Submission(new Requirements { Pools = ["gpu", "cpu"] }) with { Queue = "film" });
        await DefineQueueAsync(controller, UnknownNames.Refuse);

        Job edited = await EditAsync(controller, job, new JobEdit { Priority = 9 });
        Assert.Equal(9, edited.Priority);
        Assert.Equal(["no worker is in pool 'cpu'. Did you mean 'gpu'?"], edited.Warnings);
        await AssertRefusedAsync(controller, job, Pool("gppu"), "no worker is in pool 'gppu'. Did you mean 'gpu'?");
        await AssertRefusedAsync(
            controller, job, new JobEdit { Policy = new JobPolicy { DenyWorkers = ["nodde"] } },
            "no worker is called 'nodde'. Did you mean 'node'?");
        Assert.Equal(["gpu", "cpu"], (await controller.JobAsync(job.Id)).Tasks[0].Requirements.Pools);
    }

    [Fact]
    public async Task An_amount_that_is_asked_for_in_contradiction_is_refused()
    {
        await using TestController controller = await StartAsync();
        var both = new Requirements
        {
            Amounts = [new AmountRequirement("amount.x", 5, null), new AmountRequirement("Amount.X", null, 3)],
        };
        await AssertRefusedAsync(
            controller, Submission(both), "'amount.x' is asked for several times: at least 5 and at most 3 contradict");
    }

    [Theory]
    [InlineData("linux or macos", "windows", true)]
    [InlineData("linux or windows", "windows", false)]
    public async Task An_attribute_of_which_a_host_has_one_value_is_not_asked_to_have_two(
        string first, string second, bool contradict)
    {
        await using TestController controller = await StartAsync();
        var both = new Requirements
        {
            Attributes =
            [
                new AttributeRequirement { Name = "attr.worker.os.family", AnyOf = first.Split(" or ") },
                new AttributeRequirement { Name = "attr.worker.OS.family", AllOf = [second] },
            ],
        };
        if (contradict)
        {
            await AssertRefusedAsync(
                controller, Submission(both), "tasks[0].requirements.attributes: 'attr.worker.os.family' has one value "
                    + $"on a host: {first} and {second} contradict");
        }
        else
        {
            await controller.SubmitAsync(Submission(both));
        }
    }

    [Fact]
    public async Task A_template_whose_host_requirements_contradict_is_refused()
    {
        await using TestController controller = await StartAsync();
        string template = OpenJdPlanTests.Frames.Replace(
            "amounts: [{name: amount.worker.vcpu, min: 2}]",
            "attributes: [{name: attr.worker.cpu.arch, allOf: [x86_64, arm64]}]", StringComparison.Ordinal);
        await AssertRefusedAsync(
            controller, new JobSubmit { Name = "job", Openjd = new OpenJdSubmit { TemplateYaml = template } },
            "step 'Frame', hostRequirements.attributes: 'attr.worker.cpu.arch' has one value on a host: "
                + "x86_64 and arm64 contradict");
    }

    [Theory]
    [InlineData("node", "NODE")]
    [InlineData("node gpu1", "n* gpu?")]
    [InlineData("gpu*", "GPU*")]
    [InlineData("", "*")]
    public async Task Lists_that_keep_off_every_worker_are_refused(string allow, string deny)
    {
        await using TestController controller = await StartAsync();
        var policy = new JobPolicy
        {
            AllowWorkers = allow.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            DenyWorkers = deny.Split(' '),
        };
        await AssertRefusedAsync(
            controller, Submission(new Requirements()) with { Policy = policy }, "policy.deny_workers: ");
    }

    private static async Task AssertRefusedAsync(TestController controller, JobSubmit submit, string why)
    {
        ErrorBody error = await TestController.ErrorAsync(
            await controller.PostTextAsync(WirePath.Jobs, JsonSerializer.Serialize(submit, Wire.JobSubmit)),
            HttpStatusCode.BadRequest);
        Assert.Contains(why, error.Error, StringComparison.Ordinal);
    }

    private static async Task AssertRefusedAsync(TestController controller, Job job, JobEdit edit, string why)
    {
        ErrorBody error = await TestController.ErrorAsync(
            await controller.PostTextAsync(
                $"{WirePath.Job(job.Id)}/edit", JsonSerializer.Serialize(edit, Wire.JobEdit)),
            HttpStatusCode.BadRequest);
        Assert.Contains(why, error.Error, StringComparison.Ordinal);
    }

    private static JobEdit Pool(string pool) => new()
    {
        Steps = new Dictionary<string, StepEdit> { [""] = new() { Requirements = new() { Pools = [pool] } } },
    };

    private static Task<Job> EditAsync(TestController controller, Job job, JobEdit edit) =>
        controller.PostAsync($"{WirePath.Job(job.Id)}/edit", edit, Wire.JobEdit, Wire.Job);

    private static Task<FarmQueue> DefineQueueAsync(TestController controller, UnknownNames unknown) =>
        controller.PostAsync(
            WirePath.Queues, new FarmQueue { Name = "film", UnknownNames = unknown }, Wire.FarmQueue, Wire.FarmQueue);

    private static JobSubmit Submission(Requirements requirements) =>
        DirectPlanTests.Submit(DirectPlanTests.Task("a") with { Requirements = requirements });

    private static async Task<TestController> StartAsync()
    {
        TestController controller = await TestController.StartAsync();
        await controller.PostAsync(
            WirePath.Register,
            new WorkerRegister
            {
                Name = "node",
                Labels = new Dictionary<string, string> { ["pool"] = "gpu", ["amount.worker.memory"] = "32" },
            },
            Wire.WorkerRegister, Wire.WorkerInfo);
        return controller;
    }
}
