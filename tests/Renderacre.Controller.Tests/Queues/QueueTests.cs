using System.Net;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Leases;
using Renderacre.Contracts.Limits;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Queues;
using Renderacre.Contracts.StorageProfiles;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Queues;

public sealed class QueueTests
{
    private const string Environment = """
        specificationVersion: environment-2023-09
        environment:
          name: Licence
          variables: {LICENCE: "1"}
        """;

    private static readonly FarmQueue Film = new()
    {
        Name = "film",
        Priority = 50,
        MaxRetries = 2,
        Pools = ["render", "night"],
        Limits = ["seats"],
        EnvironmentTemplates = [Environment],
        Comment = "the feature",
    };

    private static WireJson Wire => WireJson.Default;

    [Fact]
    public async Task Queues_are_defined_changed_and_deleted_and_a_restart_keeps_them()
    {
        await using TestController controller = await TestController.StartAsync();
        await DefineAsync(controller, Film);
        await DefineAsync(controller, Film with { Priority = 60 });
        await DefineAsync(controller, new FarmQueue { Name = "a b" });
        await controller.StopAsync();
        await controller.StartAgainAsync();

        Assert.Equal(60, (await controller.GetAsync(WirePath.Queue("film"), Wire.FarmQueue)).Priority);
        await controller.Http.DeleteAsync(WirePath.Queue("a b"), TestController.Stop);

        FarmQueue left = Assert.Single(await controller.GetAsync(WirePath.Queues, Wire.IReadOnlyListFarmQueue));
        Assert.Equal(("film", 2, "the feature"), (left.Name, left.MaxRetries, left.Comment));
        Assert.Equal(Film.Pools, left.Pools);
        await TestController.ErrorAsync(
            await controller.Http.GetAsync(WirePath.Queue("a b"), TestController.Stop), HttpStatusCode.NotFound);
        Assert.Equal("queue.delete a b", (await controller.GetAsync(WirePath.Audit, Wire.IReadOnlyListAuditEvent))
            .Select(entry => $"{entry.Action} {entry.TargetId}").Last());
    }

    [Fact]
    public async Task A_job_has_what_its_queue_says_where_it_says_nothing_itself()
    {
        await using TestController controller = await TestController.StartAsync();
        await DefineAsync(controller, Film);
        Job silent = await controller.SubmitAsync(Direct() with { Queue = "film" });
        Job saying = await controller.SubmitAsync(Direct() with { Queue = "film", Priority = 1, MaxRetries = 0 });
        Assert.Equal((50, 2), (silent.Priority, silent.Tasks[0].MaxRetries));
        Assert.Equal((1, 0), (saying.Priority, saying.Tasks[0].MaxRetries));
    }

    [Fact]
    public async Task A_job_is_treated_as_its_queue_says_where_it_says_nothing_itself()
    {
        await using TestController controller = await TestController.StartAsync();
        var rule = new OutputRule { Pattern = "no seat", Action = RuleAction.Licence, Limit = "seats" };
        await DefineAsync(controller, Film with
        {
            Policy = new JobPolicy { FailedMax = 3, RetryDelay = 20, RunTimeMax = 600, OutputRules = [rule] },
        });
        await controller.StopAsync();
        await controller.StartAgainAsync();
        Job silent = await controller.SubmitAsync(Direct() with { Queue = "film" });
        Job saying = await controller.SubmitAsync(
            Direct() with { Queue = "film", Policy = new JobPolicy { RetryDelay = 5, MaxRunning = 1 } });
        Assert.Equal((3, 20, 600), (silent.Policy?.FailedMax, silent.Policy?.RetryDelay, silent.Policy?.RunTimeMax));
        Assert.Equal(rule, Assert.Single(silent.Policy!.OutputRules!));
        Assert.Equal((3, 5, 600), (saying.Policy?.FailedMax, saying.Policy?.RetryDelay, saying.Policy?.RunTimeMax));
        Assert.Equal(1, saying.Policy?.MaxRunning);
    }

