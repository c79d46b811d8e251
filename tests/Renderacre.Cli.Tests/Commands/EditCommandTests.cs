using System.Text.Json;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Testing;

namespace Renderacre.Cli.Tests.Commands;

public sealed class EditCommandTests
{
    private static readonly Guid JobId = Guid.Parse("3f9a01bc-0000-8000-8000-000000000001");
    private static readonly Job Job = Sample.Job(JobId, "shot010", JobState.Running);

    [Fact]
    public async Task Steps_are_edited_by_a_file_and_job_parameters_by_their_names()
    {
        await using var farm = await WithJobAsync();
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            file, """{"Render": {"limits": ["nuke"], "target_runtime_seconds": 600, "requirements": {}}}""",
            TestContext.Current.CancellationToken);

        var run = await CliRun.OfAsync(farm, "edit", "3f9", "--steps", file, "--param", "Quality=9");

        File.Delete(file);
        Assert.Equal([$"shot010 ({JobId}) is edited"], run.Lines);
        var body = farm.Asked[^1].Body;
        Assert.Contains("\"limits\":[\"nuke\"]", body, StringComparison.Ordinal);
        Assert.Contains("\"target_runtime_seconds\":600", body, StringComparison.Ordinal);
        Assert.Contains("{\"Quality\":", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"steps":{"Render":{"lost_max":1}}}""")]
    public async Task A_file_of_a_policy_stands_in_place_of_the_jobs_own(string policy)
    {
        await using var farm = await WithJobAsync();
        farm.On($"GET /v1/jobs/{JobId}", Job with { Policy = new JobPolicy { MaxRunning = 3 } });

        await EditByFileAsync(farm, "--policy", policy);

        var sent = JsonSerializer.Deserialize(farm.Asked[^1].Body, WireJson.Default.JobEdit)!.Policy!;
        Assert.Null(sent.MaxRunning);
        Assert.Equal(policy == "{}" ? null : 1, sent.Steps?["Render"].LostMax);
    }

    [Fact]
    public async Task A_wish_is_edited_and_the_rest_of_the_policy_stays_also_in_a_copy()
    {
        await using var farm = await WithJobAsync();
        farm.On($"GET /v1/jobs/{JobId}", Job with { Policy = new JobPolicy { MaxRunning = 3, RetryDelay = 9 } });
        farm.On($"POST /v1/jobs/{JobId}/clone", Job);

        await CliRun.OfAsync(farm, "edit", "3f9", "--retry-delay", "0", "--deferrals-max", "0");
        var edit = JsonSerializer.Deserialize(farm.Asked[^1].Body, WireJson.Default.JobEdit)!;
        await CliRun.OfAsync(farm, "clone", "3f9", "--retry-delay", "0", "--tag", "again", "--failed");
        var clone = JsonSerializer.Deserialize(farm.Asked[^1].Body, WireJson.Default.JobClone)!;

        Assert.Equal((3, 0, 0), (edit.Policy?.MaxRunning, edit.Policy?.RetryDelay, edit.Policy?.DeferralsMax));
        Assert.Equal((3, 0, true), (clone.Policy?.MaxRunning, clone.Policy?.RetryDelay, clone.Failed));
        Assert.Equal(["again"], clone.Tags);
    }

    [Fact]
    public async Task An_edit_of_nothing_is_refused()
    {
        await using var farm = await WithJobAsync();

        var run = await CliRun.OfAsync(farm, "edit", "3f9");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.StartsWith(
            "renderacre: nothing is to be different; say what, such as --priority 80\n", run.Error,
            StringComparison.Ordinal);
        Assert.Empty(farm.Asked);
    }

    [Theory]
    [InlineData("--policy", """{"lost_mx": 1, "steps": {"Render": {"max_retry": 1}}}""",
        "lost_mx: there is no such field. Did you mean 'lost_max'?; "
        + "steps.Render.max_retry: there is no such field. Did you mean 'max_retries'?")]
    [InlineData("--policy", """{"output_rules": [{"pattern": "a", "action": "fail", "colour": 1}]}""",
        "output_rules[0].colour: there is no such field.")]
    [InlineData("--policy", "null", "null says nothing; an object is wanted")]
    [InlineData("--steps", """{"Render": {"limit": []}}""",
        "Render.limit: there is no such field. Did you mean 'limits'?")]
    [InlineData("--steps", "{}", "it names no step")]
    public async Task Fields_that_there_are_not_are_refused_with_the_nearest(string option, string text, string told)
    {
        await using var farm = await WithJobAsync();

        var (run, file) = await EditByFileAsync(farm, option, text);

        Assert.Equal((ExitCode.Usage, $"renderacre: {option}: {file}: {told}\n"), (run.ExitCode, run.Error));
    }

    [Theory]
    [InlineData("edit", "1-120,130", "{\"step\":null,\"parameter\":null,\"range\":\"1-120,130\"}")]
    [InlineData("edit", "Render=1-9@Frame", "{\"step\":\"Render\",\"parameter\":\"Frame\",\"range\":\"1-9\"}")]
    [InlineData("clone", "Render=-3-9", "{\"step\":\"Render\",\"parameter\":null,\"range\":\"-3-9\"}")]
    public async Task Other_frames_are_told_of_all_steps_or_of_one(string command, string frames, string told)
    {
        await using var farm = await WithJobAsync();
        farm.On($"POST /v1/jobs/{JobId}/{command}", Job);

        await CliRun.OfAsync(farm, command, "3f9", "--frames", frames);

        Assert.Contains(told, farm.Asked[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_steps_that_is_none_is_told_with_its_path()
    {
        await using var farm = await WithJobAsync();

        var (run, file) = await EditByFileAsync(farm, "--steps", "[]");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.StartsWith($"renderacre: --steps: {file}: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("edit")]
    [InlineData("clone")]
    public async Task What_the_farm_does_not_know_is_warned_of(string command)
    {
        await using var farm = await WithJobAsync();
        farm.On($"POST /v1/jobs/{JobId}/{command}", Job with { Warnings = ["no worker is in pool 'gppu'."] });

        var run = await CliRun.OfAsync(farm, command, "3f9", "--priority", "7");

        Assert.Equal("warning: no worker is in pool 'gppu'.", run.Lines[^1]);
    }

    private static async Task<(CliRun Run, string File)> EditByFileAsync(FakeFarm farm, string option, string text)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        var run = await CliRun.OfAsync(farm, "edit", "3f9", option, file);
        File.Delete(file);
        return (run, file);
    }

    private static async Task<FakeFarm> WithJobAsync()
    {
        var farm = await FakeFarm.StartAsync();
        farm.On<IReadOnlyList<Job>>("GET /v1/jobs", [Job]);
        farm.On($"GET /v1/jobs/{JobId}", Job);
        farm.On($"POST /v1/jobs/{JobId}/edit", Job);
        return farm;
    }
}
