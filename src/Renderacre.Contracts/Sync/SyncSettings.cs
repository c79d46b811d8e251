namespace Renderacre.Contracts.Sync;

/// <summary>What the controller asks all workers to keep to.</summary>
/// <param name="LeaseSeconds">Seconds without a request after which leases are lost.</param>
/// <param name="HoldSeconds">Seconds that an answer without news is held, at most a third of the lease time.</param>
public sealed record SyncSettings(double LeaseSeconds, double HoldSeconds);
