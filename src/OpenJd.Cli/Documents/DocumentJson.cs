using System.Text.Json;
using OpenJd.Model.Documents;

namespace OpenJd.Cli.Documents;

/// <summary>YAML and JSON documents given to the command line, as JSON.</summary>
public static class DocumentJson
{
    /// <summary>Reads a document.</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">Where it is from, for messages.</param>
    /// <exception cref="CliException">It is no document.</exception>
    public static JsonElement Parse(string text, string source)
    {
        try
        {
            using var buffer = new MemoryStream();
            using (var writer = new Utf8JsonWriter(buffer))
                Write(writer, DocumentReader.Read(text));
            return JsonElement.Parse(buffer.ToArray());
        }
        catch (DocumentException problem)
        {
            throw CliException.Usage(
                $"{source}: line {problem.Line}, column {problem.Column}: {problem.Message}", problem);
        }
    }

    private static void Write(Utf8JsonWriter writer, DocumentNode node)
    {
        switch (node)
        {
            case MappingNode mapping:
                writer.WriteStartObject();
                foreach (var entry in mapping.Entries)
                {
                    writer.WritePropertyName(entry.Name);
                    Write(writer, entry.Value);
                }

                writer.WriteEndObject();
                break;
            case SequenceNode sequence:
                writer.WriteStartArray();
                foreach (var item in sequence.Items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case ScalarNode scalar:
                WriteScalar(writer, scalar);
                break;
        }
    }

    private static void WriteScalar(Utf8JsonWriter writer, ScalarNode scalar)
    {
        switch (scalar.Kind)
        {
            case ScalarKind.Null:
                writer.WriteNullValue();
                break;
            case ScalarKind.Boolean:
                writer.WriteBooleanValue(scalar.Text == "true");
                break;
            case ScalarKind.Integer or ScalarKind.Float when IsJsonNumber(scalar.Text):
                writer.WriteRawValue(scalar.Text);
                break;
            default:
                // Text, and numbers of YAML that JSON cannot write, such as .5 or +1.
                writer.WriteStringValue(scalar.Text);
                break;
        }
    }

    private static bool IsJsonNumber(string text)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(text));
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.Number && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
