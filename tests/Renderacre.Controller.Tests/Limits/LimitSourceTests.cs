using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Limits;
using Renderacre.Contracts.Paths;
using Renderacre.Controller.Hooks;
using Renderacre.Controller.Tests.Support;
using Wire = Renderacre.Contracts.Json.WireJson;

namespace Renderacre.Controller.Tests.Limits;

public sealed class LimitSourceTests
{
    [Fact]
    public async Task A_command_of_the_configuration_tells_what_is_used_elsewhere()
    {
        await using TestController controller = await StartAsync("echo asking $RENDERACRE_LIMIT; echo 3", []);
        await DefineAsync(controller, new LimitSource { Hook = "seats" });
        LimitSnapshot limit = await ToldAsync(controller);
        Assert.Equal((3m, 2m, 5), (limit.Elsewhere, limit.Available, limit.MaxCount));
        Assert.Null(limit.Report?.Failure);
    }

    [Fact]
    public async Task A_source_that_fails_is_told_in_limits_and_metrics()
    {
        await using TestController controller = await StartAsync("echo no server >&2; exit 2", []);
        await DefineAsync(controller, new LimitSource { Hook = "seats" });
        LimitSnapshot limit = await ToldAsync(controller);
        Assert.Equal((0m, "exit code 2: no server"), (limit.Elsewhere, limit.Report?.Failure));
        FarmMetrics metrics = await controller.GetAsync("/v1/metrics", Wire.Default.FarmMetrics);
        Assert.Equal(1, metrics.LimitSourcesFailing);
    }

    [Fact]
    public async Task An_allowed_address_is_asked()
    {
        await using WebApplication server = await ServeAsync("""{"used": 4}""");
        var url = new Uri(server.Urls.First());
        await using TestController controller = await StartAsync("exit 1", [url.Authority]);
        await DefineAsync(controller, new LimitSource { Url = url.AbsoluteUri });
        LimitSnapshot limit = await ToldAsync(controller);
        Assert.Equal((4m, 1m), (limit.Elsewhere, limit.Available));
    }

    [Theory]
    [InlineData("""{"hook": "seat"}""", "source.hook: the hooks file has no 'seat' in for_limits. Did you mean")]
    [InlineData("""{"url": "http://elsewhere/"}""", "source.url: the hooks file does not list 'elsewhere'")]
    [InlineData("""{"url": "file:///etc/passwd"}""", "source.url: an absolute http or https address")]
    [InlineData("""{"hook": "seats", "interval_seconds": 0}""", "source.interval_seconds: is 0; 1 to 86400 is wanted")]
    [InlineData("""{"hook": "seats", "url": "http://here/"}""", "source: has both hook and url; give one of them")]
    public async Task A_source_that_may_not_be_asked_is_refused(string source, string fault)
    {
        await using TestController controller = await StartAsync("echo 3", ["here"]);
        ErrorBody error = await TestController.ErrorAsync(
            await controller.PostTextAsync(
                WirePath.Limits, $$"""{"name": "nuke", "max_count": 5, "source": {{source}}}"""),
            HttpStatusCode.BadRequest);
        Assert.Contains(fault, error.Error, StringComparison.Ordinal);
    }

    private static Task<TestController> StartAsync(string script, IReadOnlyList<string> allowed)
    {
        var seats = new HookDefinition(
            "seats", new CommandTarget(["/bin/sh", "-c", script], new Dictionary<string, string>()));
        var hooks = new HookSettings
        {
            Hooks = new Dictionary<string, HookDefinition> { ["seats"] = seats },
            ForLimits = ["seats"],
            AllowedHosts = allowed,
        };
        return TestController.StartAsync(change: options => options with { Hooks = hooks });
    }

    private static Task<LimitSnapshot> DefineAsync(TestController controller, LimitSource source) =>
        controller.PostAsync(
            WirePath.Limits, new LimitDefine { Name = "nuke", MaxCount = 5, Source = source },
            Wire.Default.LimitDefine, Wire.Default.LimitSnapshot);

    /// <summary>Asks until the source was asked, which it is within a second or two.</summary>
    private static async Task<LimitSnapshot> ToldAsync(TestController controller)
    {
        while (true)
        {
            IReadOnlyList<LimitSnapshot> limits =
                await controller.GetAsync(WirePath.Limits, Wire.Default.IReadOnlyListLimitSnapshot);
            if (limits[0].Report is not null)
                return limits[0];
            await Task.Yield();
            TestController.Stop.ThrowIfCancellationRequested();
        }
    }

    private static async Task<WebApplication> ServeAsync(string answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        app.Run(context => context.Response.WriteAsync(answer));
        await app.StartAsync(TestController.Stop);
        return app;
    }
}
