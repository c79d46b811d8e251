using System.Text;
using Renderacre.Farm.Leases;
using Renderacre.Storage.Logs;

namespace Renderacre.Controller.Explaining;

/// <summary>
/// The last lines of what an attempt wrote: of its log, where both streams stand in the order in which they came; where
/// there is no log, of the ends of its streams.
/// </summary>
internal static class LastLines
{
    /// <summary>Lines at most.</summary>
    public const int LinesMax = 10;

    /// <summary>Bytes of a log that are read, at its end; what stands before them is not looked at.</summary>
    public const int BytesMax = 16 << 10;

    /// <summary>The last lines of a log that are not blank.</summary>
    /// <param name="store">The logs.</param>
    /// <param name="log">The log.</param>
    /// <returns>Up to <see cref="LinesMax"/> lines, the oldest first; none where the log is empty.</returns>
    public static string[] Of(ILogStore store, LogId log)
    {
        long length = store.Length(log);
        long start = Math.Max(0, length - BytesMax);
        byte[] bytes = new byte[Math.Min(length, BytesMax)];
        using Stream stream = store.OpenRead(log, start);
        int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        string[] lines = Split(Encoding.UTF8.GetString(bytes, 0, read));
        // The first line may have lost its beginning; it is shown only where there is no other.
        return Last(start > 0 && lines.Length > 1 ? lines[1..] : lines, LinesMax);
    }

    /// <summary>The last lines of both streams: standard output first, half of the lines for each at least.</summary>
    /// <param name="result">What the worker said of the attempt's end, or null.</param>
    /// <returns>Up to <see cref="LinesMax"/> lines.</returns>
    public static string[] Of(AttemptResult? result)
    {
        string[] errors = Split(result?.StderrTail);
        string[] outputs = Last(Split(result?.StdoutTail), LinesMax - Math.Min(errors.Length, LinesMax / 2));
        return [.. outputs, .. Last(errors, LinesMax - outputs.Length)];
    }

    private static string[] Split(string? text) =>
        [.. (text ?? "").Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];

    private static string[] Last(string[] lines, int most) => lines[Math.Max(0, lines.Length - most)..];
}
