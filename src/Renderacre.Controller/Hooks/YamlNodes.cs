using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Renderacre.Controller.Hooks;

/// <summary>Reads YAML (and so JSON) into nodes; every scalar is a text.</summary>
internal static class YamlNodes
{
    private const int DepthMax = 16;

    /// <summary>Reads the first document of a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Its root, or null where there is none.</returns>
    /// <exception cref="YamlException">It is no YAML, has aliases, a key twice, or is nested too deeply.</exception>
    public static JsonNode? Read(TextReader text)
    {
        var parser = new Parser(text);
        parser.Consume<StreamStart>();
        return parser.TryConsume<DocumentStart>(out _) ? ReadNode(parser, 0) : null;
    }

    private static JsonNode ReadNode(Parser parser, int depth)
    {
        Mark at = parser.Current!.Start; // A node follows.
        if (depth > DepthMax)
            throw new YamlException(at, at, $"nested more than {DepthMax} deep");
        if (parser.TryConsume<Scalar>(out Scalar? scalar))
            return JsonValue.Create(scalar.Value);
        if (parser.TryConsume<SequenceStart>(out _))
            return ReadItems(parser, depth);
        if (parser.TryConsume<MappingStart>(out _))
            return ReadMembers(parser, depth);
        throw new YamlException(at, at, "aliases are not read here");
    }

    private static JsonArray ReadItems(Parser parser, int depth)
    {
        var items = new JsonArray();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode(parser, depth + 1));
        return items;
    }

    private static JsonObject ReadMembers(Parser parser, int depth)
    {
        var members = new JsonObject();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            Scalar key = parser.Consume<Scalar>();
            if (!members.TryAdd(key.Value, ReadNode(parser, depth + 1)))
                throw new YamlException(key.Start, key.End, $"key '{key.Value}' is given twice");
        }
        return members;
    }
}
