namespace OpenJd.Model.Jobs;

/// <summary>A quantity that a host must have. Source: template schemas §3.3.1.</summary>
/// <param name="Name">The capability's name, such as <c>amount.worker.vcpu</c>.</param>
/// <param name="Min">
/// The least, or null; of <c>amount.worker.vcpu</c> 1 where the template leaves it out, as §3.3.1.1 has it.
/// </param>
/// <param name="Max">The most, or null.</param>
public sealed record AmountRequirement(string Name, decimal? Min, decimal? Max);
