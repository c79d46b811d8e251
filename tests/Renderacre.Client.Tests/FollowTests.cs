using Microsoft.AspNetCore.Http;
using Renderacre.Testing;

namespace Renderacre.Client.Tests;

public sealed class FollowTests
{
    private static readonly Guid JobId = Guid.Parse("77d2e405-0000-8000-8000-000000000001");

    private static string Change(int revision, string id) => $$"""
        {{id}}data: {"revision":{{revision}},"ordinal":0,"timestamp":"2026-01-31T12:00:00Z","actor":"api","kind":"x"}


        """;

    [Fact]
    public async Task The_feed_begins_with_a_moment_and_tells_where_to_go_on()
    {
        await using var farm = await TellingAsync(Change(6, "") + Change(7, "id: 7\n"));

        var moments = await FollowAsync(farm, after: 5);

        Assert.Equal([(5L, null), (5L, 6L), (7L, (long?)7L)],
            moments.Select(moment => (moment.Revision!.Value, moment.Change?.Revision)));
        Assert.Equal($"GET /v1/events?after=5&job={JobId}", Assert.Single(farm.Asked).Request);
    }

    [Fact]
    public async Task A_reset_is_a_moment_to_look_at_everything_afresh()
    {
        await using var farm = await TellingAsync(
            ": still here\n\nevent: reset\nid: 9\ndata: {\"revision\":9,\"reason\":\"too far behind\"}\n\n");

        var moments = await FollowAsync(farm, after: 5);

        Assert.Equal(new FeedMoment(9, null), moments[^1]);
    }

    [Fact]
    public async Task A_message_of_a_newer_controller_is_a_moment_as_well()
    {
        await using var farm = await TellingAsync("id: 8\ndata: [1, 2]\n\n");

        Assert.Equal(new FeedMoment(8, null), (await FollowAsync(farm, after: null))[^1]);
    }

    [Fact]
    public async Task A_feed_that_breaks_is_told_as_a_controller_that_cannot_be_reached()
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On("GET /v1/events", async context =>
        {
            await context.Response.WriteAsync(Change(7, "id: 7\n"));
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        await Assert.ThrowsAsync<FarmUnreachableException>(() => FollowAsync(farm, after: 5));
    }

    private static async Task<FakeFarm> TellingAsync(string text)
    {
        var farm = await FakeFarm.StartAsync();
        farm.On("GET /v1/events", context =>
        {
            context.Response.ContentType = "text/event-stream";
            return context.Response.WriteAsync(text, context.RequestAborted);
        });
        return farm;
    }

    private static async Task<List<FeedMoment>> FollowAsync(FakeFarm farm, long? after)
    {
        using var client = new FarmClient(farm.Url);
        var token = TestContext.Current.CancellationToken;
        return await client.FollowAsync(after, JobId, token).ToListAsync(token);
    }
}
