using System.Text.Json.Serialization;

namespace Renderacre.Contracts.Jobs;

/// <summary>An attribute that a worker must have.</summary>
public sealed record AttributeRequirement
{
    /// <summary>The label that bears it, such as <c>attr.worker.os.family</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Values of which the worker must have one.</summary>
    [JsonPropertyName("anyOf")]
    public IReadOnlyList<string>? AnyOf { get; init; }

    /// <summary>Values all of which the worker must have.</summary>
    [JsonPropertyName("allOf")]
    public IReadOnlyList<string>? AllOf { get; init; }
}
