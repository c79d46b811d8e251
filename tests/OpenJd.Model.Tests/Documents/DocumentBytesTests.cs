using System.Text;
using OpenJd.Model.Documents;

namespace OpenJd.Model.Tests.Documents;

public sealed class DocumentBytesTests
{
    [Fact]
    public void Bytes_a_stream_and_a_file_give_the_same_document()
    {
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. "a: grün\n"u8];
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            DocumentNode[] roots =
            [
                DocumentReader.Read(bytes),
                DocumentReader.Read(new MemoryStream(bytes)),
                DocumentReader.Read(new UnseekableStream(bytes)),
                DocumentReader.ReadFile(path),
            ];
            Assert.All(
                roots,
                root => Assert.Equal(
                    new ScalarNode(ScalarKind.String, "grün", 1, 4),
                    Assert.IsType<MappingNode>(root).Entries[0].Value));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_file_that_is_too_long_is_refused_by_its_length()
    {
        var path = Path.GetTempFileName();
        try
        {
            // Nothing is written: the file system keeps no bytes for it, and the reader asks for none.
            using (var file = File.OpenWrite(path)) file.SetLength(100L * 1024 * 1024 * 1024);
            var error = Assert.Throws<DocumentException>(() => DocumentReader.ReadFile(path));
            Assert.Equal("The document has 107374182400 bytes or more; 2097152 are the most.", error.Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_stream_without_a_known_length_is_read_no_further_than_the_bound()
    {
        var stream = new UnseekableStream(null);
        Assert.Throws<DocumentException>(() => DocumentReader.Read(stream));
        Assert.InRange(stream.Given, DocumentLimits.MaxLength, DocumentLimits.MaxLength + (1024 * 1024));
    }

    [Theory]
    [InlineData(
        new byte[] { 0x61, 0x3A, 0x0A, 0xC3, 0xA9, 0xFF },
        "The document is not UTF-8: the byte 0xFF cannot stand here. Save it as UTF-8.",
        2,
        2)]
    [InlineData(
        new byte[] { 0xC3 },
        "The document is not UTF-8: the byte 0xC3 cannot stand here. Save it as UTF-8.",
        1,
        1)]
    [InlineData(
        new byte[] { 0xED, 0xA0, 0x80 },
        "The document is not UTF-8: the byte 0xED cannot stand here. Save it as UTF-8.",
        1,
        1)]
    [InlineData(
        new byte[] { 0xFF, 0xFE, 0x61, 0x00 },
        "The document is UTF-16: save it as UTF-8.",
        1,
        1)]
    [InlineData(
        new byte[] { 0x61, 0x00, 0x3A, 0x00 },
        "The document is UTF-16: save it as UTF-8.",
        1,
        1)]
    [InlineData(
        new byte[] { 0x00, 0x00, 0xFE, 0xFF },
        "The document is UTF-32 or no text: save it as UTF-8.",
        1,
        1)]
    [InlineData(
        new byte[] { 0x7F, 0x45, 0x4C, 0x46, 0x02, 0x00 },
        "The character U+0002 may not stand in a document.",
        1,
        5)]
    [InlineData(
        new byte[] { },
        "The document is empty.",
        1,
        1)]
    public void Bytes_that_are_no_document_are_told_with_their_place(
        byte[] bytes, string message, int line, int column)
    {
        var error = Assert.Throws<DocumentException>(() => DocumentReader.Read(bytes));
        Assert.Equal((message, line, column), (error.Message, error.Line, error.Column));
    }

    /// <summary>Some bytes, or without end.</summary>
    private sealed class UnseekableStream(byte[]? bytes) : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var given = bytes is null ? count : Math.Min(count, (int)(bytes.Length - Given));
            if (bytes is null) Array.Fill(buffer, (byte)'x', offset, given);
            else Array.Copy(bytes, Given, buffer, offset, given);
            Given += given;
            return given;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
