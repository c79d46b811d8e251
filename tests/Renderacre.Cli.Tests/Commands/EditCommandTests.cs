using Renderacre.Contracts.Jobs;
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
            file, """{"Render": {"limits": ["nuke"], "target_runtime_seconds": 600}}""",
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
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "[]", TestContext.Current.CancellationToken);

        var run = await CliRun.OfAsync(farm, "edit", "3f9", "--steps", file);

        File.Delete(file);
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

    private static async Task<FakeFarm> WithJobAsync()
    {
        var farm = await FakeFarm.StartAsync();
        farm.On<IReadOnlyList<Job>>("GET /v1/jobs", [Job]);
        farm.On($"GET /v1/jobs/{JobId}", Job);
        farm.On($"POST /v1/jobs/{JobId}/edit", Job);
        return farm;
    }
}
