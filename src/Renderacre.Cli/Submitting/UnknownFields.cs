using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OpenJd.Model.Validation;
using Renderacre.Contracts.Json;

namespace Renderacre.Cli.Submitting;

/// <summary>Finds fields in JSON that a type of the wire does not have.</summary>
internal static class UnknownFields
{
    /// <summary>Finds them, however deep.</summary>
    /// <param name="json">The JSON, which can be read as the type.</param>
    /// <param name="type">The type.</param>
    /// <returns>A sentence for each with its path and the nearest name that there is; empty for none.</returns>
    public static IReadOnlyList<string> Of(JsonElement json, JsonTypeInfo type)
    {
        var faults = new List<string>();
        Add("", json, type, faults);
        return faults;
    }

    private static void Add(string path, JsonElement json, JsonTypeInfo? type, List<string> faults)
    {
        if (type is { Kind: JsonTypeInfoKind.Object } && json.ValueKind == JsonValueKind.Object)
        {
            foreach (var field in json.EnumerateObject())
                AddField(Below(path, field.Name), field, type, faults);
        }
        else if (type is { Kind: JsonTypeInfoKind.Dictionary } && json.ValueKind == JsonValueKind.Object)
        {
            foreach (var entry in json.EnumerateObject())
                Add(Below(path, entry.Name), entry.Value, TypeOf(type.ElementType), faults);
        }
        else if (type is { Kind: JsonTypeInfoKind.Enumerable } && json.ValueKind == JsonValueKind.Array)
        {
            foreach (var (at, item) in json.EnumerateArray().Index())
                Add($"{path}[{at}]", item, TypeOf(type.ElementType), faults);
        }
    }

    private static void AddField(string path, JsonProperty field, JsonTypeInfo type, List<string> faults)
    {
        if (type.Properties.FirstOrDefault(known => known.Name == field.Name) is { } property)
        {
            Add(path, field.Value, TypeOf(property.PropertyType), faults);
            return;
        }

        var nearest = NearestName.Suggest(field.Name, type.Properties.Select(known => known.Name));
        faults.Add($"{path}: there is no such field.{nearest}");
    }

    private static string Below(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static JsonTypeInfo? TypeOf(Type? type) => type is null ? null : WireJson.Default.GetTypeInfo(type);
}
