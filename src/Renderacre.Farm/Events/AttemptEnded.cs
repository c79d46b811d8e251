using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Leases;

namespace Renderacre.Farm.Events;

/// <summary>An attempt has ended, and its lease with it.</summary>
/// <param name="Lease">The lease, and the attempt.</param>
/// <param name="First">Its first unit.</param>
/// <param name="Count">How many units.</param>
/// <param name="State">How it ended.</param>
/// <param name="Result">What the worker said of it, or null where the lease was lost.</param>
/// <param name="FailureSummary">What went wrong in words, or null.</param>
public sealed record AttemptEnded(
    LeaseId Lease, UnitRef First, long Count, AttemptState State, AttemptResult? Result, string? FailureSummary)
    : FarmEvent;
