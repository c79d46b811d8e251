using System.Text;

namespace OpenJd.Sessions.Output;

/// <summary>
/// A line of output, or a piece of one longer than <see cref="LineSplitter.LineBytesMax"/>. The pieces' and lines'
/// <see cref="Bytes"/> one after another are exactly what the process wrote to the stream.
/// </summary>
public readonly ref struct OutputLine
{
    /// <summary>The stream.</summary>
    public required OutputStream Stream { get; init; }

    /// <summary>The bytes as written, line end included; valid during the call only.</summary>
    public required ReadOnlySpan<byte> Bytes { get; init; }

    /// <summary>Whether this piece starts a line; false for later pieces of a line that was cut.</summary>
    public required bool StartsLine { get; init; }

    /// <summary>Why the line was no valid directive though it looked like one; else null.</summary>
    public string? DirectiveError { get; init; }

    /// <summary>
    /// Whether the line is complete: it ends with a line feed. False for cut pieces and an unended last line.
    /// </summary>
    public bool EndsLine => Bytes.Length > 0 && Bytes[^1] == (byte)'\n';

    /// <summary>The bytes without the line end (LF or CRLF).</summary>
    public ReadOnlySpan<byte> Content => !EndsLine ? Bytes : Bytes is [.., (byte)'\r', _] ? Bytes[..^2] : Bytes[..^1];

    /// <summary>The content as text; bytes that are no UTF-8 become U+FFFD.</summary>
    public string Text => Encoding.UTF8.GetString(Content);
}
