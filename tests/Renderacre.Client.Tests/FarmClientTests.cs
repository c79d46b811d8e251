using System.Net;
using System.Net.Sockets;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Workers;
using Renderacre.Testing;

namespace Renderacre.Client.Tests;

public sealed class FarmClientTests
{
    private static readonly Guid JobId = Guid.Parse("3f9a01bc-0000-8000-8000-000000000001");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_submission_is_posted_as_JSON_and_the_job_comes_back()
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On("POST /v1/jobs", Sample.Job(JobId, "hello", JobState.Queued));
        using var client = new FarmClient(farm.Url);

        var job = await client.SubmitAsync(new JobSubmit { Name = "hello", Priority = 3 }, Token);

        Assert.Equal(JobId, job.Id);
        var asked = Assert.Single(farm.Asked);
        Assert.Equal("POST /v1/jobs", asked.Request);
        Assert.Contains("\"name\":\"hello\",\"priority\":3", asked.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_in_the_address_stands_before_every_path_that_is_asked()
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On<IReadOnlyList<WorkerInfo>>("GET /site/v1/workers", [Sample.Worker(JobId, "node1", WorkerState.Online)]);
        using var client = new FarmClient(new Uri(farm.Url, "site/"));

        Assert.Equal("node1", Assert.Single(await client.ListWorkersAsync(Token)).Name);
    }

    [Fact]
    public async Task A_refusal_carries_the_status_and_everything_the_controller_said()
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.Refuse("POST /v1/jobs", 400, new ErrorBody("name is blank", ["name is blank", "tasks is empty"]));
        using var client = new FarmClient(farm.Url);

        var refusal = await Assert.ThrowsAsync<FarmException>(
            () => client.SubmitAsync(new JobSubmit { Name = "" }, Token));

        Assert.Equal(HttpStatusCode.BadRequest, refusal.Status);
        Assert.Equal("name is blank", refusal.Message);
        Assert.Equal(["name is blank", "tasks is empty"], refusal.Errors);
    }

    [Fact]
    public async Task A_refusal_by_something_else_than_a_controller_names_the_request_and_the_status()
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On($"GET /v1/jobs/{JobId}", context =>
        {
            context.Response.StatusCode = 502;
            return context.Response.Body.WriteAsync("<html>"u8.ToArray(), context.RequestAborted).AsTask();
        });
        using var client = new FarmClient(farm.Url);

        var refusal = await Assert.ThrowsAsync<FarmException>(() => client.GetJobAsync(JobId, Token));

        Assert.Equal($"GET {farm.Url}v1/jobs/{JobId} answered 502 Bad Gateway", refusal.Message);
    }

    [Fact]
    public async Task An_answer_that_is_not_of_the_protocol_is_told_so()
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On("GET /v1/stats", context =>
            context.Response.Body.WriteAsync("{]"u8.ToArray(), context.RequestAborted).AsTask());
        using var client = new FarmClient(farm.Url);

        var problem = await Assert.ThrowsAsync<FarmException>(() => client.GetStatsAsync(Token));

        Assert.Contains("not of this farm's protocol", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_listens_the_controller_is_unreachable()
    {
        using var client = new FarmClient(UnusedAddress());

        var problem = await Assert.ThrowsAsync<FarmUnreachableException>(() => client.GetHealthAsync(Token));

        Assert.StartsWith($"the controller at {problem.Controller.OriginalString} cannot be reached", problem.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_controller_that_never_answers_is_unreachable_after_the_timeout()
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On("GET /v1/jobs", context => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted)
            .ContinueWith(_ => { }, TaskScheduler.Default));
        using var client = new FarmClient(farm.Url, TimeSpan.FromMilliseconds(200));

        var problem = await Assert.ThrowsAsync<FarmUnreachableException>(() => client.ListJobsAsync(Token));

        Assert.Contains("no answer within 0.2 s", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_call_is_cancelled_and_not_unreachable()
    {
        await using var farm = await FakeFarm.StartAsync();
        using var client = new FarmClient(farm.Url);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.ListJobsAsync(new(canceled: true)));
    }

    [Fact]
    public async Task A_page_of_tasks_is_asked_for_by_where_the_last_one_ended()
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On($"GET /v1/jobs/{JobId}/tasks", new TaskPage([], null, 7));
        using var client = new FarmClient(farm.Url);

        var page = await client.GetTasksAsync(JobId, "a b", 50, Token);

        Assert.Equal(7, page.Total);
        Assert.Equal($"GET /v1/jobs/{JobId}/tasks?limit=50&after=a%20b", Assert.Single(farm.Asked).Request);
    }

    [Theory]
    [InlineData("ftp://farm")]
    [InlineData("/v1")]
    public void An_address_that_is_not_http_is_refused(string address) =>
        Assert.Throws<ArgumentException>(() => new FarmClient(new Uri(address, UriKind.RelativeOrAbsolute)));

    private static Uri UnusedAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}");
    }
}
