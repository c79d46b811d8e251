using Renderacre.Controller.Writing;
using Renderacre.Farm.Time;

namespace Renderacre.Controller.Tests.Writing;

/// <summary>The farm's time beside a wall clock that somebody sets.</summary>
public sealed class FarmClockTests
{
    private static readonly FarmTime Noon = FarmTime.From(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));

    private readonly SetTime _time = new() { Wall = Noon };

    [Fact]
    public void A_wall_clock_that_is_set_forward_or_back_does_not_move_the_farms_time()
    {
        var clock = new FarmClock(_time);
        clock.Set(default);
        _time.Wall = Noon.Plus(TimeSpan.FromHours(5));
        Assert.Equal(Noon, clock.Now);
        _time.Wall = Noon.Plus(TimeSpan.FromHours(-5));
        _time.Passed = TimeSpan.FromSeconds(7);
        Assert.Equal(Noon.Plus(TimeSpan.FromSeconds(7)), clock.Now);
    }

    [Fact]
    public void The_wall_clock_counts_from_the_next_loading_on()
    {
        var clock = new FarmClock(_time);
        clock.Set(default);
        _time.Wall = Noon.Plus(TimeSpan.FromHours(5));
        clock.Set(default);
        Assert.Equal(_time.Wall, clock.Now);
    }

    [Fact]
    public void Loading_sets_it_back_neither_behind_what_is_stored_nor_behind_what_it_was()
    {
        var clock = new FarmClock(_time);
        FarmTime stored = Noon.Plus(TimeSpan.FromHours(1));
        clock.Set(stored);
        Assert.Equal(stored, clock.Now);
        _time.Passed = TimeSpan.FromSeconds(7);
        clock.Set(default);
        Assert.Equal(stored.Plus(TimeSpan.FromSeconds(7)), clock.Now);
    }

    private sealed class SetTime : TimeProvider
    {
        public FarmTime Wall { get; set; }

        public TimeSpan Passed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Wall.ToUtc();

        public override long GetTimestamp() => Passed.Ticks;
    }
}
