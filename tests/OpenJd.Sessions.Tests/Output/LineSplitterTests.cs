using System.Text;
using OpenJd.Sessions.Output;

namespace OpenJd.Sessions.Tests.Output;

public sealed class LineSplitterTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public void Lines_are_the_same_however_the_bytes_arrive(int chunk)
    {
        var bytes = "one\ntwo\r\n\nfo\rur\0x\nlast"u8.ToArray();
        var (lines, raw) = Split(bytes, chunk);
        Assert.Equal(["one", "two", "", "fo\rur\0x", "last"], lines);
        Assert.Equal(bytes, raw);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8191)]
    [InlineData(200_000)]
    public void A_line_longer_than_the_bound_comes_in_pieces_cut_between_characters(int chunk)
    {
        var bytes = Encoding.UTF8.GetBytes("x" + string.Concat(Enumerable.Repeat("€", 60_000)) + "\nnext\n");
        var (lines, raw) = Split(bytes, chunk);
        Assert.Equal(bytes, raw);
        Assert.Equal("next", lines[^1]);
        Assert.All(lines, line => Assert.DoesNotContain('\uFFFD', line));
        Assert.All(lines, line => Assert.True(Encoding.UTF8.GetByteCount(line) <= LineSplitter.LineBytesMax));
    }

    [Fact]
    public void Only_the_first_piece_of_a_cut_line_starts_it()
    {
        var starts = new List<bool>();
        var splitter = new LineSplitter(OutputStream.StandardError, line => starts.Add(line.StartsLine));
        splitter.Append(new byte[2 * LineSplitter.LineBytesMax]);
        splitter.Append("end\nnext\n"u8);
        Assert.Equal([true, false, false, true], starts);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_cut_at_the_bound_too()
    {
        var bytes = Enumerable.Repeat((byte)0xBF, 3 * LineSplitter.LineBytesMax + 5).ToArray();
        var (_, raw) = Split(bytes, 5000);
        Assert.Equal(bytes, raw);
    }

    private static (List<string> Lines, byte[] Raw) Split(byte[] bytes, int chunk)
    {
        var lines = new List<string>();
        var raw = new List<byte>();
        var splitter = new LineSplitter(OutputStream.StandardOutput, line =>
        {
            lines.Add(line.Text);
            raw.AddRange(line.Bytes);
        });
        foreach (var part in bytes.Chunk(chunk))
            splitter.Append(part);
        splitter.Complete();
        return (lines, [.. raw]);
    }
}
