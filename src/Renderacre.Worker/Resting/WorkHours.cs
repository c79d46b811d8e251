namespace Renderacre.Worker.Resting;

/// <summary>
/// The hours of the week in which a worker takes work. They go by the clock on the wall: an hour that the clock skips
/// when daylight saving begins never is, and one that it shows twice when that ends is worked twice.
/// </summary>
/// <param name="text">The hours as they were written.</param>
/// <param name="spans">The hours; they may overlap.</param>
internal sealed class WorkHours(string text, IReadOnlyList<WeekSpan> spans)
{
    // A week and one more, since a clock may skip the only hours of the first.
    private const int LookAheadMinutes = 15 * WeekSpan.DayMinutes;

    /// <summary>Whether a moment lies in them.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="zone">Where the clock hangs.</param>
    public bool Contains(DateTimeOffset moment, TimeZoneInfo zone)
    {
        DateTimeOffset wall = TimeZoneInfo.ConvertTime(moment, zone);
        int minute = (int)wall.DayOfWeek * WeekSpan.DayMinutes + wall.Hour * 60 + wall.Minute;
        return spans.Any(span => span.Contains(minute));
    }

    /// <summary>When they begin again.</summary>
    /// <param name="moment">A moment outside them.</param>
    /// <param name="zone">Where the clock hangs.</param>
    /// <returns>The first moment in them, with the zone's offset; null where there is none for two weeks.</returns>
    public DateTimeOffset? NextAfter(DateTimeOffset moment, TimeZoneInfo zone)
    {
        // Hours begin on whole minutes, and so do changes of the clock: looking at each minute leaves none out.
        DateTimeOffset minute = moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMinute));
        for (int ahead = 1; ahead <= LookAheadMinutes; ahead++)
        {
            DateTimeOffset next = minute.AddMinutes(ahead);
            if (Contains(next, zone))
                return TimeZoneInfo.ConvertTime(next, zone);
        }

        return null;
    }

    /// <summary>The hours as they were written.</summary>
    public override string ToString() => text;

    /// <summary>Alike where they were written alike.</summary>
    /// <param name="obj">The other hours.</param>
    public override bool Equals(object? obj) => obj is WorkHours other && other.ToString() == text;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(text);
}
