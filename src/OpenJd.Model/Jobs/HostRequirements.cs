namespace OpenJd.Model.Jobs;

/// <summary>What a host must have to run a step. Source: template schemas §3.3.</summary>
public sealed record HostRequirements
{
    /// <summary>Quantities, reserved for the session.</summary>
    public IReadOnlyList<AmountRequirement> Amounts { get; init; } = [];

    /// <summary>Attributes.</summary>
    public IReadOnlyList<AttributeRequirement> Attributes { get; init; } = [];
}
