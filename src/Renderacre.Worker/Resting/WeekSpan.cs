namespace Renderacre.Worker.Resting;

/// <summary>A time on one day of each week, as the clock on the wall shows it. It may end on the day after.</summary>
/// <param name="Day">The day on which it begins.</param>
/// <param name="From">The minute of the day at which it begins, 0 to 1439.</param>
/// <param name="To">The minute at which it is over: 1 to 1440, on the next day where it is not after the first.</param>
internal readonly record struct WeekSpan(DayOfWeek Day, int From, int To)
{
    /// <summary>Minutes in a day.</summary>
    public const int DayMinutes = 24 * 60;

    private const int WeekMinutes = 7 * DayMinutes;

    private int Length => To > From ? To - From : To - From + DayMinutes;

    /// <summary>Whether a minute of the week, 0 at the beginning of Sunday, lies in it.</summary>
    /// <param name="minute">0 to 10079.</param>
    public bool Contains(int minute) =>
        (minute - (int)Day * DayMinutes - From + WeekMinutes) % WeekMinutes < Length;
}
