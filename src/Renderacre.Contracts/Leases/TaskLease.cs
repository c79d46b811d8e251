using System.Text.Json.Serialization;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Contracts.Leases;

/// <summary>A v1 worker's lease of one task.</summary>
/// <param name="Task">The task, its lease with the token.</param>
/// <param name="LeaseToken">Proves that the worker holds the lease.</param>
public sealed record TaskLease(TaskInfo Task, string LeaseToken)
{
    /// <summary>Ids of the worker's graphics cards that the task has; left out where it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Gpus { get; init; }
}
