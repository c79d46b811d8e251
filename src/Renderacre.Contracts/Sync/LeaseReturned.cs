namespace Renderacre.Contracts.Sync;

/// <summary>A lease that never started is handed back: it leaves no attempt and spends nothing.</summary>
public sealed record LeaseReturned : SyncReport
{
    /// <summary>The lease.</summary>
    public required Guid LeaseId { get; init; }
}
