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
    [InlineData("010", ScalarKind.Integer, "010")]
    [InlineData("+5", ScalarKind.Integer, "+5")]
    [InlineData("-0o7", ScalarKind.String, "-0o7")]
    [InlineData("0b1", ScalarKind.String, "0b1")]
    [InlineData("0o18", ScalarKind.String, "0o18")]
    [InlineData("no", ScalarKind.String, "no")]
    [InlineData("off", ScalarKind.String, "off")]
    [InlineData("y", ScalarKind.String, "y")]
    [InlineData("tRUE", ScalarKind.String, "tRUE")]
    [InlineData("nULL", ScalarKind.String, "nULL")]
    [InlineData("2026-01-31T10:00:00Z", ScalarKind.String, "2026-01-31T10:00:00Z")]
    [InlineData("1,000", ScalarKind.String, "1,000")]
    [InlineData(".5", ScalarKind.Float, ".5")]
    [InlineData("5.", ScalarKind.Float, "5.")]
    [InlineData("+1.5E-3", ScalarKind.Float, "+1.5E-3")]
    [InlineData(".inf", ScalarKind.Float, ".inf")]
    [InlineData("+.INF", ScalarKind.Float, "+.INF")]
    [InlineData(".NaN", ScalarKind.Float, ".NaN")]
    [InlineData("-.nan", ScalarKind.String, "-.nan")]
    [InlineData(".", ScalarKind.String, ".")]
    [InlineData("1e", ScalarKind.String, "1e")]
    [InlineData("\tx", ScalarKind.String, "x")]
    [InlineData(">-\n  a\n  b\n", ScalarKind.String, "a b")]
    [InlineData("\"\\x41\\u00e9\\0\"", ScalarKind.String, "A\u00e9\0")]
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

    [Fact]
    public void A_merge_key_is_a_name_like_any_other()
    {
        var mapping = Assert.IsType<MappingNode>(DocumentReader.Read("a: &x {b: 1}\nc:\n  <<: *x\n"));
        var inner = Assert.IsType<MappingNode>(mapping.Entries[1].Value);
        Assert.Equal("<<", Assert.Single(inner.Entries).Name);
    }

    [Fact]
    public void An_anchor_stands_for_its_newest_node_and_for_scalars_too()
    {
        var mapping = Assert.IsType<MappingNode>(DocumentReader.Read("a: &x 1\nb: *x\nc: &x 2\nd: *x\n"));
        Assert.Equal(
            ["1", "1", "2", "2"], mapping.Entries.Select(entry => Assert.IsType<ScalarNode>(entry.Value).Text));
    }

    [Theory]
    [InlineData("%YAML 1.2\n---\na: 1\n...\n")]
    [InlineData("---\na: 1\n...\n# a comment\n")]
    [InlineData("# a comment\n\na: 1 # another\n")]
    [InlineData("a:\t1\n")]
    [InlineData("{a: 1,}")]
    [InlineData("{\"a\": 1}")]
    [InlineData("\n {\t\"a\"\n : 1 }\n")]
    public void One_document_may_be_marked_commented_and_spaced(string text)
    {
        var mapping = Assert.IsType<MappingNode>(DocumentReader.Read(text));
        Assert.Equal(("a", "1"), (mapping.Entries[0].Name, Assert.IsType<ScalarNode>(mapping.Entries[0].Value).Text));
    }
}
