using Renderacre.Worker.Resting;

namespace Renderacre.Worker.Tests.Resting;

public sealed class WorkHoursTests
{
    // Clocks go from 02:00 to 03:00 on 29 March 2026 and from 03:00 back to 02:00 on 25 October 2026.
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("Mon-Fri 18:00-08:00", "2026-06-01 17:59", false)]
    [InlineData("Mon-Fri 18:00-08:00", "2026-06-01 18:00", true)]
    [InlineData("Mon-Fri 18:00-08:00", "2026-06-06 07:59", true)] // Saturday: what Friday began.
    [InlineData("Mon-Fri 18:00-08:00", "2026-06-06 08:00", false)]
    [InlineData("Mon-Fri 18:00-08:00", "2026-06-01 07:00", false)] // Monday: Sunday began nothing.
    [InlineData("Sat 20:00-06:00", "2026-06-07 05:59", true)] // Over the end of the week.
    [InlineData("Fri-Mon", "2026-06-07 12:00", true)]
    [InlineData("Fri-Mon", "2026-06-09 12:00", false)]
    [InlineData("mon , wed 9:00 - 12:00", "2026-06-03 09:00", true)]
    [InlineData("mon,wed 9:00-12:00, 13:00-17:00", "2026-06-03 12:30", false)]
    [InlineData("mon,wed 9:00-12:00, 13:00-17:00", "2026-06-03 13:00", true)]
    [InlineData("22:00-24:00", "2026-06-03 23:59", true)]
    [InlineData("22:00-00:00", "2026-06-04 00:00", false)]
    [InlineData("Mon-Fri 18:00-08:00; Sat,Sun", "2026-06-07 12:00", true)]
    public void Hours_hold_by_the_clock_on_the_wall(string hours, string wall, bool inside) =>
        Assert.Equal(inside, WorkHoursText.Parse(hours).Contains(Moment(wall), Berlin));

    [Theory]
    [InlineData("Mon 18:00-20:00", "2026-06-02 12:00", "2026-06-08T18:00+02:00")]
    [InlineData("18:00-08:00", "2026-06-02 12:00", "2026-06-02T18:00+02:00")]
    [InlineData("18:00-20:00", "2026-03-28 21:00", "2026-03-29T18:00+02:00")] // An hour earlier than the day before.
    [InlineData("02:15-02:45", "2026-03-29 01:00", "2026-03-30T02:15+02:00")] // The clock skips that day's.
    [InlineData("01:30-02:30", "2026-03-29 00:00", "2026-03-29T01:30+01:00")]
    [InlineData("Sun 02:15-02:45", "2026-03-28 12:00", "2026-04-05T02:15+02:00")]
    public void The_next_hours_are_found_whatever_the_clock_skips(string hours, string wall, string next) =>
        Assert.Equal(Iso(next), WorkHoursText.Parse(hours).NextAfter(Moment(wall), Berlin));

    [Fact]
    public void An_hour_that_the_clock_shows_twice_is_worked_twice()
    {
        WorkHours hours = WorkHoursText.Parse("02:15-02:45");
        DateTimeOffset second = Iso("2026-10-25T02:15+01:00");
        Assert.True(hours.Contains(Iso("2026-10-25T02:44+02:00"), Berlin));
        Assert.False(hours.Contains(Iso("2026-10-25T02:45+02:00"), Berlin));
        Assert.Equal(second, hours.NextAfter(Iso("2026-10-25T02:45+02:00"), Berlin));
        Assert.True(hours.Contains(second, Berlin));
    }

    [Fact]
    public void Hours_that_end_in_a_skipped_hour_end_where_the_clock_goes_on() =>
        Assert.False(WorkHoursText.Parse("01:30-02:30").Contains(Iso("2026-03-29T03:00+02:00"), Berlin));

    [Theory]
    [InlineData("", "it names no hours; write such as Mon-Fri 18:00-08:00; Sat,Sun")]
    [InlineData("Mon-Fry 18:00-08:00", "'Mon-Fry' is wrong; days of Sun, Mon, Tue, Wed, Thu, Fri, Sat")]
    [InlineData("Mon-Wed-Fri", "'Mon-Wed-Fri' is wrong; a day such as Mon, or a range of days such as Mon-Fri")]
    [InlineData("Mon 18:00", "'18:00' is wrong; times such as 18:00-08:00")]
    [InlineData("Mon 18:00-25:00", "'18:00-25:00' is wrong; times from 00:00 to 24:00")]
    [InlineData("Mon 18:60-20:00", "'18:60-20:00' is wrong; times from 00:00 to 24:00")]
    [InlineData("Mon 18:00-24:01", "'18:00-24:01' is wrong; times from 00:00 to 24:00")]
    [InlineData("Mon 1-2:00-20:00", "'1-2:00-20:00' is wrong; times such as 18:00-08:00")]
    [InlineData("Mon 24:00-02:00", "'24:00-02:00' is wrong; a beginning from 00:00 to 23:59")]
    [InlineData("Mon 08:00-08:00", "'08:00-08:00' is wrong; an end other than the beginning; all day is 00:00-24:00")]
    [InlineData("Sat; 18:00-20:00 Mon", "'18:00-20:00 Mon' is wrong; days, times, or days and then times")]
    public void A_wrong_part_is_named(string hours, string message)
    {
        var error = Assert.Throws<FormatException>(() => WorkHoursText.Parse(hours));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    private static DateTimeOffset Moment(string wall)
    {
        var local = DateTime.Parse(wall, System.Globalization.CultureInfo.InvariantCulture);
        return new DateTimeOffset(local, Berlin.GetUtcOffset(local));
    }

    private static DateTimeOffset Iso(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
