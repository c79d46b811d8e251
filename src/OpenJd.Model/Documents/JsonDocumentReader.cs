using System.Text;
using System.Text.Json;

namespace OpenJd.Model.Documents;

/// <summary>Builds the tree from a JSON text.</summary>
internal sealed class JsonDocumentReader(string text)
{
    private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(text);
    private readonly NodeBuilder _nodes = new();
    private int _line = 1;
    private int _column = 1;
    private int _counted;

    public DocumentNode Read()
    {
        // One level more than ours, so that our own bound speaks first.
        var reader = new Utf8JsonReader(_utf8, new JsonReaderOptions { MaxDepth = DocumentLimits.MaxDepth + 2 });
        try
        {
            reader.Read();
            var root = ReadNode(ref reader, 0);
            reader.Read();
            return root;
        }
        catch (JsonException exception)
        {
            throw new DocumentException(
                $"This is not JSON: {exception.Message}",
                (int)(exception.LineNumber ?? 0) + 1,
                (int)(exception.BytePositionInLine ?? 0) + 1);
        }
        catch (InvalidOperationException exception) when (exception is not ObjectDisposedException)
        {
            // The reader's way of refusing an escaped lone surrogate.
            throw new DocumentException($"This text is not Unicode: {exception.Message}", _line, _column);
        }
    }

    private DocumentNode ReadNode(ref Utf8JsonReader reader, int depth)
    {
        var (line, column) = Position(ref reader);
        _nodes.Count(1, depth, line, column);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadMapping(ref reader, depth, line, column),
            JsonTokenType.StartArray => ReadSequence(ref reader, depth, line, column),
            JsonTokenType.String => new ScalarNode(ScalarKind.String, reader.GetString()!, line, column),
            JsonTokenType.Number => ReadNumber(ref reader, line, column),
            JsonTokenType.True => new ScalarNode(ScalarKind.Boolean, "true", line, column),
            JsonTokenType.False => new ScalarNode(ScalarKind.Boolean, "false", line, column),
            _ => new ScalarNode(ScalarKind.Null, "null", line, column),
        };
    }

    private static ScalarNode ReadNumber(ref Utf8JsonReader reader, int line, int column)
    {
        var number = Encoding.UTF8.GetString(reader.ValueSpan);
        return new ScalarNode(
            number.AsSpan().ContainsAny('.', 'e', 'E') ? ScalarKind.Float : ScalarKind.Integer, number, line, column);
    }

    private SequenceNode ReadSequence(ref Utf8JsonReader reader, int depth, int line, int column)
    {
        var items = new List<DocumentNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(ReadNode(ref reader, depth + 1));
        return NodeBuilder.Sequence(items, line, column);
    }

    private MappingNode ReadMapping(ref Utf8JsonReader reader, int depth, int line, int column)
    {
        var entries = new MappingBuilder();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            var (nameLine, nameColumn) = Position(ref reader);
            entries.CheckName(name, nameLine, nameColumn);
            reader.Read();
            entries.Add(new MappingEntry(name, ReadNode(ref reader, depth + 1), nameLine, nameColumn));
        }

        return NodeBuilder.Mapping(entries.Entries, line, column);
    }

    private (int Line, int Column) Position(ref Utf8JsonReader reader)
    {
        for (; _counted < (int)reader.TokenStartIndex; _counted++)
        {
            if (_utf8[_counted] == (byte)'\n') (_line, _column) = (_line + 1, 1);
            else if ((_utf8[_counted] & 0xC0) != 0x80) _column++;
        }

        return (_line, _column);
    }
}
