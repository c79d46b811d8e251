using OpenJd.Model.Validation;

namespace OpenJd.Model.Templates;

/// <summary>A step's space of task parameters. Source: template schemas §3.4.</summary>
/// <param name="Parameters">The parameters, 1 to 16.</param>
/// <param name="Combination">The combination expression, or null for the product of all.</param>
/// <param name="Location">Where the combination stands, or the space where there is none.</param>
public sealed record ParameterSpaceTemplate(
    IReadOnlyList<TaskParameterTemplate> Parameters,
    string? Combination,
    SourceLocation Location);
