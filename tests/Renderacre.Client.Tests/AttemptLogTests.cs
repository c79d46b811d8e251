using System.Text;
using Microsoft.AspNetCore.Http;
using Renderacre.Contracts.Farm;
using Renderacre.Testing;

namespace Renderacre.Client.Tests;

public sealed class AttemptLogTests
{
    private const string Log = "first line\nsecond line\n";

    private static readonly Guid TaskId = Guid.Parse("77d2e405-0000-8000-8000-000000000001");
    private static readonly Guid AttemptId = Guid.Parse("a77e3b01-0000-8000-8000-000000000001");

    private static string Request => $"GET /v1/tasks/{TaskId}/attempts/{AttemptId}/log";

    [Theory]
    [InlineData(0, Log)]
    [InlineData(11, "second line\n")]
    [InlineData(23, "")]
    [InlineData(500, "")]
    public async Task The_log_is_read_from_the_offset_on_by_range(long offset, string expected)
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On(Request, context =>
            Results.Bytes(Encoding.UTF8.GetBytes(Log), enableRangeProcessing: true).ExecuteAsync(context));

        Assert.Equal(expected, await ReadAsync(farm, offset));
    }

    [Theory]
    [InlineData(11, "second line\n")]
    [InlineData(500, "")]
    public async Task Of_a_server_without_ranges_what_stands_before_the_offset_is_dropped(long offset, string expected)
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On(Request, context => context.Response.WriteAsync(Log, context.RequestAborted));

        Assert.Equal(expected, await ReadAsync(farm, offset));
    }

    [Fact]
    public async Task The_log_of_an_unknown_attempt_is_refused_as_the_controller_says_it()
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.Refuse(Request, 404, new ErrorBody("no such attempt"));

        var refusal = await Assert.ThrowsAsync<FarmException>(() => ReadAsync(farm, 0));

        Assert.Equal("no such attempt", refusal.Message);
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_is_unreachable()
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On(Request, async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync(Log, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        });

        await Assert.ThrowsAsync<FarmUnreachableException>(() => ReadAsync(farm, 0));
    }

    private static async Task<string> ReadAsync(FakeFarm farm, long offset)
    {
        using var client = new FarmClient(farm.Url);
        using var read = new MemoryStream();
        var token = TestContext.Current.CancellationToken;
        await foreach (var piece in client.ReadAttemptLogAsync(TaskId, AttemptId, offset, token))
            read.Write(piece.Span);
        return Encoding.UTF8.GetString(read.ToArray());
    }
}
