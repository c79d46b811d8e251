using System.Text;
using OpenJd.Sessions.Output;
using Renderacre.Worker.Supervision;

namespace Renderacre.Worker.Tests.Supervision;

public sealed class ProgressPatternsTests
{
    private static readonly ProgressPatterns Patterns =
        ProgressPatterns.Read([@"Rendered (\d+)/(\d+) samples", @"(\d+(?:\.\d+)?) ?%", @"frame=(\S*)"]);

    [Theory]
    [InlineData("Fra:1 Rendered 12/128 samples", 9.375)]
    [InlineData("Rendered 128/128 samples (3%)", 100.0)]
    [InlineData("[ 45.5 % ]", 45.5)]
    [InlineData("0%", 0.0)]
    [InlineData("frame= 7", null)]
    [InlineData("frame=7", 7.0)]
    [InlineData("frame=many", null)]
    [InlineData("frame=-7", null)]
    [InlineData("250%", null)]
    [InlineData("Rendered 129/128 samples", null)]
    [InlineData("Rendered 0/0 samples", null)]
    [InlineData("nothing of the kind", null)]
    public void A_line_tells_a_percentage_or_a_ratio(string line, double? percent) =>
        Assert.Equal(percent, Patterns.Find(Line(line)));

    [Fact]
    public void The_rest_of_a_line_that_was_cut_tells_nothing()
    {
        Assert.Null(Patterns.Find(Line("12%", startsLine: false)));
        Assert.Null(Patterns.Find(Line(new string('x', 5000) + "12%")));
    }

    [Fact]
    public void A_pattern_that_is_none_is_named()
    {
        var error = Assert.Throws<InvalidDataException>(() => ProgressPatterns.Read(["(a"]));
        Assert.Equal("the progress pattern '(a' is none that this worker knows", error.Message);
    }

    private static OutputLine Line(string text, bool startsLine = true) => new()
    {
        Stream = OutputStream.StandardOutput,
        Bytes = Encoding.UTF8.GetBytes(text + "\n"),
        StartsLine = startsLine,
    };
}
