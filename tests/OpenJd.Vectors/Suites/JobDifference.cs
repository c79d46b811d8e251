using System.Globalization;
using System.Text.Json;
using OpenJd.Expressions.Ranges;

namespace OpenJd.Vectors.Suites;

/// <summary>Compares jobs by the rules of the vectors' README: numbers as numbers, chunks by what they name.</summary>
internal static class JobDifference
{
    public static string? Of(JsonElement expected, JsonElement actual)
    {
        var differences = new List<string>();
        Compare("name", Text(expected, "name"), Text(actual, "name"), differences);
        Compare("parameters", Shown(expected, "parameters"), Shown(actual, "parameters"), differences);
        var (wanted, steps) = (Items(expected, "steps"), Items(actual, "steps"));
        Compare("number of steps", $"{wanted.Count}", $"{steps.Count}", differences);
        foreach (var (step, other) in wanted.Zip(steps)) CompareStep(step, other, differences);
        return differences.Count == 0 ? null : string.Join("; ", differences);
    }

    private static void CompareStep(JsonElement expected, JsonElement actual, List<string> differences)
    {
        var types = actual.TryGetProperty("task_parameters", out var parameters)
            ? parameters.EnumerateObject().ToDictionary(one => one.Name, one => one.Value.GetString()!)
            : [];
        var isNoncontiguous = Text(expected, "range_constraint") == "NONCONTIGUOUS";
        string Value(JsonProperty one) =>
            $"{one.Name}={Key(one.Value.GetString()!, types.GetValueOrDefault(one.Name), isNoncontiguous)}";

        string Task(JsonElement task) =>
            string.Join(' ', task.EnumerateObject().OrderBy(one => one.Name, StringComparer.Ordinal).Select(Value));

        foreach (var field in expected.EnumerateObject())
        {
            if (!actual.TryGetProperty(field.Name, out var value))
            {
                differences.Add($"{field.Name} is missing");
                continue;
            }

            var (wanted, given) = field.Name switch
            {
                "tasks" or "tasks_first" or "tasks_last" or "chunks_resized" => (
                    string.Join(", ", field.Value.EnumerateArray().Select(Task)),
                    string.Join(", ", value.EnumerateArray().Select(Task))),
                "tasks_at" => (Shown(field.Value, Task), Shown(value, Task)),
                "host_requirements" => (Requirements(field.Value), Requirements(value)),
                _ => (Canonical(field.Value), Canonical(value)),
            };
            Compare(field.Name, wanted, given, differences);
        }
    }

    private static string Requirements(JsonElement requirements)
    {
        var amounts = Items(requirements, "amounts").Select(
            one => $"{Text(one, "name")} {Text(one, "min")} {Text(one, "max")}");
        var attributes = Items(requirements, "attributes").Select(
            one => $"{Text(one, "name")} {Canonical(one, "anyOf")} {Canonical(one, "allOf")}");
        return string.Join(", ", amounts.Concat(attributes));
    }

    private static string Key(string value, string? type, bool isNoncontiguous) => type switch
    {
        "FLOAT" => Number(double.Parse(value, CultureInfo.InvariantCulture)),
        "CHUNK[INT]" when isNoncontiguous => Numbers(RangeExpression.Parse(value)),
        _ => value,
    };

    private static string Numbers(RangeExpression range) =>
        string.Join(',', Enumerable.Range(0, (int)range.Count).Select(place => range[place]));

    private static string Shown(JsonElement element, string name) =>
        Shown(element.GetProperty(name), one => Canonical(one));

    private static string Shown(JsonElement map, Func<JsonElement, string> show) => string.Join(", ", map
        .EnumerateObject()
        .OrderBy(one => one.Name, StringComparer.Ordinal)
        .Select(one => $"{one.Name}: {show(one.Value)}"));

    /// <summary>Numbers by their value, and so the texts of values of the type float.</summary>
    private static string Canonical(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => element.TryGetInt64(out var whole)
            ? whole.ToString(CultureInfo.InvariantCulture)
            : Number(element.GetDouble()),
        JsonValueKind.Array => $"[{string.Join(", ", element.EnumerateArray().Select(Canonical))}]",
        JsonValueKind.Object when Text(element, "type") is "float" =>
            $"float {Number(double.Parse(Text(element, "value"), CultureInfo.InvariantCulture))}",
        JsonValueKind.Object => Shown(element, Canonical),
        _ => element.ToString(),
    };

    private static string Canonical(JsonElement element, string name) =>
        Items(element, name) is { Count: > 0 } items ? string.Join(' ', items) : "none";

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? Canonical(value)
            : "none";

    private static List<JsonElement> Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray()]
            : [];

    private static string Number(double value) => value == Math.Truncate(value) && Math.Abs(value) < 1e15
        ? ((long)value).ToString(CultureInfo.InvariantCulture)
        : value.ToString("R", CultureInfo.InvariantCulture);

    private static void Compare(string what, string expected, string actual, List<string> differences)
    {
        if (expected != actual) differences.Add($"{what} is {actual}, expected {expected}");
    }
}
