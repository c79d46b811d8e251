namespace Renderacre.Farm.Time;

/// <summary>A moment of the farm's own time, which never goes back.</summary>
/// <param name="Microseconds">Microseconds since 1970-01-01 UTC.</param>
public readonly record struct FarmTime(long Microseconds) : IComparable<FarmTime>
{
    /// <inheritdoc/>
    public int CompareTo(FarmTime other) => Microseconds.CompareTo(other.Microseconds);

    /// <summary>The moment a span later.</summary>
    /// <param name="span">How much later.</param>
    public FarmTime Plus(TimeSpan span) => new(Microseconds + span.Ticks / TimeSpan.TicksPerMicrosecond);

    /// <summary>The span from another moment to this one.</summary>
    /// <param name="earlier">The other moment.</param>
    public TimeSpan Since(FarmTime earlier) => TimeSpan.FromMicroseconds(Microseconds - earlier.Microseconds);

    /// <summary>As a wall-clock time.</summary>
    public DateTimeOffset ToUtc() => DateTimeOffset.UnixEpoch.AddMicroseconds(Microseconds);

    /// <summary>From a wall-clock time.</summary>
    /// <param name="time">The time.</param>
    public static FarmTime From(DateTimeOffset time) =>
        new((time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond);

    /// <summary>Whether one moment is before another.</summary>
    public static bool operator <(FarmTime left, FarmTime right) => left.Microseconds < right.Microseconds;

    /// <summary>Whether one moment is after another.</summary>
    public static bool operator >(FarmTime left, FarmTime right) => left.Microseconds > right.Microseconds;

    /// <summary>Whether one moment is not after another.</summary>
    public static bool operator <=(FarmTime left, FarmTime right) => left.Microseconds <= right.Microseconds;

    /// <summary>Whether one moment is not before another.</summary>
    public static bool operator >=(FarmTime left, FarmTime right) => left.Microseconds >= right.Microseconds;
}
