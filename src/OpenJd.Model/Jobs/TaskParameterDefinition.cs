namespace OpenJd.Model.Jobs;

/// <summary>
/// A task parameter and its range. Exactly one of the two range forms is given. Source: template schemas §3.4.1.
/// </summary>
public sealed record TaskParameterDefinition
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The type.</summary>
    public required TaskParameterType Type { get; init; }

    /// <summary>The values' texts in order, or null where the range is an expression.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>A range expression such as <c>1-100:2</c>, never expanded until iterated; or null.</summary>
    public string? RangeExpression { get; init; }

    /// <summary>Of a CHUNK[INT] how its values are put into chunks; else null.</summary>
    public ChunkDefinition? Chunks { get; init; }
}
