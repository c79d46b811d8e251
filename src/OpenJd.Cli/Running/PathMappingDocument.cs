using OpenJd.Expressions.Paths;
using OpenJd.Model.Documents;

namespace OpenJd.Cli.Running;

/// <summary>Reads path mapping rules. Source: How Jobs Are Run, Path Mapping.</summary>
internal static class PathMappingDocument
{
    private const string Version = "pathmapping-1.0";
    private const string Option = "--path-mapping-rules";
    private static readonly string[] RuleFields = ["destination_path", "source_path", "source_path_format"];

    /// <summary>The rules of a document.</summary>
    /// <exception cref="CliException">It is no document of rules; the message says where.</exception>
    public static IReadOnlyList<PathMappingRule> Read(DocumentNode document)
    {
        if (document is not MappingNode map)
            throw Fault("an object with version and path_mapping_rules is wanted");
        if (Field(map, "version") is not ScalarNode { Text: Version })
            throw Fault($"version is to be \"{Version}\"");
        if (Field(map, "path_mapping_rules") is not SequenceNode rules)
            throw Fault("path_mapping_rules is to be an array");
        return [.. rules.Items.Select((rule, place) => Rule(rule, $"path_mapping_rules[{place}]"))];
    }

    private static PathMappingRule Rule(DocumentNode node, string place)
    {
        if (node is not MappingNode map
            || !map.Entries.Select(entry => entry.Name).Order(StringComparer.Ordinal).SequenceEqual(RuleFields))
        {
            throw Fault($"{place} is to have exactly the fields {string.Join(", ", RuleFields)}");
        }

        var format = Text(map, "source_path_format", place).ToUpperInvariant() switch
        {
            "POSIX" => SourcePathFormat.Posix,
            "WINDOWS" => SourcePathFormat.Windows,
            "URI" => SourcePathFormat.Uri,
            var other => throw Fault($"{place}: source_path_format is '{other}'; POSIX, WINDOWS or URI is wanted"),
        };
        return new PathMappingRule(format, Text(map, "source_path", place), Text(map, "destination_path", place));
    }

    private static string Text(MappingNode map, string name, string place) =>
        Field(map, name) is ScalarNode { Kind: ScalarKind.String, Text.Length: > 0 } scalar
            ? scalar.Text
            : throw Fault($"{place}: {name} is to be a text that is not empty");

    private static DocumentNode? Field(MappingNode map, string name) =>
        map.Entries.FirstOrDefault(entry => entry.Name == name)?.Value;

    private static CliException Fault(string message) => new(ExitCode.Failure, $"{Option}: {message}");
}
