using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenJd.Cli.Templates;

/// <summary>What came of a command, as one document for programs: it begins with a status and a message.</summary>
internal static class ResultDocument
{
    private const int IndentSize = 4;

    /// <summary>A document that says that all is well.</summary>
    /// <param name="message">What was done.</param>
    /// <returns>The document, to be filled further.</returns>
    public static JsonObject Success(string message) => new() { ["status"] = "success", ["message"] = message };

    /// <summary>A document that says what went wrong.</summary>
    /// <param name="message">What is wrong.</param>
    /// <returns>The document.</returns>
    public static JsonObject Error(string message) => new() { ["status"] = "error", ["message"] = message };

    /// <summary>Writes a document; YAML has an empty line behind it.</summary>
    public static void Write(TextWriter output, OutputFormat format, JsonObject document) =>
        output.WriteLine(format == OutputFormat.Yaml ? YamlText.Of(document) : Json(document));

    private static string Json(JsonObject document)
    {
        using var text = new MemoryStream();
        var options = new JsonWriterOptions
        {
            Indented = true,
            IndentSize = IndentSize,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var writer = new Utf8JsonWriter(text, options))
            document.WriteTo(writer);
        return Encoding.UTF8.GetString(text.ToArray());
    }
}
