using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OpenJd.Model.Documents;

/// <summary>Builds the tree from the events of a YAML text that holds one document.</summary>
internal sealed class YamlDocumentReader(string text)
{
    private const string CoreTagPrefix = "tag:yaml.org,2002:";
    private readonly Parser _parser = new(new StringReader(text));
    private readonly NodeBuilder _nodes = new();
    private readonly Dictionary<string, DocumentNode> _anchors = new(StringComparer.Ordinal);

    public DocumentNode Read()
    {
        try
        {
            _parser.Consume<StreamStart>();
            if (!_parser.TryConsume<DocumentStart>(out _)) throw new DocumentException("The document is empty.", 1, 1);
            var root = ReadNode(0);
            _parser.Consume<DocumentEnd>();
            if (_parser.TryConsume<DocumentStart>(out var second))
                throw Error("Only one document may stand in a file.", second);
            return root;
        }
        catch (YamlException exception)
        {
            throw new DocumentException(
                $"This is not YAML: {exception.Message}",
                Math.Max(1, (int)exception.Start.Line),
                Math.Max(1, (int)exception.Start.Column));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            throw NotYaml(exception);
        }
    }

    /// <summary>
    /// Some texts the library refuses in a way that says neither what nor where, such as a name in an open flow list
    /// or a tag <c>!!</c> without a name. What was read last is where to look.
    /// </summary>
    private DocumentException NotYaml(Exception exception)
    {
        var (line, column) = _parser.Current is { } last ? Position(last) : (1, 1);
        return new DocumentException(
            $"This is not YAML: look for a bracket, quote or tag behind this place ({exception.Message})",
            line,
            column);
    }

    private DocumentNode ReadNode(int depth)
    {
        var node = _parser.Consume<ParsingEvent>();
        var (line, column) = Position(node);
        _nodes.Count(1, depth, line, column);
        return node switch
        {
            Scalar scalar => Anchored(scalar, ReadScalar(scalar)),
            SequenceStart start => Anchored(start, ReadSequence(start, depth)),
            MappingStart start => Anchored(start, ReadMapping(start, depth)),
            AnchorAlias alias => ReadAlias(alias, depth),
            _ => throw Error("A value is missing.", node),
        };
    }

    private SequenceNode ReadSequence(SequenceStart start, int depth)
    {
        CheckTag(start, "seq");
        var items = new List<DocumentNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _)) items.Add(ReadNode(depth + 1));
        var (line, column) = Position(start);
        return NodeBuilder.Sequence(items, line, column);
    }

    private MappingNode ReadMapping(MappingStart start, int depth)
    {
        CheckTag(start, "map");
        var entries = new MappingBuilder();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1);
            if (key is not ScalarNode { Kind: ScalarKind.String } name)
            {
                throw new DocumentException(
                    $"A name must be text, not {key.Description}: put it in quotes.", key.Line, key.Column);
            }

            entries.CheckName(name.Text, key.Line, key.Column);
            entries.Add(new MappingEntry(name.Text, ReadNode(depth + 1), key.Line, key.Column));
        }

        var (line, column) = Position(start);
        return NodeBuilder.Mapping(entries.Entries, line, column);
    }

    private static ScalarNode ReadScalar(Scalar scalar)
    {
        var (line, column) = Position(scalar);
        if (scalar.Tag.IsEmpty)
        {
            return scalar.Style == ScalarStyle.Plain
                ? YamlCoreSchema.Resolve(scalar.Value, line, column)
                : new ScalarNode(ScalarKind.String, scalar.Value, line, column);
        }

        return ReadTagged(scalar, scalar.Tag.IsNonSpecific ? "str" : CoreTag(scalar), line, column);
    }

    private static ScalarNode ReadTagged(Scalar scalar, string tag, int line, int column)
    {
        if (tag == "str") return new ScalarNode(ScalarKind.String, scalar.Value, line, column);
        var resolved = YamlCoreSchema.Resolve(scalar.Value, line, column);
        return (tag, resolved.Kind) switch
        {
            ("int", ScalarKind.Integer) or ("bool", ScalarKind.Boolean) or ("null", ScalarKind.Null) => resolved,
            ("float", ScalarKind.Float or ScalarKind.Integer) => resolved with { Kind = ScalarKind.Float },
            _ => throw Error($"'{scalar.Value}' does not fit its tag !!{tag}.", scalar),
        };
    }

    private DocumentNode ReadAlias(AnchorAlias alias, int depth)
    {
        var (line, column) = Position(alias);
        if (!_anchors.TryGetValue(alias.Value.Value, out var node))
        {
            throw Error(
                $"The alias '*{alias.Value.Value}' stands for nothing: its anchor must be complete before it.", alias);
        }

        _nodes.Count(node.Size, depth + node.Height - 1, line, column);
        return node;
    }

    private DocumentNode Anchored(NodeEvent source, DocumentNode node)
    {
        if (source.Anchor.IsEmpty) return node;
        _anchors[source.Anchor.Value] = node;
        return _anchors.Count <= DocumentLimits.MaxAnchors
            ? node
            : throw Error($"The document has more than {DocumentLimits.MaxAnchors} anchors.", source);
    }

    private static void CheckTag(NodeEvent node, string expected)
    {
        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific && CoreTag(node) != expected)
            throw Error($"The tag !!{CoreTag(node)} does not fit here.", node);
    }

    private static string CoreTag(NodeEvent node) => node.Tag.Value.StartsWith(CoreTagPrefix, StringComparison.Ordinal)
        ? node.Tag.Value[CoreTagPrefix.Length..]
        : throw Error($"The tag '{node.Tag.Value}' is not one of YAML's core schema.", node);

    private static (int Line, int Column) Position(ParsingEvent node) => ((int)node.Start.Line, (int)node.Start.Column);

    private static DocumentException Error(string message, ParsingEvent node) =>
        new(message, (int)node.Start.Line, (int)node.Start.Column);
}
