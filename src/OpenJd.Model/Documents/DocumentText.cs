using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace OpenJd.Model.Documents;

/// <summary>Makes text of bytes, which must be UTF-8 and not too many (template schemas, introduction).</summary>
internal static class DocumentText
{
    private const int ReadSize = 64 * 1024;

    /// <summary>Reads all of a stream, but no more than the bound.</summary>
    public static string Read(Stream stream)
    {
        if (stream.CanSeek) CheckLength(stream.Length - stream.Position);
        using var bytes = new MemoryStream(stream.CanSeek ? (int)(stream.Length - stream.Position) : ReadSize);
        var buffer = ArrayPool<byte>.Shared.Rent(ReadSize);
        try
        {
            while (stream.Read(buffer) is > 0 and var read)
            {
                CheckLength(bytes.Length + read);
                bytes.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>The text of a document's bytes, without a byte order mark.</summary>
    public static string Decode(ReadOnlySpan<byte> utf8)
    {
        CheckLength(utf8.Length);
        if (utf8.StartsWith(Encoding.UTF8.Preamble)) utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        if (OtherEncoding(utf8) is { } other)
            throw new DocumentException($"The document is {other}: save it as UTF-8.", 1, 1);
        var text = new char[utf8.Length];
        var status = Utf8.ToUtf16(utf8, text, out var read, out var written, replaceInvalidSequences: false);
        return status == OperationStatus.Done ? new string(text, 0, written) : throw NotUtf8(utf8, read);
    }

    private static void CheckLength(long length)
    {
        if (length > DocumentLimits.MaxLength)
        {
            throw new DocumentException(
                $"The document has {length} bytes or more; {DocumentLimits.MaxLength} are the most.", 1, 1);
        }
    }

    private static string? OtherEncoding(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "UTF-16",
        [0, not 0, ..] or [not 0, 0, ..] => "UTF-16",
        [0, 0, _, _, ..] => "UTF-32 or no text",
        _ => null,
    };

    private static DocumentException NotUtf8(ReadOnlySpan<byte> utf8, int at)
    {
        var before = utf8[..at];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new DocumentException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The document is not UTF-8: the byte 0x{utf8[at]:X2} cannot stand here. Save it as UTF-8."),
            before.Count((byte)'\n') + 1,
            Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }
}
