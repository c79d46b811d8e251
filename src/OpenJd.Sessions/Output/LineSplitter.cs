namespace OpenJd.Sessions.Output;

/// <summary>
/// Cuts a stream of bytes into lines. LF and CRLF end a line, a lone CR does not; a line longer than
/// <see cref="LineBytesMax"/> is passed on in pieces, cut between characters. Memory is bounded by one piece.
/// </summary>
public sealed class LineSplitter
{
    /// <summary>The longest piece, line end included.</summary>
    public const int LineBytesMax = 64 * 1024;

    private readonly OutputStream _stream;
    private readonly LineHandler _handler;
    private readonly PieceCutter? _cutter;
    // Made when it is needed: most actions print whole lines only, or nothing.
    private byte[] _held = [];
    private int _heldLength;
    private bool _startsLine = true;

    /// <summary>Makes a splitter.</summary>
    /// <param name="stream">The stream that the lines are said to be of.</param>
    /// <param name="handler">Called for each line or piece, in order.</param>
    /// <param name="cutter">Moves the end of a piece of a long line; null for any place between characters.</param>
    public LineSplitter(OutputStream stream, LineHandler handler, PieceCutter? cutter = null)
    {
        _stream = stream;
        _handler = handler;
        _cutter = cutter;
    }

    /// <summary>Takes a line or piece.</summary>
    /// <param name="line">The line; its bytes are valid during the call only.</param>
    public delegate void LineHandler(OutputLine line);

    /// <summary>Chooses where a piece ends.</summary>
    /// <param name="bytes">What there is of the line and has not been passed on.</param>
    /// <param name="cut">Where it would end.</param>
    /// <returns>A place after the first byte, at or before <paramref name="cut"/>.</returns>
    public delegate int PieceCutter(ReadOnlySpan<byte> bytes, int cut);

    /// <summary>Takes the next bytes and passes on the lines that they complete.</summary>
    /// <param name="bytes">Any number of bytes, cut anywhere.</param>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var end = bytes.IndexOf((byte)'\n') + 1;
            var wanted = end > 0 ? end : bytes.Length;
            if (_heldLength == 0 && end > 0 && end <= LineBytesMax)
                Emit(bytes[..end]);
            else
                wanted = Hold(bytes[..Math.Min(wanted, LineBytesMax - _heldLength)]);
            bytes = bytes[wanted..];
        }
    }

    /// <summary>Passes on what is left: a last line without an end.</summary>
    public void Complete()
    {
        if (_heldLength > 0)
            EmitHeld(_heldLength);
    }

    private int Hold(ReadOnlySpan<byte> bytes)
    {
        if (_held.Length == 0)
            _held = new byte[LineBytesMax];
        bytes.CopyTo(_held.AsSpan(_heldLength));
        _heldLength += bytes.Length;
        if (_held[_heldLength - 1] == (byte)'\n')
            EmitHeld(_heldLength);
        else if (_heldLength == LineBytesMax)
            EmitHeld(Cut());
        return bytes.Length;
    }

    private int Cut()
    {
        var border = Utf8Border.LastBefore(_held);
        return _cutter?.Invoke(_held, border) ?? border;
    }

    private void EmitHeld(int length)
    {
        Emit(_held.AsSpan(0, length));
        _held.AsSpan(length, _heldLength - length).CopyTo(_held);
        _heldLength -= length;
    }

    private void Emit(ReadOnlySpan<byte> bytes)
    {
        _handler(new OutputLine { Stream = _stream, Bytes = bytes, StartsLine = _startsLine });
        _startsLine = bytes[^1] == (byte)'\n';
    }
}
