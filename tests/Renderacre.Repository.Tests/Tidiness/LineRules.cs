using System.Text.RegularExpressions;

namespace Renderacre.Repository.Tests.Tidiness;

/// <summary>Rules that look at a file line by line.</summary>
internal static partial class LineRules
{
    public const int ColumnsMax = 120;

    // In two parts each, so that this file does not break its own rule.
    private static readonly string[] WorkplaceWords = ["/wor" + "k/", "/tmp/bash" + "_jobs", ".libr" + "ary"];

    public static IEnumerable<Finding> LongLines(TextFile file) =>
        Where(file, line => line.Length > ColumnsMax, $"is longer than {ColumnsMax} columns");

    public static IEnumerable<Finding> Tabs(TextFile file) =>
        Where(file, line => line.Contains('\t'), "has a tab: indent and align with spaces");

    public static IEnumerable<Finding> Regions(TextFile file) =>
        Where(file, line => line.TrimStart().StartsWith("#region", StringComparison.Ordinal), "folds code away");

    public static IEnumerable<Finding> Workplaces(TextFile file) =>
        Where(file, line => WorkplaceWords.Any(line.Contains), "names a path of the machine it was written on");

    public static IEnumerable<Finding> Reminders(TextFile file) =>
        Where(file, line => Reminder().IsMatch(line), "has a reminder: do it now, or file an issue and leave it out");

    public static IEnumerable<Finding> NotImplemented(TextFile file) =>
        Where(file, line => line.Contains("NotImplementedException"), "is not implemented");

    /// <summary>Line ends are LF alone, and the last line has one.</summary>
    public static IEnumerable<Finding> LineEnds(TextFile file)
    {
        var carriageReturn = file.Text.IndexOf('\r');
        if (carriageReturn >= 0)
            yield return new(file.Path, file.Text[..carriageReturn].Count(c => c == '\n') + 1, "has a CR");
        if (file.Text.Length > 0 && !file.Text.EndsWith('\n'))
            yield return new(file.Path, file.Lines.Count, "has no line end, being the last line");
    }

    private static IEnumerable<Finding> Where(TextFile file, Func<string, bool> isBad, string problem) =>
        file.Lines.Index()
            .Where(line => isBad(line.Item))
            .Select(line => new Finding(file.Path, line.Index + 1, problem));

    [GeneratedRegex(@"\b(TO" + "DO|HA" + "CK|FIX" + @"ME|XX" + @"X)\b")]
    private static partial Regex Reminder();
}
