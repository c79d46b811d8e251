using OpenJd.Model.Jobs;

namespace OpenJd.Sessions.Files;

/// <summary>Line ends of embedded files. Source: template schemas §6.1.</summary>
internal static class LineEnds
{
    /// <summary>The text with all its line ends, LF and CRLF, made alike.</summary>
    public static string Convert(string text, EndOfLine endOfLine)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        var isCrLf = endOfLine switch
        {
            EndOfLine.Auto => OperatingSystem.IsWindows(),
            EndOfLine.Lf => false,
            EndOfLine.CrLf => true,
        };
        return isCrLf ? lines.Replace("\n", "\r\n", StringComparison.Ordinal) : lines;
    }
}
