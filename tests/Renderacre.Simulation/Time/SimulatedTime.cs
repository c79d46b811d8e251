namespace Renderacre.Simulation.Time;

/// <summary>The time of a simulated farm: what has passed, and a wall clock that somebody may set.</summary>
internal sealed class SimulatedTime : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What has passed since the beginning.</summary>
    public TimeSpan Passed { get; set; }

    /// <summary>How far the controller's wall clock is off.</summary>
    public TimeSpan WallOff { get; set; }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Start + Passed + WallOff;

    /// <inheritdoc/>
    public override long GetTimestamp() => Passed.Ticks;
}
