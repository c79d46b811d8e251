using System.Globalization;

namespace Renderacre.Worker.Resting;

/// <summary>
/// Reads working hours: entries apart by <c>;</c>, each days (<c>Mon-Fri</c>, <c>Sat,Sun</c>), times
/// (<c>18:00-08:00</c>), or days and times. Without days it holds on each, without times all day.
/// </summary>
internal static class WorkHoursText
{
    /// <summary>An example, for messages and the help.</summary>
    public const string Example = "Mon-Fri 18:00-08:00; Sat,Sun";

    private const int LengthMax = 1000;
    private const StringSplitOptions Tidy = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    private static readonly string[] DayNames = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    /// <summary>Reads hours.</summary>
    /// <param name="text">The hours as somebody wrote them.</param>
    /// <exception cref="FormatException">They are wrong; the message names the part.</exception>
    public static WorkHours Parse(string text)
    {
        if (text.Length > LengthMax)
            throw new FormatException($"it has {text.Length} characters; at most {LengthMax} are possible");
        string[] entries = text.Split(';', Tidy);
        return entries.Length > 0
            ? new WorkHours(text.Trim(), [.. entries.SelectMany(Entry)])
            : throw new FormatException($"it names no hours; write such as {Example}");
    }

    private static IEnumerable<WeekSpan> Entry(string entry)
    {
        // Spaces stand between days and times; around commas and dashes they mean nothing.
        string tight = string.Join('-', entry.Split('-', StringSplitOptions.TrimEntries));
        string[] words = string.Join(',', tight.Split(',', Tidy)).Split((char[]?)null, Tidy);
        bool hasTimes = words.Length > 0 && words[^1].Contains(':', StringComparison.Ordinal);
        int wordsMax = hasTimes ? 2 : 1;
        if (words.Length > wordsMax || words.Length == 0)
            throw Wrong(entry, "days, times, or days and then times");
        List<DayOfWeek> days = hasTimes && words.Length == 1
            ? [.. Enum.GetValues<DayOfWeek>()]
            : [.. words[0].Split(',').SelectMany(Days)];
        List<(int From, int To)> times = hasTimes
            ? [.. words[^1].Split(',').Select(Times)]
            : [(0, WeekSpan.DayMinutes)];
        return from day in days from time in times select new WeekSpan(day, time.From, time.To);
    }

    private static IEnumerable<DayOfWeek> Days(string part)
    {
        string[] ends = part.Split('-', StringSplitOptions.TrimEntries);
        if (ends.Length > 2)
            throw Wrong(part, "a day such as Mon, or a range of days such as Mon-Fri");
        int first = Day(ends[0], part);
        int count = (Day(ends[^1], part) - first + 7) % 7 + 1;
        return Enumerable.Range(first, count).Select(day => (DayOfWeek)(day % 7));
    }

    private static int Day(string name, string part)
    {
        int day = Array.FindIndex(DayNames, each => each.Equals(name, StringComparison.OrdinalIgnoreCase));
        return day >= 0 ? day : throw Wrong(part, $"days of {string.Join(", ", DayNames)}");
    }

    private static (int From, int To) Times(string part)
    {
        string[] ends = part.Split('-', StringSplitOptions.TrimEntries);
        if (ends.Length != 2)
            throw Wrong(part, "times such as 18:00-08:00");
        int from = Minute(ends[0], part);
        int to = Minute(ends[1], part);
        if (from == WeekSpan.DayMinutes)
            throw Wrong(part, "a beginning from 00:00 to 23:59");
        if (from == to)
            throw Wrong(part, "an end other than the beginning; all day is 00:00-24:00");
        // An end at midnight is that of the day on which the hours begin.
        return (from, to == 0 ? WeekSpan.DayMinutes : to);
    }

    private static int Minute(string text, string part)
    {
        string[] numbers = text.Split(':');
        bool read = numbers is [{ Length: 1 or 2 }, { Length: 2 }];
        int hour = 0;
        int minute = 0;
        read = read && int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out hour)
            && int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out minute);
        int whole = hour * 60 + minute;
        return read && minute < 60 && whole <= WeekSpan.DayMinutes
            ? whole
            : throw Wrong(part, "times from 00:00 to 24:00");
    }

    private static FormatException Wrong(string part, string wanted) =>
        new($"'{part}' is wrong; {wanted} is wanted, as in {Example}");
}
