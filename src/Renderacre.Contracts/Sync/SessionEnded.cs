namespace Renderacre.Contracts.Sync;

/// <summary>
/// A session's last exit action has ended and nothing of it runs any more. Its leases that were not reported are lost.
/// </summary>
public sealed record SessionEnded : SyncReport
{
    /// <summary>Why it ended by itself, or null where the farm asked for it.</summary>
    public string? Message { get; init; }

    /// <summary>
    /// Whether an environment failed, so that leases without a report fail with <see cref="Message"/>.
    /// </summary>
    public bool Failed { get; init; }
}
