using OpenJd.Model.Validation;

namespace OpenJd.Model.Templates;

/// <summary>
/// An environment in a job or environment template; the specification's &lt;Environment&gt;.
/// Source: template schemas §4.
/// </summary>
public sealed record TemplateEnvironment
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Where the environment stands.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>The description, or null.</summary>
    public string? Description { get; init; }

    /// <summary>What is run on entering and leaving, or null.</summary>
    public EnvironmentScriptTemplate? Script { get; init; }

    /// <summary>Variables set while the environment is entered, by name and resolved on the host.</summary>
    public IReadOnlyDictionary<string, TemplateString> Variables { get; init; } =
        new Dictionary<string, TemplateString>();
}
