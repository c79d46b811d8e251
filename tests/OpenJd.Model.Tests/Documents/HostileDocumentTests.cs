using OpenJd.Model.Documents;
using OpenJd.Model.Reading;
using OpenJd.Model.Tests.Support;

namespace OpenJd.Model.Tests.Documents;

/// <summary>Whatever comes in, a clear error goes out: no endless work, no overflowing stack.</summary>
public sealed class HostileDocumentTests
{
    private const int Deep = 100_000;

    public static TheoryData<string, string> DeepTexts => new()
    {
        { "lists in YAML", "a: " + new string('[', Deep) },
        { "lists in JSON", new string('[', Deep) + new string(']', Deep) },
        { "objects in JSON", string.Concat(Enumerable.Repeat("{\"a\":", Deep)) },
        { "lists in lines", string.Concat(Enumerable.Repeat("- ", Deep)) + "x" },
        { "keys in lines", string.Concat(Enumerable.Range(0, 200).Select(i => new string(' ', i) + "a:\n")) },
        { "aliases", "a0: &a0 [x]\n" + string.Concat(Enumerable.Range(1, 80).Select(i => $"a{i}: &a{i} "
            + $"[*a{i - 1}]\n")) },
    };

    [Theory]
    [MemberData(nameof(DeepTexts))]
    public void Deep_nesting_is_refused(string what, string text)
    {
        var error = Assert.Throws<DocumentException>(() => DocumentReader.Read(text));
        Assert.True(error.Message == "The document is nested deeper than 64 levels.", $"{what}: {error.Message}");
    }

    [Fact]
    public void Nesting_up_to_the_bound_is_read()
    {
        var text = new string('[', DocumentLimits.MaxDepth) + new string(']', DocumentLimits.MaxDepth);
        Assert.Equal(DocumentLimits.MaxDepth, DocumentReader.Read(text).Height);
    }

    [Fact]
    public void Anchors_are_read_up_to_the_bound()
    {
        Assert.Equal(DocumentLimits.MaxAnchors + 1, DocumentReader.Read(Anchors(DocumentLimits.MaxAnchors)).Size);
        var error = Assert.Throws<DocumentException>(
            () => DocumentReader.Read(Anchors(DocumentLimits.MaxAnchors + 1)));
        Assert.Equal(("The document has more than 10000 anchors.", 10_001), (error.Message, error.Line));

        static string Anchors(int count) => string.Concat(Enumerable.Range(0, count).Select(i => $"- &a{i} x\n"));
    }

    [Fact]
    public void Aliases_count_as_what_they_stand_for()
    {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 30).Select(
            i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));
        Assert.Equal("The document has more than 100000 values.", Refused(text).Message);
    }

    [Fact]
    public void A_hundred_megabytes_are_refused_at_once()
    {
        var error = Refused(new string('x', 100 * 1024 * 1024));
        Assert.Equal("The document has 104857600 characters; 2097152 are the most.", error.Message);
    }

    [Fact]
    public void A_text_of_the_greatest_length_is_read()
    {
        var text = "a: " + new string('x', DocumentLimits.MaxLength - 3);
        Assert.IsType<MappingNode>(DocumentReader.Read(text));
    }

    [Theory]
    [InlineData("\0\u0001\u0002ELF", "The character U+0000 may not stand in a document.", 1, 1)]
    [InlineData("a: 1\nb: x\0y\n", "The character U+0000 may not stand in a document.", 2, 5)]
    [InlineData("a: \u001B[31m", "The character U+001B may not stand in a document.", 1, 4)]
    [InlineData("{\"a\": \"x\ny\u0007\"}", "The character U+0007 may not stand in a document.", 2, 2)]
    [InlineData("", "The document is empty.", 1, 1)]
    [InlineData("# nothing but a comment\n", "The document is empty.", 1, 1)]
    [InlineData("a: 1\na: 2\n", "The name 'a' occurs twice.", 2, 1)]
    [InlineData("{\"a\": 1,\n \"a\": 2}", "The name 'a' occurs twice.", 2, 2)]
    [InlineData("5: a\n", "A name must be text, not the whole number 5: put it in quotes.", 1, 1)]
    [InlineData("? [a]\n: b\n", "A name must be text, not a list: put it in quotes.", 1, 3)]
    [InlineData("a: 1\n---\nb: 2\n", "Only one document may stand in a file.", 2, 1)]
    [InlineData("a: *b\n", "The alias '*b' stands for nothing: its anchor must be complete before it.", 1, 4)]
    [InlineData("a: &a [*a]\n", "The alias '*a' stands for nothing: its anchor must be complete before it.", 1, 8)]
    [InlineData("a: !!int x\n", "'x' does not fit its tag !!int.", 1, 4)]
    [InlineData("a: !!map [x]\n", "The tag !!map does not fit here.", 1, 4)]
    [InlineData("a: !shell rm\n", "The tag '!shell' is not one of YAML's core schema.", 1, 4)]
    public void A_document_that_cannot_be_read_is_refused_with_its_place(
        string text, string message, int line, int column)
    {
        var error = Refused(text);
        Assert.Equal((message, line, column), (error.Message, error.Line, error.Column));
    }

    [Fact]
    public void A_lone_half_of_a_character_is_refused()
    {
        Assert.Equal("The character U+D83D may not stand in a document.", Refused("a: \uD83D").Message);
        Assert.StartsWith(
            "This text is not Unicode: ", Refused("{\"a\": \"\\uD83D\"}").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("steps:\n\t- name: S\n", 1)]
    [InlineData("a: 'open\n", 1)]
    [InlineData("a: [1, 2\nb: 3\n", 1)]
    [InlineData("a: b: c\n", 1)]
    [InlineData("!!] -\n", 1)]
    public void What_is_no_yaml_is_told_with_its_line(string text, int line)
    {
        var error = Refused(text);
        Assert.StartsWith("This is not YAML: ", error.Message, StringComparison.Ordinal);
        Assert.True(error.Line >= line, $"line {error.Line}");
    }

    [Fact]
    public void What_begins_as_json_and_is_neither_is_told_as_json()
    {
        var error = Refused("{\"a\": 1,\n \"b\" 2]");
        Assert.StartsWith("This is not JSON: ", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, error.Line);
    }

    [Fact]
    public void A_template_that_cannot_be_read_has_one_fault_with_its_place() => Assert.Equal(
        ["line 2, column 1: The name 'name' occurs twice."],
        TemplateText.ErrorsOf("name: a\nname: b\n"));

    [Fact]
    public void Endless_faults_are_cut_off()
    {
        var steps = string.Concat(Enumerable.Repeat("- 5\n", 20_000));
        Assert.Equal(1000, TemplateReader.Check($"{TemplateText.Head}steps:\n{steps}").Count);
    }

    [Fact]
    public void Long_names_and_numbers_cost_no_more_than_reading_them()
    {
        var name = new string('n', 1_000_000);
        var digits = new string('9', 1_000_000);
        Assert.NotEmpty(TemplateReader.Check(TemplateText.WithField($"{name}: 1")));
        Assert.NotEmpty(TemplateReader.Check($"{{\"{name}\": 1}}"));
        Assert.NotEmpty(TemplateReader.Check(TemplateText.WithParameter($"{{name: A, type: INT, default: {digits}}}")));
        Assert.NotEmpty(
            TemplateReader.Check(TemplateText.WithTaskParameter($"{{name: A, type: INT, range: 1-{digits}}}")));
    }

    private static DocumentException Refused(string text) =>
        Assert.Throws<DocumentException>(() => DocumentReader.Read(text));
}
