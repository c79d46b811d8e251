using System.Buffers;
using System.Text;

namespace Renderacre.Controller.Hooks;

/// <summary>Reads what somebody writes to its end, and keeps the first part of it.</summary>
internal static class BoundedText
{
    private const int BufferBytes = 8192;

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="bytesMax">Bytes kept at most.</param>
    /// <param name="cancellationToken">Ends the reading; what was read till then is given.</param>
    /// <returns>The text, read as UTF-8; what is not is shown as U+FFFD.</returns>
    public static async Task<string> ReadAsync(Stream stream, int bytesMax, CancellationToken cancellationToken)
    {
        var kept = new MemoryStream();
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            int count;
            while ((count = await stream.ReadAsync(buffer, cancellationToken)) > 0)
                kept.Write(buffer, 0, (int)Math.Min(count, bytesMax - kept.Length));
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException)
        {
            // What there is counts: whether the run failed is told by its end, not by its output.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        return Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
    }

    /// <summary>The last line of a text that is not blank, trimmed; empty where there is none.</summary>
    /// <param name="text">The text.</param>
    public static string LastLine(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault("");
}
