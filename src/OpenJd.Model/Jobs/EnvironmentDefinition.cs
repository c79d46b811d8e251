namespace OpenJd.Model.Jobs;

/// <summary>An environment that a session enters before its tasks and leaves after them (schemas §4).</summary>
public sealed record EnvironmentDefinition
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The template's description, or null.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// Extensions of the template that the environment is from: with EXPR its format strings hold expressions.
    /// </summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>What is run on entering and leaving, or null.</summary>
    public EnvironmentScript? Script { get; init; }

    /// <summary>Variables set while the environment is entered: name to format string.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();
}
