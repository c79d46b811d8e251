namespace Renderacre.Contracts.Leases;

/// <summary>Body of started and renew: who holds which lease.</summary>
public sealed record LeaseProof
{
    /// <summary>The worker.</summary>
    public required Guid WorkerId { get; init; }

    /// <summary>The lease's token.</summary>
    public required string LeaseToken { get; init; }
}
