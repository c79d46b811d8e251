using Renderacre.Contracts.Queues;
using Renderacre.Testing;

namespace Renderacre.Cli.Tests.Commands;

public sealed class QueuesCommandTests
{
    private static readonly FarmQueue Film = new()
    {
        Name = "film",
        Priority = 50,
        Pools = ["render", "night"],
        EnvironmentTemplates = ["x"],
    };

    [Theory]
    [InlineData("queues")]
    [InlineData("queues", "list")]
    public async Task Queues_are_listed(params string[] args)
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On<IReadOnlyList<FarmQueue>>("GET /v1/queues", [Film]);

        var run = await CliRun.OfAsync(farm, args);

        Assert.Equal(
            [
                "QUEUE  PRIORITY  RETRIES  POOLS          LIMITS  ENVIRONMENTS  STORAGE  COMMENT",
                "film   50        -        render, night  -       1             -        -",
            ],
            run.Lines);
    }

    [Fact]
    public async Task A_queue_is_set()
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On("POST /v1/queues", Film);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "environment", TestContext.Current.CancellationToken);

        var run = await CliRun.OfAsync(
            farm, "queues", "set", "film", "--priority", "50", "--pool", "render", "--pool", "night", "--limit", "nuke",
            "--environment", file);

        File.Delete(file);
        Assert.Equal(2, run.Lines.Count);
        Assert.Equal(
            """
            {"name":"film","priority":50,"max_retries":null,"policy":null,"pools":["render","night"],"limits":["nuke"],
            "environment_templates":["environment"],"storage_profile":null,"unknown_names":null,"comment":null}
            """.ReplaceLineEndings(""),
            Assert.Single(farm.Asked).Body);
    }

    [Fact]
    public async Task A_queue_is_deleted()
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On("DELETE /v1/queues/film", Film);

        var run = await CliRun.OfAsync(farm, "queues", "delete", "film");

        Assert.Equal(["Deleted film"], run.Lines);
    }
}
