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
        IReadOnlyList<LimitSnapshot> limits =
        [
            new("nuke", 12, 3, 9) { Holders = [new(Guid.NewGuid(), "a", 2), new(Guid.NewGuid(), "b", 1)] },
            new("arnold", 20, 1.5m, 14)
            {
                CountedPer = LimitScope.Host,
                Headroom = 4,
                Source = new LimitSource { Hook = "seats" },
                Elsewhere = 2,
                Report = new LimitReport(2, null, "it hangs", null),
                Closed = new LimitClosureInfo(
                    default, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), Guid.NewGuid(), "shot 3", null),
            },
        ];
        farm.On("GET /v1/limits", limits);

        var run = await CliRun.OfAsync(farm, args);

        Assert.Equal(
            [
                "NAME    MAX  USED  ELSEWHERE         AVAILABLE  PER      KEPT FREE  SHUT UNTIL           HELD BY",
                "nuke    12   3     -                 9          session  0          -                    a 2, b 1",
                "arnold  20   1.5   2 (source fails)  14         host     4          2026-01-02 03:04:05  -",
            ], run.Lines);
    }

    [Fact]
    public async Task A_limit_is_set()
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On("POST /v1/limits", new LimitSnapshot("nuke", 12, 3, 9));

        var run = await CliRun.OfAsync(farm, "limits", "set", "nuke", "12");

        Assert.Equal(["nuke is 12, 3 of them used"], run.Lines);
        Assert.Equal(
            """{"name":"nuke","max_count":12,"counted_per":null,"headroom":null,"source":null}""",
            Assert.Single(farm.Asked).Body);
    }

    [Fact]
    public async Task What_a_limit_counts_and_keeps_free_is_set()
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On("POST /v1/limits", new LimitSnapshot("nuke", 12, 3, 9));

        await CliRun.OfAsync(farm, "limits", "set", "nuke", "12", "--counted-per", "host", "--headroom", "2",
            "--source-hook", "seats", "--source-interval", "5", "--source-counts-farm");

        const string source = """{"hook":"seats","url":null,"interval_seconds":5,"counts_farm":true}""";
        Assert.Equal(
            $$"""{"name":"nuke","max_count":12,"counted_per":"host","headroom":2,"source":{{source}}}""",
            Assert.Single(farm.Asked).Body);
    }

    [Fact]
    public async Task A_limit_that_is_shut_is_opened()
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On("POST /v1/limits/nuke/reopen", new LimitSnapshot("nuke", 12, 3, 9));

        var run = await CliRun.OfAsync(farm, "limits", "reopen", "nuke");

        Assert.Equal(["nuke is open, 9 of 12 available"], run.Lines);
    }

    [Fact]
    public async Task A_limit_is_deleted()
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On("DELETE /v1/limits/nuke%2012", new LimitSnapshot("nuke 12", 1, 0, 1));

        var run = await CliRun.OfAsync(farm, "limits", "delete", "nuke 12");

        Assert.Equal(["Deleted nuke 12"], run.Lines);
    }
}
