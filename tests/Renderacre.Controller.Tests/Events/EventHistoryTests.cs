using System.Net.ServerSentEvents;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Renderacre.Contracts.Events;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Controller.Events;
using Renderacre.Controller.Hosting;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;
using Renderacre.Storage.Sqlite;

namespace Renderacre.Controller.Tests.Events;

/// <summary>Clients that have been away for long, and streams on which nothing happens for long.</summary>
public sealed class EventHistoryTests
{
    [Fact]
    public async Task A_client_that_is_too_far_behind_is_told_to_read_afresh_and_goes_on_from_there()
    {
        await using TestController controller = await TestController.StartAsync();
        await SubmitAsync(controller);
        await controller.StopAsync();
        Advance(controller, ChangeFeed.RevisionsBehindMax + 1);
        await controller.StartAgainAsync();

        await using EventReader events = await EventReader.OpenAsync(controller, "/v1/events?after=1");
        SseItem<string> reset = await events.NextItemAsync();
        Assert.Equal("reset", reset.EventType);
        FeedReset told = JsonSerializer.Deserialize(reset.Data, WireJson.Default.FeedReset)!;
        Assert.Equal(ChangeFeed.RevisionsBehindMax + 2, told.Revision);
        Assert.Equal("revision 1 is more than 10000 behind", told.Reason);
        await SubmitAsync(controller);
        Assert.Equal("job_submitted", (await events.NextAsync()).Kind);
    }

    [Fact]
    public async Task A_client_that_is_just_not_too_far_behind_gets_what_it_missed()
    {
        await using TestController controller = await TestController.StartAsync();
        await SubmitAsync(controller);
        await controller.StopAsync();
        Advance(controller, ChangeFeed.RevisionsBehindMax - 1);
        await controller.StartAgainAsync();

        await using EventReader events = await EventReader.OpenAsync(controller, "/v1/events?after=0");
        Assert.Equal("job_submitted", (await events.NextAsync()).Kind);
    }

    [Fact]
    public async Task A_stream_on_which_nothing_happens_says_that_it_is_still_there()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using TestController controller = await TestController.StartAsync(new HostSeams { Time = time });
        using HttpResponseMessage answer = await controller.Http.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, "/v1/events"), HttpCompletionOption.ResponseHeadersRead,
            TestController.Stop);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(TestController.Stop));

        Task<string?> line = ReadCommentAsync(lines);
        // The stream begins to wait at some moment of its own: time goes on until it has spoken.
        while (!line.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(": still here", await line);
        Assert.Equal("id: 0", await lines.ReadLineAsync(TestController.Stop));
    }

    private static async Task<string?> ReadCommentAsync(StreamReader lines)
    {
        string? line;
        do
            line = await lines.ReadLineAsync(TestController.Stop);
        while (line is not null && !line.StartsWith(':'));
        return line;
    }

    // As many commits as take too long to make: their rows are what other tests are about.
    private static void Advance(TestController controller, long revisions)
    {
        using SqliteDatabase database = SqliteDatabase.OpenForWriting(controller.DatabasePath);
        database.Execute(FormattableString.Invariant($"UPDATE meta SET revision = revision + {revisions}"));
    }

    private static Task<Job> SubmitAsync(TestController controller) =>
        controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
}
