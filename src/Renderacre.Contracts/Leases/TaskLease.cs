using Renderacre.Contracts.Jobs;

namespace Renderacre.Contracts.Leases;

/// <summary>A v1 worker's lease of one task.</summary>
/// <param name="Task">The task, its lease with the token.</param>
/// <param name="LeaseToken">Proves that the worker holds the lease.</param>
public sealed record TaskLease(TaskInfo Task, string LeaseToken);
