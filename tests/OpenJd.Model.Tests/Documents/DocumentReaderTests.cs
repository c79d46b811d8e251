using OpenJd.Model.Documents;

namespace OpenJd.Model.Tests.Documents;

public sealed class DocumentReaderTests
{
    [Theory]
    [InlineData("text", ScalarKind.String, "text")]
    [InlineData("yes", ScalarKind.String, "yes")]
    [InlineData("on", ScalarKind.String, "on")]
    [InlineData("2026-01-31", ScalarKind.String, "2026-01-31")]
    [InlineData("1_000", ScalarKind.String, "1_000")]
    [InlineData("12:30", ScalarKind.String, "12:30")]
    [InlineData("'5'", ScalarKind.String, "5")]
    [InlineData("\"true\"", ScalarKind.String, "true")]
    [InlineData("!!str 5", ScalarKind.String, "5")]
    [InlineData("|\n  5", ScalarKind.String, "5")]
    [InlineData("5", ScalarKind.Integer, "5")]
    [InlineData("-007", ScalarKind.Integer, "-007")]
    [InlineData("0o17", ScalarKind.Integer, "15")]
    [InlineData("0xFF", ScalarKind.Integer, "255")]
    [InlineData("!!int '5'", ScalarKind.Integer, "5")]
    [InlineData("5.0", ScalarKind.Float, "5.0")]
    [InlineData("1e3", ScalarKind.Float, "1e3")]
    [InlineData("-.inf", ScalarKind.Float, "-.inf")]
    [InlineData("!!float 5", ScalarKind.Float, "5")]
    [InlineData("True", ScalarKind.Boolean, "true")]
    [InlineData("FALSE", ScalarKind.Boolean, "false")]
    [InlineData("~", ScalarKind.Null, "~")]
    [InlineData("", ScalarKind.Null, "")]
    public void Plain_yaml_is_read_by_the_core_schema(string text, ScalarKind kind, string value)
    {
        var mapping = Assert.IsType<MappingNode>(DocumentReader.Read($"key: {text}"));
        var scalar = Assert.IsType<ScalarNode>(Assert.Single(mapping.Entries).Value);
        Assert.Equal((kind, value), (scalar.Kind, scalar.Text));
    }

    [Theory]
    [InlineData("5", ScalarKind.Integer)]
    [InlineData("5.0", ScalarKind.Float)]
    [InlineData("5e2", ScalarKind.Float)]
    [InlineData("\"5\"", ScalarKind.String)]
    [InlineData("true", ScalarKind.Boolean)]
    [InlineData("null", ScalarKind.Null)]
    public void Json_keeps_its_own_types(string text, ScalarKind kind)
    {
        var sequence = Assert.IsType<SequenceNode>(DocumentReader.Read($"[{text}]"));
        Assert.Equal(kind, Assert.IsType<ScalarNode>(Assert.Single(sequence.Items)).Kind);
    }

    [Theory]
    [InlineData("a: 1\nb:\n  - x\n  - y\n")]
    [InlineData("a: 1\r\nb:\r\n  - x\r\n  - y\r\n")]
    [InlineData("\uFEFFa: 1\nb:\n  - x\n  - y\n")]
    public void Places_count_lines_and_columns_from_1(string text)
    {
        var mapping = Assert.IsType<MappingNode>(DocumentReader.Read(text));
        var list = Assert.IsType<SequenceNode>(mapping.Entries[1].Value);
        Assert.Equal((2, 1), (mapping.Entries[1].Line, mapping.Entries[1].Column));
        Assert.Equal((4, 5), (list.Items[1].Line, list.Items[1].Column));
        Assert.Equal("y", Assert.IsType<ScalarNode>(list.Items[1]).Text);
    }

    [Fact]
    public void Columns_of_json_count_characters_and_not_bytes()
    {
        var mapping = Assert.IsType<MappingNode>(DocumentReader.Read("{\n  \"grün\": \"é\", \"b\": 5}"));
        Assert.Equal((2, 16), (mapping.Entries[1].Line, mapping.Entries[1].Column));
    }

    [Fact]
    public void An_alias_stands_for_its_anchor()
    {
        var mapping = Assert.IsType<MappingNode>(DocumentReader.Read("a: &x [1, 2]\nb: *x\n"));
        Assert.Equal(mapping.Entries[0].Value, mapping.Entries[1].Value);
    }
}
