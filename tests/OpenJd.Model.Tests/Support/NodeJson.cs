using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using OpenJd.Model.Documents;

namespace OpenJd.Model.Tests.Support;

/// <summary>A document as a JSON library's tree.</summary>
internal static class NodeJson
{
    public static JsonNode? Of(DocumentNode node) => node switch
    {
        MappingNode mapping => new JsonObject(
            mapping.Entries.Select(entry => KeyValuePair.Create(entry.Name, Of(entry.Value)))),
        SequenceNode sequence => new JsonArray([.. sequence.Items.Select(Of)]),
        ScalarNode scalar => Of(scalar),
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    private static JsonNode? Of(ScalarNode scalar) => scalar.Kind switch
    {
        ScalarKind.Null => null,
        ScalarKind.Boolean => JsonValue.Create(scalar.Text == "true"),
        ScalarKind.Integer => JsonNode.Parse(
            BigInteger.Parse(scalar.Text, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)),
        ScalarKind.Float when double.TryParse(scalar.Text, CultureInfo.InvariantCulture, out var number) =>
            JsonValue.Create(number),
        _ => JsonValue.Create(scalar.Text),
    };
}
