using System.Globalization;
using System.Text.Json;

namespace Renderacre.Controller.Http;

/// <summary>Says what is wrong with a JSON text, for people.</summary>
internal static class JsonFault
{
    /// <summary>The fault with its field, line and column (both from 1).</summary>
    /// <param name="fault">What the reader threw.</param>
    public static string Describe(JsonException fault)
    {
        string message = WithoutPosition(fault.Message);
        string field = fault.Path is null or "$" ? "" : $"{fault.Path.TrimStart('$', '.')}: ";
        return string.Create(CultureInfo.InvariantCulture,
            $"invalid JSON: {field}{message} (line {fault.LineNumber + 1}, column {fault.BytePositionInLine + 1})");
    }

    // The framework appends its own position, counted from 0 and without the field first.
    private static string WithoutPosition(string message)
    {
        int cut = message.IndexOf(" Path: ", StringComparison.Ordinal);
        if (cut < 0)
            cut = message.IndexOf(" LineNumber: ", StringComparison.Ordinal);
        string said = cut < 0 ? message : message[..cut];
        return said.StartsWith("The JSON value could not be converted", StringComparison.Ordinal)
            ? "the value is of another type or form than is wanted here; /openapi/v1.json has the types"
            : said;
    }
}
