using System.Globalization;

namespace Renderacre.Cli.Tables;

/// <summary>Lengths of time, read and written as people do: 90s, 15m, 6h, 2d, 1w.</summary>
internal static class Duration
{
    private static readonly Dictionary<char, TimeSpan> Units = new()
    {
        ['s'] = TimeSpan.FromSeconds(1),
        ['m'] = TimeSpan.FromMinutes(1),
        ['h'] = TimeSpan.FromHours(1),
        ['d'] = TimeSpan.FromDays(1),
        ['w'] = TimeSpan.FromDays(7),
    };

    /// <summary>Reads a whole number with a unit.</summary>
    /// <returns>The length, or null where the text is none.</returns>
    public static TimeSpan? Parse(string text) =>
        text.Length > 1 && Units.TryGetValue(text[^1], out var unit)
        && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && count <= TimeSpan.MaxValue / unit
            ? unit * count
            : null;

    /// <summary>Writes a length to a tenth of a second, or in larger units where it is longer.</summary>
    public static string Text(TimeSpan length) => length switch
    {
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{length.TotalSeconds:0.0}s"),
        { TotalHours: < 1 } => $"{(int)length.TotalMinutes}m{length.Seconds:00}s",
        { TotalDays: < 1 } => $"{(int)length.TotalHours}h{length.Minutes:00}m",
        _ => $"{(int)length.TotalDays}d{length.Hours:00}h",
    };
}
