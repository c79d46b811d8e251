namespace Renderacre.Contracts.Logs;

/// <summary>Body of a worker's log call.</summary>
public sealed record WorkerLogBatch
{
    /// <summary>The entries; null means none.</summary>
    public IReadOnlyList<WorkerLogInput>? Entries { get; init; }
}
