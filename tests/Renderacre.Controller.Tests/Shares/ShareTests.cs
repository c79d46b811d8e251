using System.Net;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Shares;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Shares;

public sealed class ShareTests
{
    [Fact]
    public async Task Shares_are_weighed_listed_and_kept_over_a_restart()
    {
        await using TestController controller = await TestController.StartAsync();
        await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")) with { Owner = "ann" });
        ShareSnapshot ann = await DefineAsync(controller, "ann", 200);
        Assert.Equal(new ShareSnapshot("ann", 200, 0, 0, 1), ann);
        await controller.StopAsync();
        await controller.StartAgainAsync();
        Assert.Equal([ann], await controller.GetAsync(WirePath.Shares, WireJson.Default.IReadOnlyListShareSnapshot));
        AuditEvent defined = (await controller.GetAsync(WirePath.Audit, WireJson.Default.IReadOnlyListAuditEvent))[^1];
        Assert.Equal(("share.define", "share", "ann", "weight=200"),
            (defined.Action, defined.TargetType, defined.TargetId, defined.Message));
    }

    [Fact]
    public async Task A_weight_out_of_bounds_is_refused()
    {
        await using TestController controller = await TestController.StartAsync();
        ErrorBody error = await TestController.ErrorAsync(
            await controller.PostTextAsync(WirePath.Shares, """{"name":"ann","weight":0}"""),
            HttpStatusCode.BadRequest);
        Assert.Contains("weight: is 0; 1 to 10000 is wanted", error.Error, StringComparison.Ordinal);
    }

    private static Task<ShareSnapshot> DefineAsync(TestController controller, string name, int weight) =>
        controller.PostAsync(
            WirePath.Shares, new ShareDefine { Name = name, Weight = weight }, WireJson.Default.ShareDefine,
            WireJson.Default.ShareSnapshot);
}
