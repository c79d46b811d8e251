using Renderacre.Controller.Limits;
using Renderacre.Farm.Limits;

namespace Renderacre.Controller.Tests.Limits;

public sealed class SourceFigureTests
{
    [Theory]
    [InlineData("3", 3000)]
    [InlineData("asking...\n 1.5 \n\n", 1500)]
    [InlineData("{\"used\": 2, \"total\": 9}", 2000)]
    [InlineData("{\n  \"used\": 7\n}\n", 7000)]
    public void Numbers_and_objects_are_read(string output, long scaled) =>
        Assert.Equal(new SourceAnswer(scaled, null), SourceFigure.Read(output));

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("NaN")]
    [InlineData("{\"used\": \"3\"}")]
    [InlineData("{\"free\": 3}")]
    [InlineData("[3]")]
    [InlineData("no licences")]
    public void Everything_else_is_told_as_a_failure(string output)
    {
        SourceAnswer answer = SourceFigure.Read(output);
        Assert.Null(answer.Used);
        Assert.Contains("a number from 0 on, or an object like {\"used\": 3} is wanted", answer.Failure,
            StringComparison.Ordinal);
    }
}
