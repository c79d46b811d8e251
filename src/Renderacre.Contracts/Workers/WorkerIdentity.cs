namespace Renderacre.Contracts.Workers;

/// <summary>Who a machine says it is.</summary>
public sealed record WorkerIdentity
{
    /// <summary>Who vouches for it.</summary>
    public required string Provider { get; init; }

    /// <summary>Its name there.</summary>
    public required string Subject { get; init; }

    /// <summary>What else is said of it.</summary>
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    /// <summary>Until when it holds, or null.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
