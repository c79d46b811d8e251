using Renderacre.Contracts.Limits;
using Renderacre.Testing;

namespace Renderacre.Cli.Tests.Commands;

public sealed class LimitsCommandTests
{
    [Theory]
    [InlineData("limits")]
    [InlineData("limits", "list")]
    public async Task Limits_are_listed(params string[] args)
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On<IReadOnlyList<LimitSnapshot>>("GET /v1/limits", [new("nuke", 12, 3, 9)]);

        var run = await CliRun.OfAsync(farm, args);

        Assert.Equal(["NAME  MAX  USED  AVAILABLE", "nuke  12   3     9"], run.Lines);
    }

    [Fact]
    public async Task A_limit_is_set()
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On("POST /v1/limits", new LimitSnapshot("nuke", 12, 3, 9));

        var run = await CliRun.OfAsync(farm, "limits", "set", "nuke", "12");

        Assert.Equal(["nuke is 12, 3 of them used"], run.Lines);
        Assert.Equal("""{"name":"nuke","max_count":12}""", Assert.Single(farm.Asked).Body);
    }
}
