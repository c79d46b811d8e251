using System.Text;

namespace OpenJd.Expressions.Errors;

/// <summary>
/// Draws the line of a source text that an error is about, with <c>~</c> under the span and <c>^</c> under the
/// character that matters most.
/// </summary>
internal static class SourceMark
{
    private const int MaxWidth = 160;
    private const string Cut = "...";

    /// <summary>Two lines, each with a line break before it.</summary>
    public static string Draw(string source, TextSpan span, int caret)
    {
        caret = Math.Clamp(caret, 0, source.Length);
        var lineStart = caret == 0 ? 0 : source.LastIndexOf('\n', caret - 1) + 1;
        var lineEnd = source.IndexOf('\n', caret);
        if (lineEnd < 0) lineEnd = source.Length;
        var from = Math.Max(lineStart, Math.Min(caret - (MaxWidth / 2), lineEnd - MaxWidth));
        var to = Math.Min(lineEnd, from + MaxWidth);

        var text = new StringBuilder("\n  ");
        if (from > lineStart) text.Append(Cut);
        text.Append(source[from..to].Replace('\t', ' ').Replace("\r", "", StringComparison.Ordinal));
        if (to < lineEnd) text.Append(Cut);
        text.Append("\n  ").Append(' ', from > lineStart ? Cut.Length : 0);
        AppendMarks(text, new TextSpan(from, to - from), span, caret);
        return text.ToString();
    }

    private static void AppendMarks(StringBuilder text, TextSpan shown, TextSpan span, int caret)
    {
        var end = Math.Max(caret + 1, Math.Min(span.End, shown.End));
        for (var at = shown.Start; at < end; at++)
            text.Append(at == caret ? '^' : at >= span.Start ? '~' : ' ');
    }
}
