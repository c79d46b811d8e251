using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Renderacre.Controller.Tests.Golden;

/// <summary>
/// Compares an answer's JSON with a recorded one: names, types, states and numbers. Fields that were added do not
/// matter; placeholders stand for the same value each time they are met.
/// </summary>
internal sealed partial class GoldenMatch
{
    private const string Left = "...";
    private const string Time = "<time>";

    // What their keys are is data: nothing may be missing or added there.
    private static readonly string[] Maps =
        ["labels", "env", "parameters", "job_parameters", "task_parameters", "attributes", "variables"];

    // What the original's worker runs OpenJD tasks from; here workers are told that in another way.
    private static readonly string[] WorkersOwn =
        ["job_environments", "step_environments", "step_script", "step_resolved_symtab"];

    // Said to people, in words of our own.
    private static readonly string[] Words = ["failure_summary", "error"];

    private Dictionary<string, string> _bound = [];

    /// <summary>Names a value that a placeholder stands for.</summary>
    public void Bind(string placeholder, string value) => _bound[placeholder] = value;

    /// <summary>A text with its placeholders filled in.</summary>
    public string Fill(string text) => Placeholder().Replace(text, found =>
        _bound.TryGetValue(found.Value, out string? value) ? value : found.Value);

    /// <summary>Fails the test where an answer does not match.</summary>
    /// <param name="expected">The recorded JSON.</param>
    /// <param name="actual">The answer's.</param>
    /// <param name="sampled">Whether lists were recorded in part.</param>
    /// <param name="path">Where, for the message.</param>
    public void Check(JsonNode? expected, JsonNode? actual, bool sampled, string path)
    {
        string? difference = Differs(expected, actual, sampled, path);
        Assert.True(difference is null, difference);
    }

    private string? Differs(JsonNode? expected, JsonNode? actual, bool sampled, string path) =>
        (expected, actual) switch
        {
            (null, null) => null,
            (JsonObject one, JsonObject other) => Differs(one, other, sampled, path),
            (JsonArray one, JsonArray other) => sampled
                ? DiffersInOrder(one, other, path)
                : Differs(one, other, path),
            (JsonValue one, JsonValue other) => Differs(one, other, path),
            _ => $"{path}: {expected?.ToJsonString() ?? "null"} is wanted, not {actual?.ToJsonString() ?? "null"}",
        };

    private string? Differs(JsonObject expected, JsonObject actual, bool sampled, string path)
    {
        foreach ((string name, JsonNode? value) in expected.Where(field => !IsLeftOut(field.Key)))
        {
            if (!actual.ContainsKey(name))
                return $"{path}: lacks {name}";
            if (Differs(value, actual[name], sampled, $"{path}.{name}") is { } difference)
                return difference;
        }
        bool isMap = Maps.Contains(path[(path.LastIndexOf('.') + 1)..]);
        return isMap && actual.Count != expected.Count ? $"{path}: has more than was given" : null;
    }

    private static bool IsLeftOut(string name) => name == Left || WorkersOwn.Contains(name);

    private string? Differs(JsonArray expected, JsonArray actual, string path)
    {
        if (expected.Count != actual.Count)
            return $"{path}: has {actual.Count} entries, not {expected.Count}: {actual.ToJsonString()}";
        return Enumerable.Range(0, expected.Count)
            .Select(at => Differs(expected[at], actual[at], false, $"{path}[{at}]"))
            .FirstOrDefault(difference => difference is not null);
    }

    private string? DiffersInOrder(JsonArray expected, JsonArray actual, string path)
    {
        int next = 0;
        foreach (JsonNode? wanted in expected)
        {
            string? difference = $"{path}: lacks {wanted?.ToJsonString()}";
            while (next < actual.Count && difference is not null)
            {
                Dictionary<string, string> before = new(_bound);
                difference = Differs(wanted, actual[next++], true, path);
                _bound = difference is null ? _bound : before;
            }
            if (difference is not null)
                return difference;
        }
        return null;
    }

    private string? Differs(JsonValue expected, JsonValue actual, string path)
    {
        JsonValueKind kind = expected.GetValueKind();
        string name = path[(path.LastIndexOf('.') + 1)..];
        bool isSame = kind switch
        {
            JsonValueKind.String when actual.GetValueKind() == JsonValueKind.String =>
                Words.Contains(name) ? actual.ToString().Length > 0 : IsSame(expected.ToString(), actual.ToString()),
            JsonValueKind.Number when actual.GetValueKind() == JsonValueKind.Number =>
                expected.GetValue<double>() == actual.GetValue<double>(),
            JsonValueKind.True or JsonValueKind.False => kind == actual.GetValueKind(),
            JsonValueKind.Undefined or JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.String
                or JsonValueKind.Number or JsonValueKind.Null => false,
        };
        return isSame ? null : $"{path}: {Fill(expected.ToJsonString())} is wanted, not {actual.ToJsonString()}";
    }

    private bool IsSame(string expected, string actual)
    {
        if (expected == Time)
            return UtcTime().IsMatch(actual);
        string pattern = Placeholder().Replace(Regex.Escape(Fill(expected)), "(.+)");
        Match match = Regex.Match(actual, $"^{pattern}$", RegexOptions.Singleline);
        if (!match.Success)
            return false;
        string[] unbound = [.. Placeholder().Matches(Fill(expected)).Select(found => found.Value)];
        for (int place = 0; place < unbound.Length; place++)
            _bound[unbound[place]] = match.Groups[place + 1].Value;
        return true;
    }

    [GeneratedRegex("<[a-z]+(-[a-z0-9]+)*>")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$")]
    private static partial Regex UtcTime();
}
