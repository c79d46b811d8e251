using System.Net;
using System.Net.Http.Headers;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Json;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Hosting;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("{", "line 1, column 2")]
    [InlineData("[]", "line 1")]
    [InlineData("{}", "name")]
    [InlineData("{\"name\": 1}", "name: ")]
    [InlineData("{\"name\": null}", "name")]
    [InlineData("{\"name\": \"x\",\n \"priority\": 3000000000}", "priority: ")]
    [InlineData("{\"name\": \"x\", \"name\": \"y\"}", "name")]
    [InlineData("{\"name\": \"x\", \"tasks\": [{\"name\": \"a\"}]}", "command")]
    [InlineData("null", "null")]
    [InlineData("", "line 1")]
    public async Task A_malformed_body_is_400_and_says_where(string json, string named)
    {
        await using TestController controller = await TestController.StartAsync();
        ErrorBody error = await TestController.ErrorAsync(
            await controller.PostTextAsync("/v1/jobs", json), HttpStatusCode.BadRequest);
        Assert.Contains(named, error.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_fields_and_nulls_for_optionals_are_taken()
    {
        await using TestController controller = await TestController.StartAsync();
        HttpResponseMessage answer = await controller.PostTextAsync("/v1/jobs", """
            {"name": "x", "unknown": 1, "priority": null, "openjd": null, "tags": null, "tasks": [{"name": "a",
             "command": {"executable": "e", "args": null, "env": null, "working_dir": null}, "dependencies": null,
             "requirements": {"labels": null, "pools": null, "amounts": null, "attributes": null}, "limits": null}]}
            """);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Requests_are_refused_that_break_the_rules_of_http()
    {
        await using TestController controller = await TestController.StartAsync();
        await Refused(controller, Post("/v1/jobs", new StringContent("{}", MediaTypeHeaderValue.Parse("text/plain"))),
            HttpStatusCode.BadRequest, "'Content-Type: application/json'");
        await Refused(controller, Post("/v1/jobs", new ByteArrayContent("{}"u8.ToArray())),
            HttpStatusCode.BadRequest, "has no Content-Type");
        HttpRequestMessage large = Post("/v1/limits", Json(new string(' ', 3 << 20)));
        // Asks before it sends: the controller answers without reading, and closes the connection.
        large.Headers.ExpectContinue = true;
        await Refused(controller, large, HttpStatusCode.RequestEntityTooLarge, "2097152");
        await Refused(controller, new HttpRequestMessage(HttpMethod.Get, "/v1/nothing"),
            HttpStatusCode.NotFound, "/v1/nothing");
        await Refused(controller, new HttpRequestMessage(HttpMethod.Delete, "/v1/jobs"),
            HttpStatusCode.MethodNotAllowed, "DELETE");
        await Refused(controller, new HttpRequestMessage(HttpMethod.Get, "/v1/jobs/not-an-id"),
            HttpStatusCode.NotFound, "not-an-id");
        await Refused(controller, new HttpRequestMessage(HttpMethod.Get, "/v1/jobs?limit=0"),
            HttpStatusCode.BadRequest, "limit");
        await Refused(controller, new HttpRequestMessage(HttpMethod.Get, "/v1/jobs?limit=x"),
            HttpStatusCode.BadRequest, "limit");
    }

    [Fact]
    public async Task A_foreign_host_or_origin_is_refused_and_an_allowed_origin_is_not()
    {
        await using TestController controller = await TestController.StartAsync();
        HttpRequestMessage foreignHost = new(HttpMethod.Get, "/healthz") { Headers = { Host = "evil.example" } };
        await Refused(controller, foreignHost, HttpStatusCode.Forbidden, "evil.example");
        await Refused(controller, From("http://evil.example"), HttpStatusCode.Forbidden, "--allow-origin");
        HttpResponseMessage answer = await controller.Http.SendAsync(From("https://ok.example"), TestController.Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["https://ok.example"], answer.Headers.GetValues("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_preflight_of_an_allowed_origin_is_answered()
    {
        await using TestController controller = await TestController.StartAsync();
        HttpRequestMessage preflight = new(HttpMethod.Options, "/v1/jobs")
        {
            Headers = { { "Origin", "https://ok.example" }, { "Access-Control-Request-Method", "POST" } },
        };
        HttpResponseMessage answer = await controller.Http.SendAsync(preflight, TestController.Stop);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        string methods = answer.Headers.GetValues("Access-Control-Allow-Methods").Single();
        Assert.Contains("POST", methods, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_is_well_and_HEAD_is_answered_as_GET()
    {
        await using TestController controller = await TestController.StartAsync();
        HealthReport health = await controller.GetAsync("/v1/health", WireJson.Default.HealthReport);
        Assert.Equal(("ok", "sqlite"), (health.Status, health.Scheduler.Backend));
        HttpResponseMessage head = await controller.Http.SendAsync(
            new HttpRequestMessage(HttpMethod.Head, "/readyz"), TestController.Stop);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
    }

    [Fact]
    public async Task The_openapi_document_has_the_routes_and_their_types()
    {
        await using TestController controller = await TestController.StartAsync();
        string document = await controller.Http.GetStringAsync("/openapi/v1.json", TestController.Stop);
        string[] parts =
        [
            "/v1/jobs", "/v1/sync", "/v1/tasks/{id}/complete", "JobSubmit", "TaskInfo", "max_retries", "SyncResponse",
        ];
        Assert.All(parts, part => Assert.Contains($"\"{part}\"", document, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_ready_file_has_the_url()
    {
        await using TestController controller = await TestController.StartAsync();
        string url = (await File.ReadAllTextAsync(controller.ReadyFile, TestController.Stop)).TrimEnd('\n');
        Assert.Equal(controller.Http.BaseAddress, new Uri(url));
    }

    private static HttpRequestMessage From(string origin) =>
        new(HttpMethod.Get, "/healthz") { Headers = { { "Origin", origin } } };

    private static HttpRequestMessage Post(string path, HttpContent content) =>
        new(HttpMethod.Post, path) { Content = content };

    private static StringContent Json(string text) => new(text, MediaTypeHeaderValue.Parse("application/json"));

    private static async Task Refused(
        TestController controller, HttpRequestMessage request, HttpStatusCode status, string named)
    {
        HttpResponseMessage answer = await controller.Http.SendAsync(request, TestController.Stop);
        ErrorBody error = await TestController.ErrorAsync(answer, status);
        Assert.Contains(named, error.Error, StringComparison.Ordinal);
    }
}
