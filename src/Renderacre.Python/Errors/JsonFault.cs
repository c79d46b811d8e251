using System.Globalization;
using System.Text.Json;

namespace Renderacre.Python.Errors;

/// <summary>Says what is wrong with a JSON text, for people.</summary>
internal static class JsonFault
{
    private const string Including = "including: ";

    /// <summary>The fault with its field, line and column (both from 1).</summary>
    /// <param name="fault">What the reader threw.</param>
    public static string Describe(JsonException fault)
    {
        var field = fault.Path is null or "$" ? "" : $"{fault.Path.TrimStart('$', '.')}: ";
        return string.Create(CultureInfo.InvariantCulture,
            $"{field}{Said(fault)} at line {fault.LineNumber + 1} column {fault.BytePositionInLine + 1}");
    }

    // The framework appends its own position, counted from 0, and names types that no user knows.
    private static string Said(JsonException fault)
    {
        var message = fault.Message;
        var missing = message.IndexOf(Including, StringComparison.Ordinal);
        if (message.Contains("missing required properties", StringComparison.Ordinal) && missing >= 0)
            return $"missing field {Field(message[(missing + Including.Length)..])}";
        if (message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal))
            return "the value is of another type than is wanted here";
        foreach (var mark in new[] { " Path: ", " LineNumber: " })
        {
            if (message.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var cut)
                message = message[..cut];
        }

        return message.TrimEnd('.');
    }

    private static string Field(string names) =>
        names.Split(['.', ';'], 2)[0].Replace('\'', '`').Trim();
}
