using YamlDotNet.RepresentationModel;

namespace Renderacre.Repository.Tests.Workflows;

/// <summary>A GitHub workflow.</summary>
internal sealed class Workflow
{
    private readonly YamlMappingNode _root;

    private Workflow(string path, YamlMappingNode root) => (Path, _root) = (path, root);

    public string Path { get; }

    /// <summary>All workflows of the repository.</summary>
    public static IReadOnlyList<Workflow> All { get; } =
    [
        .. RepositoryFiles.Texts
            .Where(file => file.Path.StartsWith(".github/workflows/", StringComparison.Ordinal))
            .Select(file => Parse(file.Path, file.Text)),
    ];

    /// <summary>The jobs by name.</summary>
    public IReadOnlyDictionary<string, YamlMappingNode> Jobs => Mapping(_root, "jobs").Children.ToDictionary(
        job => ((YamlScalarNode)job.Key).Value ?? "", job => (YamlMappingNode)job.Value);

    public static Workflow Parse(string path, string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return new Workflow(path, (YamlMappingNode)stream.Documents.Single().RootNode);
    }

    /// <summary>Whether the workflow itself has a field.</summary>
    public bool Has(string name) => Find(_root, name) is not null;

    /// <summary>The text of a field of the workflow and of what is below it, in one line.</summary>
    public string Text(string name) => Find(_root, name)?.ToString() ?? "";

    /// <summary>A field of a mapping, or null.</summary>
    public static YamlNode? Find(YamlMappingNode mapping, string name) =>
        mapping.Children.TryGetValue(new YamlScalarNode(name), out var value) ? value : null;

    /// <summary>The steps of a job.</summary>
    public static IEnumerable<YamlMappingNode> Steps(YamlMappingNode job) =>
        Find(job, "steps") is YamlSequenceNode steps ? steps.Children.OfType<YamlMappingNode>() : [];

    /// <summary>The texts of a field that is one text or a list of them.</summary>
    public static IEnumerable<string> Texts(YamlMappingNode mapping, string name) => Find(mapping, name) switch
    {
        YamlScalarNode { Value: { } one } => [one],
        YamlSequenceNode several => several.Children.OfType<YamlScalarNode>().Select(item => item.Value ?? ""),
        _ => [],
    };

    private static YamlMappingNode Mapping(YamlMappingNode mapping, string name) =>
        Find(mapping, name) as YamlMappingNode ?? throw new InvalidDataException($"{name} is no mapping");
}
