using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Renderacre.Contracts.Jobs;
using Renderacre.Testing;

namespace Renderacre.Cli.Tests.Commands;

public sealed class FollowTests
{
    private static readonly Guid JobId = Guid.Parse("3f9a01bc-0000-8000-8000-000000000001");
    private static readonly Guid TaskId = Guid.Parse("11111111-0000-8000-8000-000000000001");
    private static readonly Guid AttemptId = Guid.Parse("22222222-0000-8000-8000-000000000002");

    [Fact]
    public async Task A_task_is_followed_byte_for_byte_until_it_has_ended()
    {
        await using var farm = await WithGrowingLogAsync("one\ntw", "o\nthree");

        var run = await CliRun.OfAsync(farm, "logs", TaskId.ToString(), "--follow");

        Assert.Equal((ExitCode.Success, "one\ntwo\nthree\n"), (run.ExitCode, run.Output.ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task The_lines_of_a_jobs_tasks_each_stand_after_the_tasks_name()
    {
        await using var farm = await WithGrowingLogAsync("one\ntw", "o\nthree");

        var run = await CliRun.OfAsync(farm, "logs", JobId.ToString(), "-f");

        Assert.Equal(["[render] one", "[render] two", "[render] three"], run.Lines);
    }

    [Fact]
    public async Task As_JSON_each_line_is_an_object()
    {
        await using var farm = await WithGrowingLogAsync("one\ntw", "o\n");

        var run = await CliRun.OfAsync(farm, "logs", JobId.ToString(), "-f", "-o", "json");

        Assert.Equal(["one", "two"], run.Lines.Select(line =>
            JsonDocument.Parse(line).RootElement.GetProperty("line").GetString()));
    }

    [Fact]
    public async Task Nothing_is_written_twice_while_nothing_new_comes()
    {
        await using var farm = await WithGrowingLogAsync("again\n", "");

        var run = await CliRun.OfAsync(farm, "logs", JobId.ToString(), "-f");

        Assert.Equal(["[render] again"], run.Lines);
    }

    // The task runs while the log has its first part, and has ended once it has both.
    private static async Task<FakeFarm> WithGrowingLogAsync(string first, string second)
    {
        var farm = await FakeFarm.StartAsync();
        var looks = 0;
        farm.On($"GET /v1/jobs/{JobId}", context => FakeFarm.WriteAsync(context, 200, JobIn(Look())));
        farm.On($"GET /v1/tasks/{TaskId}", context => FakeFarm.WriteAsync(context, 200, JobIn(Look()).Tasks[0]));
        farm.On($"GET /v1/tasks/{TaskId}/attempts/{AttemptId}/log", context =>
        {
            var log = looks < 4 ? first : first + second;
            var offset = (int)(context.Request.GetTypedHeaders().Range?.Ranges.First().From ?? 0);
            if (offset > 0)
                context.Response.StatusCode = offset < log.Length ? 206 : 416;
            return context.Response.WriteAsync(log[offset..]);
        });
        return farm;

        TaskState Look() => Interlocked.Increment(ref looks) < 4 ? TaskState.Running : TaskState.Succeeded;
    }

    private static Job JobIn(TaskState state)
    {
        var attempt = Sample.Attempt(TaskId, AttemptId, 1, Enum.Parse<AttemptState>(state.ToString()));
        return Sample.Job(
            JobId, "shot010", Enum.Parse<JobState>(state.ToString()),
            Sample.TaskOf(JobId, TaskId, "render", state, attempt));
    }
}
