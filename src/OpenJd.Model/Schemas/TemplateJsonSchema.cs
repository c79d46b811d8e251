using System.Buffers;
using System.Text;
using System.Text.Json;
using OpenJd.Model.Reading;

namespace OpenJd.Model.Schemas;

/// <summary>
/// JSON Schemas (2020-12) by which editors complete and check templates, made from the tables that templates are read
/// by. They describe the fields of all extensions, and cannot tell what depends on several fields or on references:
/// they accept every valid template, and some that are not.
/// </summary>
public static class TemplateJsonSchema
{
    /// <summary>The schema of job templates.</summary>
    /// <returns>A JSON text.</returns>
    public static string OfJobTemplates() => Write("Open Job Description job template", [JobTemplateReader.Schema]);

    /// <summary>The schema of environment templates.</summary>
    /// <returns>A JSON text.</returns>
    public static string OfEnvironmentTemplates() =>
        Write("Open Job Description environment template", [EnvironmentTemplateReader.Schema]);

    /// <summary>The schema of templates of either kind.</summary>
    /// <returns>A JSON text.</returns>
    public static string OfTemplates() =>
        Write("Open Job Description template", [JobTemplateReader.Schema, EnvironmentTemplateReader.Schema]);

    private static string Write(string title, ObjectSchema[] roots)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var json = new Utf8JsonWriter(buffer, options)) new JsonSchemaWriter(json).Write(title, roots);
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }
}