    [Fact]
    public async Task A_job_that_is_given_another_policy_has_what_its_queue_says_of_the_rest()
    {
        await using TestController controller = await TestController.StartAsync();
        await DefineAsync(controller, Film with { Policy = new JobPolicy { RetryDelay = 20, RunTimeMax = 600 } });
        Job job = await controller.SubmitAsync(
            Direct() with { Queue = "film", Policy = new JobPolicy { RetryDelay = 5, MaxRunning = 1 } });
        Job edited = await EditAsync(controller, job, new JobPolicy { MaxRunning = 2 });
        Assert.Equal((2, 20, 600), (edited.Policy?.MaxRunning, edited.Policy?.RetryDelay, edited.Policy?.RunTimeMax));
        Job cleared = await EditAsync(controller, job, new JobPolicy());
        Assert.Equal((null, 20), (cleared.Policy?.MaxRunning, cleared.Policy?.RetryDelay));
        Job copy = await controller.PostAsync(
            $"{WirePath.Job(job.Id)}/clone", new JobClone { Policy = new JobPolicy { RetryDelay = 7 } },
            Wire.JobClone, Wire.Job);
        Assert.Equal((7, 600), (copy.Policy?.RetryDelay, copy.Policy?.RunTimeMax));
    }

    [Fact]
    public async Task Run_times_that_contradict_those_of_the_queue_or_the_job_are_refused_with_both()
    {
        await using TestController controller = await TestController.StartAsync();
        await DefineAsync(controller, Film with { Policy = new JobPolicy { RunTimeMin = 120 } });
        string error = (await TestController.ErrorAsync(
            await controller.PostTextAsync(WirePath.Jobs, """
                {"name": "j", "queue": "film", "tasks": [{"name": "a", "command": {"executable": "true"}}],
                 "policy": {"run_time_max": 60, "steps": {"a": {"run_time_max": 70, "run_time_min": 50},
                            "b": {"run_time_max": 80}}}}
                """), HttpStatusCode.BadRequest)).Error;
        Assert.Contains(
            "policy.run_time_max: is 60, and run_time_min is 120, as the queue says", error, StringComparison.Ordinal);
        Assert.Contains("policy.steps.b.run_time_max: is 80, and run_time_min is 120", error, StringComparison.Ordinal);
        Assert.DoesNotContain("steps.a.run_time", error, StringComparison.Ordinal);
        Job job = await controller.SubmitAsync(Direct() with { Queue = "film" });
        error = (await TestController.ErrorAsync(
            await controller.PostTextAsync(
                $"{WirePath.Job(job.Id)}/edit", """{"policy": {"run_time_max": 60}}"""),
            HttpStatusCode.BadRequest)).Error;
        Assert.Contains("policy.run_time_max: is 60", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_queue_whose_policy_no_job_could_have_is_refused()
    {
        await using TestController controller = await TestController.StartAsync();
        ErrorBody error = await TestController.ErrorAsync(
            await controller.PostTextAsync(WirePath.Queues, """
                {"name": "film", "policy": {"failed_max": 0, "failed_max_percent": 101, "lost_max": 0,
                 "retry_delay": -1, "retry_delay_max": 0, "licence_delay": 0, "deferrals_max": -1, "silence_max": 0}}
                """), HttpStatusCode.BadRequest);
        Assert.Equal(
            [
                "policy.failed_max: is 0; 1 or more is wanted", "policy.failed_max_percent: is 101; 1 to 100 is wanted",
                "policy.lost_max: is 0; 1 or more is wanted",
                "policy.licence_delay: is 0; 1 to 2592000 seconds are wanted",
                "policy.deferrals_max: is -1; 0 or more is wanted",
                "policy.retry_delay: is -1; 0 to 2592000 seconds are wanted",
                "policy.retry_delay_max: is 0; 1 to 2592000 seconds are wanted",
                "policy.silence_max: is 0; 1 to 315360000 seconds are wanted",
            ], error.Errors);
        await controller.SubmitAsync(Direct());
    }

    [Fact]
    public async Task Its_tasks_run_in_its_pools_and_take_its_limits()
    {
        await using TestController controller = await TestController.StartAsync();
        await DefineAsync(controller, Film);
        await controller.PostAsync(
            WirePath.Limits, new LimitDefine { Name = "seats", MaxCount = 1 }, Wire.LimitDefine, Wire.LimitSnapshot);
        await controller.SubmitAsync(
            DirectPlanTests.Submit(DirectPlanTests.Task("a"), DirectPlanTests.Task("b")) with { Queue = "film" });
        WorkerInfo stranger = await RegisterAsync(controller, "gpu");
        WorkerInfo night = await RegisterAsync(controller, "night");

        Assert.Null(await controller.LeaseAsync(stranger));
        TaskLease? lease = await controller.LeaseAsync(night);
        Assert.NotNull(lease);
        Assert.Null(await controller.LeaseAsync(night));
        await controller.CompleteAsync(lease, 0);
        Assert.NotNull(await controller.LeaseAsync(night));
    }

    [Fact]
    public async Task A_pool_that_the_queue_may_not_use_is_refused()
    {
        await using TestController controller = await TestController.StartAsync();
        await DefineAsync(controller, Film);
        ErrorBody error = await TestController.ErrorAsync(
            await controller.PostTextAsync(WirePath.Jobs, """
                {"name": "x", "queue": "film", "tasks": [{"name": "a", "command": {"executable": "e"},
                 "requirements": {"pools": ["night", "gpu"]}}]}
                """), HttpStatusCode.BadRequest);
        Assert.Contains(
            "tasks[0].requirements.pools: 'gpu' is no pool of the queue 'film', which may use render, night",
            error.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_environment_templates_stand_around_those_of_the_submission()
    {
        await using TestController controller = await TestController.StartAsync();
        await DefineAsync(controller, Film);
        string inner = Environment.Replace("Licence", "Scene", StringComparison.Ordinal);
        Job job = await controller.SubmitAsync(new JobSubmit
        {
            Name = "frames",
            Queue = "film",
            Openjd = new OpenJdSubmit
            {
                TemplateYaml = OpenJdPlanTests.Frames,
                TemplateDir = "/shows",
                EnvironmentTemplates = [inner],
            },
        });
        Assert.Equal([Environment, inner], job.Openjd!.EnvironmentTemplates);
    }

    [Fact]
    public async Task An_unknown_queue_is_refused_with_the_nearest_once_there_are_any()
    {
        await using TestController controller = await TestController.StartAsync();
        Assert.Equal("word", (await controller.SubmitAsync(Direct() with { Queue = "word" })).Queue);
        await DefineAsync(controller, Film);
        ErrorBody error = await TestController.ErrorAsync(
            await controller.PostTextAsync(WirePath.Jobs, """
                {"name": "x", "queue": "flim", "tasks": [{"name": "a", "command": {"executable": "e"}}]}
                """), HttpStatusCode.BadRequest);
        Assert.Contains(
            "queue: there is no queue 'flim'. Did you mean 'film'?", error.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_storage_profile_is_that_of_submissions_without_one()
    {
        await using TestController controller = await TestController.StartAsync();
        var profile = new StorageProfile
        {
            Name = "linux",
            OsFamily = OsFamily.Linux,
            Locations = [new StorageLocation { Name = "show", Path = "/show" }],
        };
        await controller.PostAsync(
            WirePath.StorageProfiles, profile, Wire.StorageProfile, Wire.StorageProfile);
        await DefineAsync(controller, Film with { StorageProfile = "linux" });
        Assert.Equal("linux", (await controller.SubmitAsync(Direct() with { Queue = "film" })).StorageProfile);
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_queue_is_told_at_once()
    {
        await using TestController controller = await TestController.StartAsync();
        ErrorBody error = await TestController.ErrorAsync(
            await controller.PostTextAsync(WirePath.Queues, """
                {"name": "", "max_retries": -1, "pools": [""], "limits": [null], "storage_profile": "none"}
                """), HttpStatusCode.BadRequest);
        Assert.Equal(5, error.Errors!.Count);
        error = await TestController.ErrorAsync(
            await controller.PostTextAsync(WirePath.Queues, """
                {"name": "a", "policy": {"max_running": 0, "steps": {}, "start_after": "2026-01-01T00:00:00Z"}}
                """), HttpStatusCode.BadRequest);
        Assert.Equal(3, error.Errors!.Count);
        error = await TestController.ErrorAsync(
            await controller.PostTextAsync(WirePath.Queues, """
                {"name": "a", "environment_templates": ["steps: ["]}
                """), HttpStatusCode.BadRequest);
        Assert.Contains("environment_templates[0]: line 2, column 1", error.Error, StringComparison.Ordinal);
    }

    private static JobSubmit Direct() => DirectPlanTests.Submit(DirectPlanTests.Task("a"));

    private static Task<FarmQueue> DefineAsync(TestController controller, FarmQueue queue) =>
        controller.PostAsync(WirePath.Queues, queue, Wire.FarmQueue, Wire.FarmQueue);

    private static Task<Job> EditAsync(TestController controller, Job job, JobPolicy policy) => controller.PostAsync(
        $"{WirePath.Job(job.Id)}/edit", new JobEdit { Policy = policy }, Wire.JobEdit, Wire.Job);

    private static Task<WorkerInfo> RegisterAsync(TestController controller, string pool)
    {
        var register = new WorkerRegister
        {
            Name = pool,
            Capacity = new WorkerCapacity(2),
            Labels = new Dictionary<string, string> { ["pool"] = pool },
        };
        return controller.PostAsync(WirePath.Register, register, Wire.WorkerRegister, Wire.WorkerInfo);
    }
}
