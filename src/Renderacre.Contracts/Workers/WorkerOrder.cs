namespace Renderacre.Contracts.Workers;

/// <summary>How a worker is taken out of service, or put back.</summary>
public sealed record WorkerOrder
{
    /// <summary>
    /// Whether a drain stops what runs there and gives it to others, with nothing spent; null and false let it end.
    /// </summary>
    public bool? Now { get; init; }

    /// <summary>Who wants it; null for whoever asks.</summary>
    public string? By { get; init; }

    /// <summary>Why, or null.</summary>
    public string? Reason { get; init; }
}
