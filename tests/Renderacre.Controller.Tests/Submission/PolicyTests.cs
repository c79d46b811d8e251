using System.Net;
using System.Text.Json;
using Renderacre.Contracts.Explaining;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Leases;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Submission;

public sealed class PolicyTests
{
    [Fact]
    public async Task A_job_is_treated_as_it_wants_and_shows_how_over_a_restart()
    {
        await using TestController controller = await TestController.StartAsync();
        var start = new DateTimeOffset(DateTime.UtcNow.Date.AddDays(2), TimeSpan.Zero);
        var policy = new JobPolicy { StartAfter = start, WorkerFailuresMax = 3 };
        Job job = await controller.SubmitAsync(
            DirectPlanTests.Submit(DirectPlanTests.Task("a")) with { Policy = policy });
        Assert.Equal(policy, job.Policy);
        await controller.StopAsync();
        await controller.StartAgainAsync();
        Assert.Equal(policy, (await controller.JobAsync(job.Id)).Policy);
        WorkerInfo worker = await controller.RegisterAsync("hand");
        Assert.Null(await controller.LeaseAsync(worker));
        JobExplanation why = await controller.GetAsync(
            $"/v1/jobs/{job.Id}/explain", WireJson.Default.JobExplanation);
        Assert.Equal("before_start", Assert.Single(Assert.Single(why.Steps).Reasons).Reason);
    }

    [Fact]
    public async Task Bounds_below_one_are_refused_all_at_once()
    {
        await using TestController controller = await TestController.StartAsync();
        ErrorBody error = await TestController.ErrorAsync(
            await controller.PostTextAsync(WirePath.Jobs, """
                {"name":"j","tasks":[{"name":"a","command":{"executable":"true"}}],
                 "policy":{"max_running":0,"max_workers":-1,"failed_max":0,"worker_failures_max":0}}
                """),
            HttpStatusCode.BadRequest);
        foreach (string field in new[] { "max_running", "max_workers", "failed_max", "worker_failures_max" })
            Assert.Contains($"policy.{field}: is ", error.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_that_failed_rests_as_its_job_says_and_explain_tells_until_when()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")) with
        {
            MaxRetries = 2,
            Policy = new JobPolicy { RetryDelay = 3000, RetryDelayMax = 9000 },
        });
        WorkerInfo worker = await controller.RegisterAsync("hand");
        TaskLease lease = (await controller.LeaseAsync(worker))!; // There is one task and one worker.
        await controller.CompleteAsync(lease, exitCode: 1);
        Assert.Null(await controller.LeaseAsync(worker));
        JobExplanation why = await controller.GetAsync(
            $"/v1/jobs/{job.Id}/explain", WireJson.Default.JobExplanation);
        Assert.Equal("resting", Assert.Single(Assert.Single(why.Steps).Reasons).Reason);
    }

