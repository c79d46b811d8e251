using System.Text;
using System.Text.Json.Nodes;

namespace Renderacre.Controller.Hooks;

/// <summary>What a hook is told: the event, and the facts about it.</summary>
internal sealed class HookCall
{
    private const string VariablePrefix = "RENDERACRE_";

    private readonly JsonObject _facts;

    /// <summary>Makes a call.</summary>
    /// <param name="what">The event, such as <c>job_ended</c>.</param>
    /// <param name="facts">Facts by name in snake_case; null values are left out.</param>
    public HookCall(string what, IEnumerable<KeyValuePair<string, JsonNode?>> facts)
    {
        Event = what;
        _facts = new JsonObject { ["event"] = what };
        foreach ((string name, JsonNode? value) in facts)
        {
            if (value is not null)
                _facts[name] = value;
        }
    }

    /// <summary>The event.</summary>
    public string Event { get; }

    /// <summary>Event and facts as one JSON object in UTF-8.</summary>
    public byte[] ToJson() => Encoding.UTF8.GetBytes(_facts.ToJsonString());

    /// <summary>
    /// Event and facts as environment variables, such as RENDERACRE_JOB_ID: texts as they are, all else as JSON.
    /// </summary>
    public IEnumerable<KeyValuePair<string, string>> ToVariables() => _facts.Select(fact =>
        KeyValuePair.Create(VariablePrefix + fact.Key.ToUpperInvariant(), TextOf(fact.Value!))); // Nulls are left out.

    // A variable ends at its first NUL, so that none may be in it.
    private static string TextOf(JsonNode value) =>
        (value is JsonValue single && single.TryGetValue(out string? text) ? text : value.ToJsonString())
        .Replace("\0", "", StringComparison.Ordinal);
}
