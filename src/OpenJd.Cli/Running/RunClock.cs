using System.Globalization;

namespace OpenJd.Cli.Running;

/// <summary>The times that the lines of a run begin with.</summary>
/// <param name="time">The clock.</param>
/// <param name="format">relative, local or utc.</param>
internal sealed class RunClock(TimeProvider time, string format)
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>Time since the start.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_start);

    /// <summary>This moment in the format that was asked for.</summary>
    public string Stamp => format switch
    {
        "local" => Local,
        "utc" => Format(time.GetUtcNow()),
        _ => Relative(Elapsed),
    };

    /// <summary>This moment as local time.</summary>
    public string Local => Format(time.GetLocalNow());

    private static string Format(DateTimeOffset moment) =>
        moment.ToString("yyyy-MM-ddTHH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);

    private static string Relative(TimeSpan elapsed) => string.Create(
        CultureInfo.InvariantCulture, $"{(long)elapsed.TotalHours}:{elapsed:mm\\:ss\\.ffffff}");
}
