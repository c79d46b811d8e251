namespace Renderacre.Contracts.Sync;

/// <summary>How far a lease's task is, as it told last. Only the newest counts, and nothing hangs on it.</summary>
/// <param name="LeaseId">The lease.</param>
/// <param name="Percent">0 to 100, or null where it told none.</param>
/// <param name="Message">What it is doing, at most <see cref="MessageMax"/> characters, or null.</param>
public sealed record LeaseProgress(Guid LeaseId, double? Percent, string? Message)
{
    /// <summary>Characters of a message, at most.</summary>
    public const int MessageMax = 200;
}
