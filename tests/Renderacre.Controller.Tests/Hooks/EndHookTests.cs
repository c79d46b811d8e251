using System.Net;
using System.Text.Json;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Logs;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Hooks;
using Renderacre.Controller.Hosting;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;
using Renderacre.Storage.Rows;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Tests.Hooks;

public sealed class EndHookTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("renderacre-hooks-test-");
    private IFarmStore? _store;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_command_is_run_for_each_jobs_end_with_its_facts()
    {
        HookDefinition command = Writing("ended");
        await using TestController controller = await StartAsync(new HookSettings { JobEnded = [command] });
        Job job = await RunAsync(controller, Submit() with { Owner = "ada", Tags = ["shot 10", "night"] });
        JsonElement told = await ToldAsync("ended");
        Assert.Equal(
            ("job_ended", job.Id.ToString(), "job", "succeeded", "ada", 1),
            (Text(told, "event"), Text(told, "job_id"), Text(told, "job_name"), Text(told, "state"),
                Text(told, "owner"), told.GetProperty("tasks_succeeded").GetInt64()));
        Assert.Equal("""["shot 10","night"]""", told.GetProperty("tags").GetRawText());
        await UntilLoggedAsync(controller, "hook ended told of job_ended: exit code 0");
        FarmMetrics metrics = await controller.GetAsync("/v1/metrics", WireJson.Default.FarmMetrics);
        Assert.Equal((1, 0), (metrics.HooksSucceeded, metrics.HooksFailed));
    }

    [Fact]
    public async Task A_steps_end_is_told_with_its_name_and_state()
    {
        await using HookReceiver receiver = await HookReceiver.StartAsync();
        await using TestController controller = await StartAsync(new HookSettings { StepEnded = [Telling(receiver)] });
        await RunAsync(controller, Submit(), exitCode: 1);
        JsonElement told = await receiver.NextAsync();
        Assert.Equal(
            ("step_ended", "", "failed", 1),
            (Text(told, "event"), Text(told, "step_name"), Text(told, "state"),
                told.GetProperty("tasks_failed").GetInt64()));
    }

    [Fact]
    public async Task A_job_tells_whom_its_submission_names()
    {
        await using HookReceiver receiver = await HookReceiver.StartAsync();
        HookDefinition command = Writing("named");
        await using TestController controller = await StartAsync(new HookSettings
        {
            Hooks = new Dictionary<string, HookDefinition> { ["named"] = command },
            ForJobs = ["named"],
            AllowedHosts = [receiver.Url.Authority],
        });
        await RunAsync(controller, Submit() with
        {
            Hooks =
            [
                new JobHook { Hook = "named" },
                new JobHook { Url = receiver.Url.AbsoluteUri, On = [JobHookEvent.StepEnded] },
            ],
        });
        Assert.Equal("job_ended", Text(await ToldAsync("named"), "event"));
        Assert.Equal("step_ended", Text(await receiver.NextAsync(), "event"));
        Assert.False(receiver.HasMore);
    }

    [Fact]
    public async Task A_submission_can_name_no_other_hook_no_other_host_and_not_both()
    {
        await using TestController controller = await StartAsync(new HookSettings
        {
            Hooks = new Dictionary<string, HookDefinition> { ["movie"] = Writing("movie"), ["wol"] = Writing("wol") },
            ForJobs = ["movie"],
            AllowedHosts = ["chat.example.com"],
        });
        ErrorBody error = await TestController.ErrorAsync(
            await controller.PostTextAsync("/v1/jobs", """
                {"name": "job", "tasks": [{"name": "a", "command": {"executable": "x"}}], "hooks": [
                  {"hook": "movies"}, {"hook": "wol"}, {"url": "http://169.254.169.254/latest"},
                  {"url": "https://chat.example.com:8443/x"}, {"url": "ftp://chat.example.com"}, {}, null,
                  {"hook": "movie", "url": "https://chat.example.com"}]}
                """), HttpStatusCode.BadRequest);
        Assert.Equal(
            "invalid submission: hooks[0].hook: there is no hook 'movies' for jobs. Did you mean 'movie'?; "
            + "hooks[1].hook: there is no hook 'wol' for jobs.; "
            + "hooks[2].url: the host 169.254.169.254 is none that the controller's hooks file lets jobs name "
            + "(allowed_hosts); "
            + "hooks[3].url: the host chat.example.com:8443 is none that the controller's hooks file lets jobs name "
            + "(allowed_hosts); "
            + "hooks[4].url: is no absolute http or https address without user and password; "
            + "hooks[5].hook: either the name of a hook or an address (url) is wanted; "
            + "hooks[6]: is null; a hook or an address (url) is wanted; "
            + "hooks[7].hook: either the name of a hook or an address (url) is wanted", error.Error);
    }

    [Fact]
    public async Task What_was_not_told_when_the_controller_stopped_is_told_after_its_start()
    {
        await using HookReceiver receiver = await HookReceiver.StartAsync(Enumerable.Repeat(503, 1));
        await using TestController controller = await StartAsync(new HookSettings { JobEnded = [Telling(receiver)] });
        Job job = await RunAsync(controller, Submit());
        JsonElement first = await receiver.NextAsync();
        await controller.StopAsync();
        await controller.StartAgainAsync();
        JsonElement again = await receiver.NextAsync();
        Assert.Equal(job.Id.ToString(), Text(again, "job_id"));
        Assert.Equal(Text(first, "event_id"), Text(again, "event_id"));
        await UntilLoggedAsync(controller, "hook chat told of job_ended: status 200");
    }

    [Fact]
    public async Task What_was_told_is_not_told_again_after_a_restart()
    {
        await using HookReceiver receiver = await HookReceiver.StartAsync();
        await using TestController controller = await StartAsync(new HookSettings { JobEnded = [Telling(receiver)] });
        await RunAsync(controller, Submit());
        await receiver.NextAsync();
        await UntilWrittenDownAsync();
        await controller.StopAsync();
        await controller.StartAgainAsync();
        Job second = await RunAsync(controller, Submit());
        Assert.Equal(second.Id.ToString(), Text(await receiver.NextAsync(), "job_id"));
        Assert.False(receiver.HasMore);
    }

    // The place of all that is told is committed after the telling.
    private async Task UntilWrittenDownAsync()
    {
        IFarmReader reader = _store!.OpenReader(); // The controller has started.
        EventRow ended = reader.Read(queries =>
            queries.Events(default, 1, FarmEventKinds.Of(FarmEventKind.JobEnded))[0]);
        while (reader.Read(queries => queries.Cursor("hooks")) is not { } told
            || (told.Revision, told.Ordinal).CompareTo((ended.Cursor.Revision, ended.Cursor.Ordinal)) < 0)
        {
            await Task.Yield();
        }
    }

    private async Task<TestController> StartAsync(HookSettings settings) => await TestController.StartAsync(
        new HostSeams { WrapStore = store => _store = store }, change: options => options with { Hooks = settings });

    private static JobSubmit Submit() => DirectPlanTests.Submit(DirectPlanTests.Task("a"));

    private static async Task<Job> RunAsync(TestController controller, JobSubmit submit, int exitCode = 0)
    {
        Job job = await controller.SubmitAsync(submit);
        WorkerInfo worker = await controller.RegisterAsync("hand");
        await controller.CompleteAsync((await controller.LeaseAsync(worker))!, exitCode); // It was just submitted.
        return job;
    }

    private static HookDefinition Telling(HookReceiver receiver) =>
        new("chat", new HttpTarget(receiver.Url, new Dictionary<string, string>()));

    private HookDefinition Writing(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the hooks of these tests are shell scripts");
        string file = Path.Combine(_folder.FullName, name);
        return new HookDefinition(name, new CommandTarget(
            ["/bin/sh", "-c", $"cat > {file}.new && mv {file}.new {file}"], new Dictionary<string, string>()));
    }

    private async Task<JsonElement> ToldAsync(string name)
    {
        string file = Path.Combine(_folder.FullName, name);
        while (!File.Exists(file))
            await Task.Yield();
        return JsonElement.Parse(await File.ReadAllTextAsync(file, TestController.Stop));
    }

    private static async Task UntilLoggedAsync(TestController controller, string message, int times = 1)
    {
        while (true)
        {
            IReadOnlyList<FarmLogEntry> log =
                await controller.GetAsync("/v1/logs", WireJson.Default.IReadOnlyListFarmLogEntry);
            if (log.Count(entry => entry.Message == message) >= times)
                return;
        }
    }

    private static string Text(JsonElement told, string name) => told.GetProperty(name).GetString()!; // All are texts.
}
