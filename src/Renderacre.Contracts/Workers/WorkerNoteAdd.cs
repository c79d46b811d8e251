namespace Renderacre.Contracts.Workers;

/// <summary>A note that is to be written about a worker.</summary>
public sealed record WorkerNoteAdd
{
    /// <summary>What, not blank.</summary>
    public required string Text { get; init; }

    /// <summary>Who writes; null for whoever asks.</summary>
    public string? Author { get; init; }
}
