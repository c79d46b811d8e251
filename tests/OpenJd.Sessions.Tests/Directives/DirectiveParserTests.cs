using System.Text;
using OpenJd.Sessions.Directives;

namespace OpenJd.Sessions.Tests.Directives;

public sealed class DirectiveParserTests
{
    [Fact]
    public void Each_directive_is_read()
    {
        Assert.Equal(new ProgressDirective(25.5), Parse("openjd_progress: 25.5"));
        Assert.Equal(new ProgressDirective(100), Parse("openjd_progress: 100"));
        Assert.Equal(new StatusDirective("loading: assets "), Parse("openjd_status: loading: assets "));
        Assert.Equal(new FailDirective("no licence"), Parse("openjd_fail: no licence"));
        Assert.Equal(new SetVariableDirective("A", "1=2"), Parse("openjd_env: A=1=2"));
        Assert.Equal(new SetVariableDirective("_a9", ""), Parse("openjd_env: _a9="));
        Assert.Equal(new SetVariableDirective("A", "x\ny"), Parse("openjd_env: \"A=x\\ny\""));
        Assert.Equal(new UnsetVariableDirective("A"), Parse("openjd_unset_env: A"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ordinary")]
    [InlineData("openjd_env")]
    [InlineData("see openjd_env: A=1")]
    [InlineData("openjd_unknown: 1")]
    [InlineData(" openjd_progress: 5")]
    [InlineData("openjd_status:now")]
    public void Other_lines_are_plain_output(string line) => Assert.Null(Parse(line));

    [Theory]
    [InlineData("openjd_progress: nope")]
    [InlineData("openjd_progress: -1")]
    [InlineData("openjd_progress: 100.1")]
    [InlineData("openjd_progress: NaN")]
    [InlineData("openjd_progress: ")]
    public void Progress_outside_its_range_is_malformed_and_fails_nothing(string line) =>
        Assert.Equal(
            new MalformedDirective(
                "Progress must be a floating point value between 0.0 and 100.0, inclusive.", false, false),
            Parse(line));

    [Theory]
    [InlineData("openjd_env: A")]
    [InlineData("openjd_env: =1")]
    [InlineData("openjd_env: 1A=1")]
    [InlineData("openjd_env: A B=1")]
    [InlineData("openjd_env: \"A=1")]
    [InlineData("openjd_unset_env: A=1")]
    [InlineData("openjd_unset_env: ")]
    public void A_malformed_variable_fails_nothing(string line) =>
        Assert.False(Assert.IsType<MalformedDirective>(Parse(line)).FailsAction);

    [Theory]
    [InlineData("  openjd_env: A=1")]
    [InlineData("openjd_env:A=1")]
    [InlineData("openjd_unset_env :A")]
    public void A_misspelt_variable_directive_fails_the_action(string line)
    {
        var malformed = Assert.IsType<MalformedDirective>(Parse(line));
        Assert.True(malformed.FailsAction);
        Assert.Contains(line, malformed.Error);
    }

    private static Directive? Parse(string line) => DirectiveParser.Parse(Encoding.UTF8.GetBytes(line));
}
