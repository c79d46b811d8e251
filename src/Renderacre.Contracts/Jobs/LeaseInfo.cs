namespace Renderacre.Contracts.Jobs;

/// <summary>A live lease as the wire shows it.</summary>
public sealed record LeaseInfo
{
    /// <summary>The token, shown to the holder alone; empty for everybody else.</summary>
    public required string Token { get; init; }

    /// <summary>The worker that holds it.</summary>
    public required Guid WorkerId { get; init; }

    /// <summary>The attempt it made.</summary>
    public required Guid AttemptId { get; init; }

    /// <summary>When it was given.</summary>
    public required DateTimeOffset LeasedAt { get; init; }

    /// <summary>When it is lost unless renewed.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
