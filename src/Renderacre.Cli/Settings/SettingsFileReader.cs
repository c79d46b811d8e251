using OpenJd.Model.Documents;

namespace Renderacre.Cli.Settings;

/// <summary>
/// Reads a settings file: a mapping of settings to values, of <c>profile</c> to the name of the usual profile, and of
/// <c>profiles</c> to such mappings by name.
/// </summary>
/// <param name="path">The file, for messages.</param>
internal sealed class SettingsFileReader(string path)
{
    private const string ProfileKey = "profile";
    private const string ProfilesKey = "profiles";

    private static readonly string Known = string.Join(", ", SettingKey.All.Select(key => key.Name));

    /// <summary>Reads the text of the file.</summary>
    /// <exception cref="CliException">It is something else, or has keys that nobody knows.</exception>
    public SettingsFile Read(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new SettingsFile(path, NoValues, NoProfiles, null);
        var root = Mapping(Parse(text), "the file");
        var own = root.Entries.Where(entry => entry.Name is not (ProfileKey or ProfilesKey));
        var profiles = Entry(root, ProfilesKey) is { } node ? ReadProfiles(Mapping(node, ProfilesKey)) : NoProfiles;
        var usual = Entry(root, ProfileKey) is { } name ? Text(name, ProfileKey) : null;
        if (usual is not null && !profiles.ContainsKey(usual))
            throw Fault(root, $"profile is '{usual}', which profiles does not have");
        return new SettingsFile(path, ReadValues(own), profiles, usual);
    }

    private static readonly IReadOnlyDictionary<string, string> NoValues = new Dictionary<string, string>();

    private static readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> NoProfiles =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    private DocumentNode Parse(string text)
    {
        try
        {
            return DocumentReader.Read(text);
        }
        catch (DocumentException problem)
        {
            throw CliException.Usage(
                $"{path}: line {problem.Line}, column {problem.Column}: {problem.Message}", problem);
        }
    }

    private Dictionary<string, IReadOnlyDictionary<string, string>> ReadProfiles(MappingNode node) =>
        node.Entries.ToDictionary(
            entry => entry.Name,
            IReadOnlyDictionary<string, string> (entry) => ReadValues(Mapping(entry.Value, entry.Name).Entries),
            StringComparer.Ordinal);

    private Dictionary<string, string> ReadValues(IEnumerable<MappingEntry> entries)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (SettingKey.All.All(key => key.Name != entry.Name))
                throw Fault(entry.Value, $"unknown key '{entry.Name}'; known are {Known}, {ProfileKey}, {ProfilesKey}");
            values[entry.Name] = Text(entry.Value, entry.Name);
        }

        return values;
    }

    private static DocumentNode? Entry(MappingNode node, string name) =>
        node.Entries.FirstOrDefault(entry => entry.Name == name)?.Value;

    private MappingNode Mapping(DocumentNode node, string what) => node as MappingNode
        ?? throw Fault(node, $"{what} is no mapping of names to values");

    private string Text(DocumentNode node, string what) => node is ScalarNode { Kind: not ScalarKind.Null } scalar
        ? scalar.Text
        : throw Fault(node, $"{what} has no value");

    private CliException Fault(DocumentNode node, string message) =>
        CliException.Usage($"{path}: line {node.Line}, column {node.Column}: {message}");
}
