using System.Net;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Jobs;

public sealed class JobSearchTests
{
    [Theory]
    [InlineData("", "c,b,a")]
    [InlineData("?owner=ann", "b,a")]
    [InlineData("?owner=nobody", "")]
    [InlineData("?project=film", "c,a")]
    [InlineData("?queue=night", "a")]
    [InlineData("?tag=4k", "b,a")]
    [InlineData("?tag=4k&owner=ann&project=film", "a")]
    [InlineData("?text=SHOT%20b", "b")]
    [InlineData("?text=100%25", "c")]
    [InlineData("?text=_", "")]
    [InlineData("?state=paused", "b")]
    [InlineData("?state=queued,paused", "c,b,a")]
    [InlineData("?state=queued&state=paused", "c,b,a")]
    [InlineData("?state=failed", "")]
    [InlineData("?age=1h", "c,b,a")]
    [InlineData("?older=1h", "")]
    [InlineData("?limit=1", "c")]
    public async Task Jobs_are_found_by(string query, string names)
    {
        await using TestController controller = await TestController.StartAsync();
        await SubmitAsync(controller, "a", "ann", "film", "night", "4k", "final");
        Job paused = await SubmitAsync(controller, "b", "ann", null, null, "4k");
        await SubmitAsync(controller, "c", "bob", "film", null);
        await controller.ActAsync($"/v1/jobs/{paused.Id}/pause", WireJson.Default.Job);
        IReadOnlyList<Job> found = await controller.GetAsync($"/v1/jobs{query}", WireJson.Default.IReadOnlyListJob);
        Assert.Equal(names, string.Join(',', found.Select(job => job.Name[^1])));
    }

    [Theory]
    [InlineData("?state=done", "state: 'done' is unknown")]
    [InlineData("?age=soon", "age: 'soon' is no age")]
    [InlineData("?older=7", "older: '7' is no age")]
    [InlineData("?archived=maybe", "archived: 'maybe' is unknown")]
    [InlineData("?limit=100000", "limit")]
    [InlineData("?after=x", "x")]
    public async Task A_wrong_value_is_named(string query, string named)
    {
        await using TestController controller = await TestController.StartAsync();
        HttpResponseMessage answer = await controller.Http.GetAsync($"/v1/jobs{query}", TestController.Stop);
        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound);
        ErrorBody error = await TestController.ErrorAsync(answer, answer.StatusCode);
        Assert.Contains(named, error.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_goes_on_after_its_last_job()
    {
        await using TestController controller = await TestController.StartAsync();
        foreach (string name in new[] { "a", "b", "c", "d" })
            await SubmitAsync(controller, name, name == "b" ? "bob" : "ann", null, null);
        var seen = new List<string>();
        string? next = null;
        do
        {
            HttpResponseMessage answer =
                await controller.Http.GetAsync($"/v1/jobs?owner=ann&limit=2&after={next}", TestController.Stop);
            string text = await answer.Content.ReadAsStringAsync(TestController.Stop);
            seen.AddRange(System.Text.Json.JsonSerializer.Deserialize(text, WireJson.Default.IReadOnlyListJob)!
                .Select(job => job.Name[^1].ToString()));
            next = answer.Headers.TryGetValues("Renderacre-Next", out IEnumerable<string>? ids) ? ids.Single() : null;
        }
        while (next is not null);
        Assert.Equal(["d", "c", "a"], seen);
    }

    private static Task<Job> SubmitAsync(
        TestController controller, string name, string owner, string? project, string? queue, params string[] tags) =>
        controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("t")) with
        {
            Name = $"Shot {name}",
            Owner = owner,
            Project = project,
            Queue = queue,
            Tags = tags,
            Comment = name == "c" ? "at 100%" : null,
        });
}
