using System.Globalization;
using System.Text.Json;
using Renderacre.Controller.Hooks;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Requirements;

namespace Renderacre.Controller.Limits;

/// <summary>Reads how many are used from what a source answers.</summary>
internal static class SourceFigure
{
    private const double UsedMax = 9e12;
    private const int ShownMax = 60;

    /// <summary>Reads an answer.</summary>
    /// <param name="output">
    /// A number, or a JSON object with the number <c>used</c>; of several lines the last, unless all are one object.
    /// </param>
    public static SourceAnswer Read(string output)
    {
        string line = BoundedText.LastLine(output);
        if ((NumberOf(line) ?? ObjectOf(line) ?? ObjectOf(output)) is { } used)
            return new SourceAnswer(AmountScale.Scale(used), null);
        string shown = line.Length > ShownMax ? line[..ShownMax] : line;
        return new SourceAnswer(
            null, $"it answered '{shown}'; a number from 0 on, or an object like {{\"used\": 3}} is wanted");
    }

    private static double? NumberOf(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        && number is >= 0 and <= UsedMax
            ? number
            : null;

    private static double? ObjectOf(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("used", out JsonElement used) && used.ValueKind == JsonValueKind.Number
                ? NumberOf(used.GetRawText())
                : null;
        }
        catch (JsonException)
        {
            // It is no JSON: the caller tells what would be right.
            return null;
        }
    }
}
