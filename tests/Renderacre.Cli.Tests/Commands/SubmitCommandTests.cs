using System.Text.Json;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Testing;

namespace Renderacre.Cli.Tests.Commands;

public sealed class SubmitCommandTests
{
    private const string Template = """
        specificationVersion: jobtemplate-2023-09
        name: Hello
        parameterDefinitions:
        - {name: Who, type: STRING, default: world}
        - {name: Count, type: INT, default: 1}
        steps:
        - name: Greet
          script: {actions: {onRun: {command: echo, args: ["{{Param.Who}}"]}}}
        """;

    private const string Direct = """
        {"name": "two", "priority": 7, "tasks": [
          {"name": "a", "command": {"executable": "true"}},
          {"name": "b", "command": {"executable": "true"}, "dependencies": ["a"]}]}
        """;

    private static string Environment(string name, string parameter) => $$$"""
        specificationVersion: environment-2023-09
        parameterDefinitions: [{name: {{{parameter}}}, type: STRING}]
        environment: {name: {{{name}}}, variables: {VALUE: "{{Param.{{{parameter}}}}}"}}
        """;

    private static readonly Guid JobId = Guid.Parse("3f9a01bc-0000-8000-8000-000000000001");
    private static readonly Guid TaskId = Guid.Parse("77d2e405-0000-8000-8000-000000000001");

    [Fact]
    public async Task Options_say_how_the_job_wants_to_be_treated_over_what_the_file_says()
    {
        using var folder = new TempFolder();
        var file = folder.Write("two.json", Direct.Replace(
            "\"priority\": 7", "\"policy\": {\"max_running\": 5, \"max_workers\": 4}", StringComparison.Ordinal));

        var sent = await SubmittedAsync(file, "--max-running", "2", "--start-after", "2026-12-01T22:00Z",
            "--failed-max", "3", "--worker-failures-max", "1", "--retry-delay", "10", "--retry-delay-max", "60");

        Assert.Equal(
            new JobPolicy
            {
                StartAfter = new DateTimeOffset(2026, 12, 1, 22, 0, 0, TimeSpan.Zero),
                MaxRunning = 2,
                MaxWorkers = 4,
                FailedMax = 3,
                WorkerFailuresMax = 1,
                RetryDelay = 10,
                RetryDelayMax = 60,
            },
            sent.Policy);
    }

    [Fact]
    public async Task A_policy_comes_from_a_file_of_its_own_and_options_beat_it()
    {
        using var folder = new TempFolder();
        var template = folder.Write("hello.yaml", Template);
        var policy = folder.Write("policy.json", """
            {"silence_max": 60, "run_time_max": 9, "output_rules": [{"pattern": "no licence", "action": "licence"}],
             "steps": {"Render": {"max_retries": 3, "output_checks": [{"path": "{{Param.Out}}/a.png"}]}}}
            """);

        var sent = (await SubmittedAsync(template, "--policy", policy, "--run-time-max", "99")).Policy!; // Is given.

        Assert.Equal((60, 99), (sent.SilenceMax, sent.RunTimeMax));
        Assert.Equal(RuleAction.Licence, Assert.Single(sent.OutputRules!).Action);
        Assert.Equal(3, sent.Steps!["Render"].MaxRetries);
    }

    [Fact]
    public async Task Hooks_are_named_or_addresses_and_come_after_those_of_the_file()
    {
        using var folder = new TempFolder();
        var file = folder.Write("two.json", Direct.Replace(
            "\"priority\": 7", "\"hooks\": [{\"hook\": \"chat\"}]", StringComparison.Ordinal));

        var sent = await SubmittedAsync(file, "--hook", "movie", "--hook", "https://wiki.example.com:8443/done");

        Assert.Equal(
            [
                new JobHook { Hook = "chat" }, new JobHook { Hook = "movie" },
                new JobHook { Url = "https://wiki.example.com:8443/done" },
            ],
            sent.Hooks);
    }

