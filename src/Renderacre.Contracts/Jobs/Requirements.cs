namespace Renderacre.Contracts.Jobs;

/// <summary>What a worker must have to run a task.</summary>
public sealed record Requirements
{
    /// <summary>Labels and the value each must have.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>Pools, any one of which the worker must be in.</summary>
    public IReadOnlyList<string>? Pools { get; init; }

    /// <summary>Quantities.</summary>
    public IReadOnlyList<AmountRequirement>? Amounts { get; init; }

    /// <summary>Attributes.</summary>
    public IReadOnlyList<AttributeRequirement>? Attributes { get; init; }
}
