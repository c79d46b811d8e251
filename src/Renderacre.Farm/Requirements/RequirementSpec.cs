namespace Renderacre.Farm.Requirements;

/// <summary>What a worker must have and what a session reserves of it. Equal specs are one class.</summary>
public sealed record RequirementSpec
{
    /// <summary>No demands.</summary>
    public static readonly RequirementSpec None = new();

    /// <summary>Labels and the value each must have, sorted by name.</summary>
    public IReadOnlyList<LabelDemand> Labels { get; init; } = [];

    /// <summary>Pools, any one of which the worker must be in.</summary>
    public IReadOnlyList<string> Pools { get; init; } = [];

    /// <summary>Quantities.</summary>
    public IReadOnlyList<AmountDemand> Amounts { get; init; } = [];

    /// <summary>Attributes.</summary>
    public IReadOnlyList<AttributeDemand> Attributes { get; init; } = [];

    /// <summary>Names of limits of which a session takes one each.</summary>
    public IReadOnlyList<string> Limits { get; init; } = [];
}
