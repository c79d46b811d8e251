namespace Renderacre.Contracts.Jobs;

/// <summary>A quantity that a worker must have.</summary>
/// <param name="Name">The label that bears it, such as <c>amount.worker.vcpu</c>.</param>
/// <param name="Min">The least, or null.</param>
/// <param name="Max">The most, or null.</param>
public sealed record AmountRequirement(string Name, double? Min, double? Max);
