using System.Text;
using Microsoft.AspNetCore.Http;
using Renderacre.Contracts.Farm;
using Renderacre.Testing;

namespace Renderacre.Client.Tests;

/// <summary>Answers that are passed on unread.</summary>
public sealed class DocumentTests
{
    private const string Newer = """{"newer":  "than this"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_is_sent_and_comes_back_byte_for_byte()
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On("POST /v1/jobs", context => context.Response.WriteAsync(Newer, context.RequestAborted));
        using var client = new FarmClient(farm.Url);

        var answer = await client.RequestAsync(HttpMethod.Post, "/v1/jobs", Encoding.UTF8.GetBytes(Newer), Token);

        Assert.Equal(Newer, Encoding.UTF8.GetString(answer.Body.Span));
        Assert.Null(answer.Next);
        Assert.Equal(("POST /v1/jobs", Newer), Assert.Single(farm.Asked));
    }

    [Fact]
    public async Task A_list_that_was_cut_says_where_it_goes_on()
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On("GET /v1/jobs", context =>
        {
            context.Response.Headers["Renderacre-Next"] = "abc";
            return context.Response.WriteAsync("[]", context.RequestAborted);
        });
        using var client = new FarmClient(farm.Url);

        Assert.Equal("abc", (await client.RequestAsync(HttpMethod.Get, "/v1/jobs", null, Token)).Next);
    }

    [Fact]
    public async Task A_refusal_is_thrown_as_everywhere()
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.Refuse("DELETE /v1/jobs/1", 409, new ErrorBody("it runs"));
        using var client = new FarmClient(farm.Url);

        var refusal = await Assert.ThrowsAsync<FarmException>(
            () => client.RequestAsync(HttpMethod.Delete, "/v1/jobs/1", null, Token));

        Assert.Equal("it runs", refusal.Message);
    }

    [Fact]
    public async Task A_token_goes_with_every_request()
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On("GET /v1/jobs", context =>
            context.Response.WriteAsync($"\"{context.Request.Headers.Authorization}\"", context.RequestAborted));
        using var client = new FarmClient(farm.Url, token: "s3cret");

        var answer = await client.RequestAsync(HttpMethod.Get, "/v1/jobs", null, Token);

        Assert.Equal("\"Bearer s3cret\"", Encoding.UTF8.GetString(answer.Body.Span));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("line\nend")]
    [InlineData("ümlaut")]
    public void A_token_that_no_header_can_hold_is_refused_and_not_repeated(string token)
    {
        var refusal = Assert.Throws<ArgumentException>(() => new FarmClient(new Uri("http://farm"), token: token));

        if (token.Length > 0)
            Assert.DoesNotContain(token, refusal.Message, StringComparison.Ordinal);
    }
}
