using System.Text.Json;
using OpenJd.Expressions.Paths;

namespace OpenJd.Sessions.Files;

/// <summary>The file by which actions learn the path mapping rules. Source: How Jobs Are Run, Path Mapping.</summary>
internal static class PathMappingRulesFile
{
    private const string Name = "path_mapping_rules.json";

    /// <summary>Writes the file into the working directory: an empty object where there are no rules.</summary>
    /// <returns>Its path.</returns>
    public static string Write(string sessionDirectory, IReadOnlyList<PathMappingRule> rules)
    {
        var path = Path.Combine(sessionDirectory, Name);
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        if (rules.Count > 0)
            Write(json, rules);
        json.WriteEndObject();
        return path;
    }

    // The rule that counts for a path stands before those that would match it as well.
    private static void Write(Utf8JsonWriter json, IReadOnlyList<PathMappingRule> rules)
    {
        json.WriteString("version", "pathmapping-1.0");
        json.WriteStartArray("path_mapping_rules");
        foreach (var rule in rules.OrderByDescending(rule => rule.SourcePath.Length))
        {
            json.WriteStartObject();
            json.WriteString("source_path_format", Format(rule.Format));
            json.WriteString("source_path", rule.SourcePath);
            json.WriteString("destination_path", rule.DestinationPath);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Format(SourcePathFormat format) => format switch
    {
        SourcePathFormat.Posix => "POSIX",
        SourcePathFormat.Windows => "WINDOWS",
        SourcePathFormat.Uri => "URI",
    };
}
