using System.Text;
using OpenJd.Sessions.Output;

namespace OpenJd.Sessions.Tests.Output;

public sealed class OutputTailTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(OutputTail.BytesMax)]
    [InlineData(OutputTail.BytesMax + 1)]
    [InlineData(100_000)]
    public void The_tail_is_the_end_of_what_came(int length)
    {
        var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i % 26))));
        foreach (var chunk in new[] { 1, 977, 50_000 })
        {
            var tail = new OutputTail();
            foreach (var part in Encoding.UTF8.GetBytes(text).Chunk(chunk))
                tail.Append(part);
            Assert.Equal(text[Math.Max(0, length - OutputTail.BytesMax)..], tail.ToString());
        }
    }

    [Fact]
    public void The_tail_starts_on_a_character()
    {
        var tail = new OutputTail();
        tail.Append(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("€", 5000)) + "!"));
        Assert.Equal(string.Concat(Enumerable.Repeat("€", (OutputTail.BytesMax - 1) / 3)) + "!", tail.ToString());
    }

    [Fact]
    public void The_tail_of_bytes_that_are_no_text_stays_within_the_bound()
    {
        var tail = new OutputTail();
        tail.Append(Enumerable.Repeat((byte)0xFF, OutputTail.BytesMax).ToArray());
        Assert.Equal(new string('\uFFFD', OutputTail.BytesMax / 3), tail.ToString());
    }
}