    [Fact]
    public async Task Hooks_of_steps_are_told_of_the_end_of_each_step_alone()
    {
        using var folder = new TempFolder();
        var file = folder.Write("hello.yaml", Template);

        var sent = await SubmittedAsync(
            file, "--step-hook", "https://chat.example.com/done", "--hook", "movie", "--step-hook", "dailies");

        Assert.Equal(["movie", null, "dailies"], sent.Hooks!.Select(hook => hook.Hook));
        Assert.Equal("https://chat.example.com/done", sent.Hooks![1].Url);
        Assert.Null(sent.Hooks[0].On);
        Assert.All(sent.Hooks.Skip(1), hook => Assert.Equal([JobHookEvent.StepEnded], hook.On));
    }

    [Fact]
    public async Task Orders_of_frames_name_a_step_and_a_parameter_where_they_want_to()
    {
        using var folder = new TempFolder();
        var file = folder.Write("hello.yaml", Template);
        var sent = await SubmittedAsync(file, "--frame-order", "every:10", "--frame-order", "Greet=first:1,5@Frame");
        Assert.Equal(
            [
                new FrameOrder { Order = FrameOrderKind.Every, Every = 10 },
                new FrameOrder { Step = "Greet", Order = FrameOrderKind.First, Frames = "1,5", Parameter = "Frame" },
            ],
            sent.FrameOrders);
        var refused = await CliRun.OfAsync(
            new Dictionary<string, string>(), folder.Path, "submit", file, "--frame-order", "every:x");
        Assert.Contains("'every:x' is none of forward, reverse", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_is_sent_as_it_stands_with_its_folder_and_values()
    {
        using var folder = new TempFolder();
        var file = folder.Write("hello.yaml", Template);

        var sent = await SubmittedAsync(file, "-p", "Who=Ada=1", "--name", "greeting", "--priority", "9",
            "--max-retries", "2", "--project", "p", "--queue", "q", "--tag", "x", "--tag", "y", "--comment", "c");

        Assert.Equal(("greeting", 9, 2), (sent.Name, sent.Priority, sent.MaxRetries));
        Assert.Equal(("ada", "p", "q", "c"), (sent.Owner, sent.Project, sent.Queue, sent.Comment));
        Assert.Equal(["x", "y"], sent.Tags);
        Assert.Equal(Template, sent.Openjd?.TemplateYaml);
        Assert.Equal(folder.Path, sent.Openjd?.TemplateDir);
        Assert.Equal(Path.GetTempPath(), sent.Openjd?.CurrentWorkingDir);
        Assert.Equal("Ada=1", sent.Openjd?.Parameters?["Who"].GetString());
    }

    [Fact]
    public async Task Environment_templates_are_sent_in_order_and_their_parameters_count()
    {
        using var folder = new TempFolder();
        var file = folder.Write("hello.yaml", Template.Replace("name: Hello", "name: Hello {{Param.Who}}"));
        string[] environments = [Environment("Outer", "Licence"), Environment("Inner", "Scene")];

        var sent = await SubmittedAsync(
            file, "--environment", folder.Write("outer.yaml", environments[0]),
            "--env", folder.Write("inner.yaml", environments[1]), "-p", "Licence=floating", "-p", "Scene=one");

        Assert.Equal(environments, sent.Openjd?.EnvironmentTemplates);
        // The name is made with the values, which only the environments' definitions know.
        Assert.Equal("Hello world", sent.Name);
    }

    [Fact]
    public async Task Direct_tasks_have_no_environments()
    {
        using var folder = new TempFolder();
        var environment = folder.Write("one.yaml", Environment("One", "Licence"));
        await using var farm = await FakeFarm.StartAsync();

        var run = await CliRun.OfAsync(farm, "submit", folder.Write("direct.json", Direct), "--env", environment);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("--environment: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_come_from_files_and_objects_too_and_the_later_one_counts()
    {
        using var folder = new TempFolder();
        var file = folder.Write("hello.yaml", Template);
        var values = folder.Write("values.json", """{"Who": "file", "Count": 3}""");

        var sent = await SubmittedAsync(file, "-p", "Who=first", "-p", $"file://{values}", "-p", """{"Who": "last"}""");

        Assert.Equal("last", sent.Openjd?.Parameters?["Who"].GetString());
        Assert.Equal(3, sent.Openjd?.Parameters?["Count"].GetInt32());
    }

    [Fact]
    public async Task A_submission_in_JSON_is_sent_with_what_the_options_change()
    {
        using var folder = new TempFolder();

        var sent = await SubmittedAsync(folder.Write("two.json", Direct), "--max-retries", "1", "--owner", "bob");

        Assert.Equal(("two", 7, 1, "bob"), (sent.Name, sent.Priority, sent.MaxRetries, sent.Owner));
        Assert.Equal(["a"], sent.Tasks?[1].Dependencies);
    }

    [Theory]
    [InlineData(JobState.Succeeded, ExitCode.Success)]
    [InlineData(JobState.Failed, ExitCode.Failure)]
    [InlineData(JobState.Cancelled, FarmExitCode.Cancelled)]
    public async Task Waiting_prints_each_change_once_and_the_exit_code_says_how_it_ended(JobState end, int exitCode)
    {
        using var folder = new TempFolder();
        await using var farm = await FakeFarm.StartAsync();
        var queued = Sample.Job(JobId, "two", JobState.Queued, Sample.TaskOf(JobId, TaskId, "a", TaskState.Pending));
        var running = Sample.Job(JobId, "two", JobState.Running, Sample.TaskOf(JobId, TaskId, "a", TaskState.Running));
        farm.On("POST /v1/jobs", queued);
        farm.OnEach($"GET /v1/jobs/{JobId}", queued, running, running, Sample.Job(JobId, "two", end));

        var run = await CliRun.OfAsync(farm, "submit", folder.Write("two.json", Direct), "--wait");

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(
            [
                $"Submitted two with 1 tasks as {JobId}", "two: queued, 0/1 tasks done",
                "two: running, 0/1 tasks done, 1 running", $"two: {end.ToString().ToLowerInvariant()}, 0/0 tasks done",
            ],
            run.Lines);
    }

    [Fact]
    public async Task Waiting_goes_on_when_the_controller_is_away_for_a_moment()
    {
        using var folder = new TempFolder();
        await using var farm = await FakeFarm.StartAsync();
        farm.On("POST /v1/jobs", Sample.Job(JobId, "two", JobState.Queued));
        var asked = 0;
        farm.On($"GET /v1/jobs/{JobId}", context =>
        {
            if (Interlocked.Increment(ref asked) == 1)
                context.Abort();
            return JsonSerializer.SerializeAsync(
                context.Response.Body, Sample.Job(JobId, "two", JobState.Succeeded), WireJson.Default.Job,
                context.RequestAborted);
        });

        var run = await CliRun.OfAsync(farm, "submit", folder.Write("two.json", Direct), "--wait");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("cannot be reached", run.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_with_JSON_leaves_the_output_to_the_job_alone()
    {
        using var folder = new TempFolder();
        await using var farm = await FakeFarm.StartAsync();
        farm.On("POST /v1/jobs", Sample.Job(JobId, "two", JobState.Queued));
        farm.On($"GET /v1/jobs/{JobId}", Sample.Job(JobId, "two", JobState.Succeeded));

        var run = await CliRun.OfAsync(farm, "submit", folder.Write("two.json", Direct), "--wait", "-o", "json");

        Assert.Equal(JobState.Succeeded, JsonSerializer.Deserialize(run.Output, WireJson.Default.Job)?.State);
        Assert.Equal("two: succeeded, 0/0 tasks done\n", run.Error);
    }

    [Fact]
    public async Task A_dry_run_shows_what_would_be_sent_and_sends_nothing()
    {
        using var folder = new TempFolder();
        await using var farm = await FakeFarm.StartAsync();

        var run = await CliRun.OfAsync(
            farm, "submit", folder.Write("two.json", Direct), "--dry-run", "--priority", "1", "-o", "json");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal(1, JsonSerializer.Deserialize(run.Output, WireJson.Default.JobSubmit)?.Priority);
        Assert.Empty(farm.Asked);
    }

    [Fact]
    public async Task A_dry_run_of_a_template_shows_its_steps_and_parameters()
    {
        using var folder = new TempFolder();
        await using var farm = await FakeFarm.StartAsync();

        var run =
            await CliRun.OfAsync(farm, "submit", folder.Write("hello.yaml", Template), "--dry-run", "-p", "Count=3");

        Assert.Equal(
            [
                "Hello, priority 0, at most 0 retries of a task, owner ada. Nothing has been submitted.",
                "Who = world", "Count = 3", "STEP   TASKS  AFTER", "Greet  1",
            ],
            run.Lines);
        Assert.Empty(farm.Asked);
    }

    [Fact]
    public async Task A_dry_run_lists_what_is_wrong_with_a_template_or_its_values()
    {
        using var folder = new TempFolder();
        await using var farm = await FakeFarm.StartAsync();

        var run =
            await CliRun.OfAsync(farm, "submit", folder.Write("hello.yaml", Template), "--dry-run", "-p", "Count=many");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("Count", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_controller_refuses_is_said_line_by_line_with_exit_code_1()
    {
        using var folder = new TempFolder();
        await using var farm = await FakeFarm.StartAsync();
        farm.Refuse("POST /v1/jobs", 400, new ErrorBody("two faults", ["first fault", "second fault"]));

        var run = await CliRun.OfAsync(farm, "submit", folder.Write("two.json", Direct));

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Equal("renderacre: first fault\nrenderacre: second fault\n", run.Error);
    }

    [Theory]
    [InlineData("""{"name": "x", "tasks": []}""", "there are neither tasks nor openjd")]
    [InlineData("""{"name": "x", "tasks": [{"name": "a", "command": {"executable": "e"}, "dependencies": ["z"]}]}""",
        "tasks[0].dependencies names 'z', which no task of the job is called")]
    [InlineData(
        """
        {"name": "x", "tasks": [
          {"name": "a", "command": {"executable": "e"}, "dependencies": ["b"]},
          {"name": "b", "command": {"executable": "e"}, "dependencies": ["a"]}]}
        """,
        "tasks: the dependencies of 'a' lead back to it")]
    [InlineData(
        """
        {"name": "x", "tasks": [
          {"name": "a", "command": {"executable": "e"}}, {"name": "a", "command": {"executable": "e"}}]}
        """,
        "the name 'a' is given 2 times")]
    [InlineData("""{"tasks": []}""", "name")]
    [InlineData("""{"name": "x", "tasks": [} """, "LineNumber: 0")]
    public async Task A_wrong_submission_is_refused_before_anything_is_sent(string text, string message)
    {
        using var folder = new TempFolder();
        await using var farm = await FakeFarm.StartAsync();

        var run = await CliRun.OfAsync(farm, "submit", folder.Write("x.json", text));

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(farm.Asked);
    }

    [Theory]
    [InlineData("=x", "-p '=x' is not NAME=VALUE, a JSON object or file://PATH")]
    [InlineData("file://missing.json", "there is no file ")]
    [InlineData("{]", "-p: ")]
    public async Task A_wrong_parameter_is_refused(string parameter, string message)
    {
        using var folder = new TempFolder();
        await using var farm = await FakeFarm.StartAsync();

        var run = await CliRun.OfAsync(farm, "submit", folder.Write("hello.yaml", Template), "-p", parameter);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_for_direct_tasks_are_refused()
    {
        using var folder = new TempFolder();
        await using var farm = await FakeFarm.StartAsync();
        var file = folder.Write("two.json", Direct);

        var run = await CliRun.OfAsync(farm, "submit", file, "-p", "A=1");

        Assert.Equal($"renderacre: -p: {file} is no OpenJD template, so it has no parameters\n", run.Error);
    }

    private static async Task<JobSubmit> SubmittedAsync(string file, params string[] options)
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On("POST /v1/jobs", Sample.Job(JobId, "any", JobState.Queued));
        var run = await CliRun.OfAsync(farm, ["submit", file, .. options]);
        Assert.Equal("", run.Error);
        Assert.Equal(ExitCode.Success, run.ExitCode);
        var sent = JsonSerializer.Deserialize(Assert.Single(farm.Asked).Body, WireJson.Default.JobSubmit);
        return sent ?? throw new InvalidOperationException("nothing was sent");
    }
}
