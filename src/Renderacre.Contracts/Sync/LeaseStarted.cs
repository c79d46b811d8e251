namespace Renderacre.Contracts.Sync;

/// <summary>A lease's process is about to start.</summary>
public sealed record LeaseStarted : SyncReport
{
    /// <summary>The lease.</summary>
    public required Guid LeaseId { get; init; }
}
