namespace Renderacre.Repository.Tests.Tidiness;

public sealed class LineRulesTests
{
    [Fact]
    public void A_line_of_121_columns_is_found_and_one_of_120_is_not()
    {
        var file = new TextFile("a.cs", $"{new string('x', 120)}\n{new string('x', 121)}\n");

        Assert.Equal("a.cs:2: is longer than 120 columns", Assert.Single(LineRules.LongLines(file)).ToString());
    }

    [Fact]
    public void A_tab_is_found() => Assert.Equal(2, Assert.Single(LineRules.Tabs(new("a.cs", "x\n\ty\n"))).Line);

    [Fact]
    public void A_region_is_found() =>
        Assert.Equal(2, Assert.Single(LineRules.Regions(new("a.cs", "x\n  #region Old\n"))).Line);

    [Theory]
    [InlineData("cd /wor{0}k/main")]
    [InlineData("see .libr{0}ary/env")]
    public void A_path_of_the_workplace_is_found(string pattern)
    {
        var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, "");

        Assert.Single(LineRules.Workplaces(new("a.md", text + "\n")));
    }

    [Theory]
    [InlineData("// TO", "DO: later")]
    [InlineData("# FIX", "ME")]
    public void A_reminder_is_found(string start, string end) =>
        Assert.Single(LineRules.Reminders(new("a.cs", start + end + "\n")));

    [Fact]
    public void A_template_of_a_temporary_name_is_no_reminder() =>
        Assert.Empty(LineRules.Reminders(new("a.sh", "mktemp farm.XXXXXX\n")));

    [Fact]
    public void What_is_not_implemented_is_found() =>
        Assert.Single(LineRules.NotImplemented(new("a.cs", "throw new NotImplementedException();\n")));

    [Fact]
    public void A_carriage_return_is_found_with_its_line() =>
        Assert.Equal(2, Assert.Single(LineRules.LineEnds(new("a.cs", "x\ny\r\n"))).Line);

    [Fact]
    public void A_last_line_without_an_end_is_found() =>
        Assert.Equal(2, Assert.Single(LineRules.LineEnds(new("a.cs", "x\ny"))).Line);

    [Fact]
    public void A_clean_file_has_no_findings()
    {
        var file = new TextFile("a.cs", "namespace A;\n\ninternal sealed class B;\n");

        Assert.Empty(LineRules.LongLines(file));
        Assert.Empty(LineRules.Tabs(file));
        Assert.Empty(LineRules.LineEnds(file));
        Assert.Empty(LineRules.Regions(file));
        Assert.Empty(LineRules.Workplaces(file));
        Assert.Empty(LineRules.Reminders(file));
    }
}
