using System.Globalization;
using System.Text;
using OpenJd.Expressions.Regexes;
using OpenJd.Sessions.Output;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Worker.Supervision;

/// <summary>The patterns by which tasks of a session tell how far they are, ready to look at lines with.</summary>
internal sealed class ProgressPatterns
{
    private readonly IReadOnlyList<LinePattern> _patterns;

    private ProgressPatterns(IReadOnlyList<LinePattern> patterns) => _patterns = patterns;

    /// <summary>No patterns: nothing is found.</summary>
    public static ProgressPatterns None { get; } = new([]);

    /// <summary>Reads patterns.</summary>
    /// <param name="patterns">The patterns; the controller has checked them.</param>
    /// <exception cref="InvalidDataException">One is none that this worker knows.</exception>
    public static ProgressPatterns Read(IReadOnlyList<string> patterns) => new([.. patterns.Select(Read)]);

    /// <summary>Looks at a line.</summary>
    /// <param name="line">The line; of a long one its start.</param>
    /// <returns>
    /// 0 to 100, by the first pattern that is in it; null where none is, and where its groups tell nothing of the kind.
    /// </returns>
    public double? Find(OutputLine line)
    {
        if (_patterns.Count == 0 || !line.StartsLine)
            return null;
        ReadOnlySpan<byte> content = line.Content;
        string text = Encoding.UTF8.GetString(content[..Math.Min(content.Length, OutputRule.LineBytesMax)]);
        foreach (LinePattern pattern in _patterns)
        {
            if (pattern.Find(text) is { } found)
                return Percent(found);
        }

        return null;
    }

    // The first text is the match as a whole.
    private static double? Percent(IReadOnlyList<string> found) => found switch
    {
        [_, string percent] => InRange(Number(percent)),
        [_, string done, string all] => InRange(100 * Number(done) / Number(all)),
        _ => null,
    };

    private static double? InRange(double? percent) => percent is >= 0 and <= 100 ? percent : null;

    private static double? Number(string text) => double.TryParse(
        text.AsSpan().Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
        ? number
        : null;

    private static LinePattern Read(string pattern) => LinePattern.TryParse(pattern, out LinePattern? read, out _)
        ? read
        : throw new InvalidDataException($"the progress pattern '{pattern}' is none that this worker knows");
}
