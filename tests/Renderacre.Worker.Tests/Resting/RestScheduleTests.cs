using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Renderacre.Contracts.Sync;
using Renderacre.Worker.Machines;
using Renderacre.Worker.Resting;
using Renderacre.Worker.Signals;
using Renderacre.Worker.Tests.Support;

namespace Renderacre.Worker.Tests.Resting;

public sealed class RestScheduleTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 6, 1, 15, 30, 0, TimeSpan.Zero)); // Monday
    private readonly FakeIdleTime _machine = new();

    public RestScheduleTests() =>
        _time.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Outside_its_hours_a_worker_rests_and_says_until_when()
    {
        var schedule = new RestSchedule(WorkHoursText.Parse("18:00-08:00"), null, false, _time);
        var rest = new WorkerRest("outside its hours until Mon 2026-06-01 18:00 +02:00 (18:00-08:00)", false)
        {
            Until = new DateTimeOffset(2026, 6, 1, 16, 0, 0, TimeSpan.Zero),
        };
        Assert.Equal(rest, await schedule.LookAsync(Token));
        _time.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(rest, await schedule.LookAsync(Token));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await schedule.LookAsync(Token));
        _time.Advance(TimeSpan.FromHours(14));
        Assert.Equal(
            "outside its hours until Tue 2026-06-02 18:00 +02:00 (18:00-08:00)",
            (await schedule.LookAsync(Token))?.Reason);
    }

    [Fact]
    public async Task While_somebody_uses_its_machine_a_worker_rests()
    {
        var schedule = new RestSchedule(null, await RuleAsync(), true, _time);
        Assert.Null(await schedule.LookAsync(Token));
        _machine.IdleTime = TimeSpan.FromMinutes(14.9);
        Assert.Equal(
            new WorkerRest("somebody uses it, until nobody has for 15 minutes", true), await schedule.LookAsync(Token));
        _machine.IdleTime = TimeSpan.FromMinutes(15);
        Assert.Null(await schedule.LookAsync(Token));
    }

    [Fact]
    public async Task A_machine_that_tells_no_more_counts_as_used()
    {
        var schedule = new RestSchedule(null, await RuleAsync(), true, _time);
        _machine.IdleTime = null;
        Assert.Equal(
            "how long nobody has used it cannot be known at the moment", (await schedule.LookAsync(Token))?.Reason);
    }

    [Fact]
    public async Task A_machine_that_never_tells_is_refused()
    {
        _machine.IdleTime = null;
        var error = await Assert.ThrowsAsync<WorkerException>(RuleAsync);
        Assert.Equal(
            "--when-idle: this machine does not tell how long nobody has used it; a mouse is needed", error.Message);
    }

    [Fact]
    public async Task Both_rules_have_to_allow_work()
    {
        var schedule = new RestSchedule(WorkHoursText.Parse("Mon 18:00-20:00"), await RuleAsync(), false, _time);
        Assert.NotNull(await schedule.LookAsync(Token));
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Null(await schedule.LookAsync(Token));
        _machine.IdleTime = TimeSpan.Zero;
        Assert.NotNull(await schedule.LookAsync(Token));
    }

    [Fact]
    public async Task A_change_is_news_and_what_stays_is_none()
    {
        var news = new Signal();
        var schedule = new RestSchedule(WorkHoursText.Parse("18:00-08:00"), null, false, _time);
        var watch = new RestWatch(schedule, news, _time, new WorkerLog(NullLogger.Instance));
        await watch.LookAsync(Token);
        await news.WaitAsync(Token);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Task running = watch.RunAsync(end.Token);
        _time.Advance(TimeSpan.FromMinutes(20));
        Task next = news.WaitAsync(Token);
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromMinutes(10));
        await next.WaitAsync(Eventually.Patience, Token);
        Assert.Null(watch.Rest);
        await end.CancelAsync();
        await running;
    }

    private Task<IdleRule> RuleAsync() => IdleRule.MakeAsync(_machine, 15, Token);

    private sealed class FakeIdleTime : IIdleTime
    {
        public TimeSpan? IdleTime { get; set; } = TimeSpan.MaxValue;

        public string Needs => "a mouse";

        public Task<TimeSpan?> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(IdleTime);
    }
}
