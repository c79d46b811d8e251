using System.Text;
using System.Text.Json;
using OpenJd.Model.Documents;

namespace OpenJd.Fuzz.Templates;

/// <summary>Writes a tree as YAML in flow style, which is JSON where no number is beyond it.</summary>
internal static class NodeWriter
{
    public static StringBuilder AppendNode(this StringBuilder text, DocumentNode node)
    {
        switch (node)
        {
            case MappingNode mapping:
                return text.AppendAll('{', mapping.Entries, '}', entry => text
                    .Append(JsonSerializer.Serialize(entry.Name))
                    .Append(": ")
                    .AppendNode(entry.Value));
            case SequenceNode sequence:
                return text.AppendAll('[', sequence.Items, ']', item => text.AppendNode(item));
            case ScalarNode { Kind: ScalarKind.String } scalar:
                return text.Append(JsonSerializer.Serialize(scalar.Text));
            default:
                var plain = ((ScalarNode)node).Text;
                return text.Append(plain.Length == 0 ? "null" : plain);
        }
    }

    private static StringBuilder AppendAll<T>(
        this StringBuilder text, char open, IReadOnlyList<T> all, char close, Action<T> append)
    {
        text.Append(open);
        for (var i = 0; i < all.Count; i++)
        {
            if (i > 0) text.Append(", ");
            append(all[i]);
        }

        return text.Append(close);
    }
}
