using Renderacre.Contracts.Farm;
using Renderacre.Testing;

namespace Renderacre.Cli.Tests.Commands;

public sealed class AuditCommandTests
{
    [Fact]
    public async Task Who_did_what_is_listed()
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On<IReadOnlyList<AuditEvent>>("GET /v1/audit",
        [
            new AuditEvent
            {
                Id = Guid.Empty,
                Timestamp = Sample.Time,
                Actor = "api",
                Action = "limit.define",
                TargetType = "limit",
                TargetId = "nuke",
                Outcome = "success",
            },
        ]);

        var run = await CliRun.OfAsync(farm, "audit", "--last", "7");

        Assert.Matches("^2026-01-31 .* +api +limit.define +limit nuke +success +-$", run.Lines[1]);
        Assert.Equal("GET /v1/audit?limit=7", Assert.Single(farm.Asked).Request);
    }
}
