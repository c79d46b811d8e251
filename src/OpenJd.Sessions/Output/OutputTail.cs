using System.Text;

namespace OpenJd.Sessions.Output;

/// <summary>The last bytes of a stream, in a buffer that never grows.</summary>
public sealed class OutputTail
{
    /// <summary>The most that is kept, and the most that <see cref="ToString"/> gives when encoded as UTF-8.</summary>
    public const int BytesMax = 8 * 1024;

    private byte[] _ring = [];
    private int _next;
    private long _total;

    /// <summary>Takes the stream's next bytes.</summary>
    /// <param name="bytes">Any number of bytes.</param>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_ring.Length == 0 && bytes.Length > 0)
            _ring = new byte[BytesMax];
        _total += bytes.Length;
        if (bytes.Length > BytesMax)
            bytes = bytes[^BytesMax..];
        var first = Math.Min(bytes.Length, BytesMax - _next);
        bytes[..first].CopyTo(_ring.AsSpan(_next));
        bytes[first..].CopyTo(_ring);
        _next = (_next + bytes.Length) % BytesMax;
    }

    /// <summary>The tail as text, starting on a character; bytes that are no UTF-8 become U+FFFD.</summary>
    public override string ToString()
    {
        var isCut = _total > BytesMax;
        ReadOnlySpan<byte> bytes = isCut ? [.. _ring.AsSpan(_next), .. _ring.AsSpan(0, _next)] : _ring.AsSpan(0, _next);
        // _next is 0 where the ring is exactly full.
        if (_total == BytesMax)
            bytes = _ring;
        return Shorten(Encoding.UTF8.GetString(isCut ? bytes[Utf8Border.FirstAfter(bytes)..] : bytes));
    }

    // A replaced byte takes three: the text may be longer than what it was read from.
    private static string Shorten(string text)
    {
        var excess = Encoding.UTF8.GetByteCount(text) - BytesMax;
        var start = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (excess <= 0)
                break;
            excess -= rune.Utf8SequenceLength;
            start += rune.Utf16SequenceLength;
        }

        return text[start..];
    }
}
