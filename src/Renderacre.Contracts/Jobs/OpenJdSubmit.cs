using System.Text.Json;

namespace Renderacre.Contracts.Jobs;

/// <summary>An OpenJD template and what it is submitted with.</summary>
public sealed record OpenJdSubmit
{
    /// <summary>The template as YAML or JSON text.</summary>
    public required string TemplateYaml { get; init; }

    /// <summary>Environment templates around the job's own environments, the outermost first; null for none.</summary>
    public IReadOnlyList<string>? EnvironmentTemplates { get; init; }

    /// <summary>Job parameter values by name: scalars, lists, or lists of lists of whole numbers.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Parameters { get; init; }

    /// <summary>The directory that the tasks of the original worker start in, or null.</summary>
    public string? AssetRoot { get; init; }

    /// <summary>Extensions that may be used; empty means all known.</summary>
    public IReadOnlyList<string>? SupportedExtensions { get; init; }

    /// <summary>How paths of the submitter's system become the workers'.</summary>
    public IReadOnlyList<PathMapping>? PathMappingRules { get; init; }

    /// <summary>The directory that relative PATH defaults are joined to, or null.</summary>
    public string? TemplateDir { get; init; }

    /// <summary>The directory that relative PATH values are joined to, or null.</summary>
    public string? CurrentWorkingDir { get; init; }
}