    [Fact]
    public async Task What_a_step_says_beats_what_the_job_says()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await controller.SubmitAsync(OpenJdSubmit(new JobPolicy
        {
            RetryDelay = 3000,
            Steps = new Dictionary<string, StepPolicy> { ["B"] = new() { RetryDelay = 0, MaxRetries = 5 } },
        }));
        TaskPage tasks = await controller.GetAsync($"/v1/jobs/{job.Id}/tasks", WireJson.Default.TaskPage);
        Assert.Equal([1, 5], tasks.Tasks.Select(task => task.MaxRetries));
        WorkerInfo worker = await controller.RegisterAsync("hand");
        foreach (string name in new[] { "A", "B", "B" })
        {
            TaskLease lease = (await controller.LeaseAsync(worker))!; // A rests, B is tried at once.
            Assert.StartsWith(name, lease.Task.Name, StringComparison.Ordinal);
            await controller.CompleteAsync(lease, exitCode: 1);
        }
    }

    [Fact]
    public async Task Steps_that_the_template_does_not_have_are_refused_with_those_that_it_has()
    {
        await using TestController controller = await TestController.StartAsync();
        JobSubmit submit = OpenJdSubmit(new JobPolicy
        {
            Steps = new Dictionary<string, StepPolicy> { ["Rendre"] = new(), ["A"] = new() { MaxRetries = -1 } },
        });
        ErrorBody error = await TestController.ErrorAsync(
            await controller.PostTextAsync(
                WirePath.Jobs, JsonSerializer.Serialize(submit, WireJson.Default.JobSubmit)),
            HttpStatusCode.BadRequest);
        Assert.Contains("policy.steps.A.max_retries: is -1", error.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_step_says_out_of_bounds_is_told_once_with_its_path_by_submission_and_edit_alike()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await controller.SubmitAsync(OpenJdSubmit(new JobPolicy()));
        const string policy = """{"lost_max":0,"steps":{"A":{"lost_max":-2,"failed_max":0,"failed_max_percent":0}}}""";
        JobSubmit bad = OpenJdSubmit(JsonSerializer.Deserialize(policy, WireJson.Default.JobPolicy)!);
        (string Path, string Body)[] requests =
        [
            (WirePath.Jobs, JsonSerializer.Serialize(bad, WireJson.Default.JobSubmit)),
            ($"{WirePath.Job(job.Id)}/edit", $$"""{"policy":{{policy}}}"""),
        ];
        foreach ((string path, string body) in requests)
        {
            ErrorBody error = await TestController.ErrorAsync(
                await controller.PostTextAsync(path, body), HttpStatusCode.BadRequest);
            Assert.Equal(
                [
                    "policy.lost_max: is 0; 1 or more is wanted",
                    "policy.steps.A.failed_max: is 0; 1 or more is wanted",
                    "policy.steps.A.failed_max_percent: is 0; 1 to 100 is wanted",
                    "policy.steps.A.lost_max: is -2; 1 or more is wanted",
                ], error.Errors);
        }
    }

    [Fact]
    public async Task What_is_wrong_with_rules_and_checks_is_told_all_at_once()
    {
        await using TestController controller = await TestController.StartAsync();
        ErrorBody error = await TestController.ErrorAsync(
            await controller.PostTextAsync(WirePath.Jobs, """
                {"name":"j","tasks":[{"name":"a","command":{"executable":"true"},"output_checks":[{"path":""}]}],
                 "policy":{"run_time_min":9,"run_time_max":5,"silence_max":0,
                  "output_rules":[{"pattern":"(a","action":"fail"},{"pattern":"(?=b)","action":"warn"},
                   {"pattern":"x{999}{9}","action":"warn"},
                   {"pattern":"d","action":"fail","limit":"maya"}],
                  "exit_code_rules":[{"exit_codes":[],"action":"retry"}],
                  "output_checks":[{"path":"{{Param.","bytes_min":-1}]}}
                """),
            HttpStatusCode.BadRequest);
        foreach (string fault in new[]
        {
            "tasks[0].output_checks[0].path: is blank", "policy.run_time_min: is 9; less than",
            "policy.silence_max: is 0", "policy.output_rules[0].pattern: ", "policy.output_rules[1].pattern: ",
            "policy.output_rules[2].pattern: ", "policy.exit_code_rules[0].exit_codes: is empty",
            "policy.output_rules[3].limit: is given", "policy.output_checks.path: ",
            "policy.output_checks[0].bytes_min: is -1",
        })
        {
            Assert.Contains(fault, error.Error, StringComparison.Ordinal);
        }
    }

    private static JobSubmit OpenJdSubmit(JobPolicy policy) => new()
    {
        Name = "two steps",
        MaxRetries = 1,
        Policy = policy,
        Openjd = new OpenJdSubmit
        {
            TemplateYaml = """
                specificationVersion: jobtemplate-2023-09
                name: two
                steps:
                - {name: A, script: {actions: {onRun: {command: "true"}}}}
                - {name: B, script: {actions: {onRun: {command: "true"}}}}
                """,
        },
    };
}
