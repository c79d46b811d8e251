using Renderacre.Farm.Time;

namespace Renderacre.Farm.Limits;

/// <summary>What a limit's source told. The last good figure holds while it fails.</summary>
public sealed record SourceReport
{
    /// <summary>A source that has not told anything yet.</summary>
    public static readonly SourceReport None = new();

    /// <summary>How many it told to be used, scaled; null before it told anything.</summary>
    public long? Used { get; init; }

    /// <summary>How much of that the farm does not hold itself, scaled.</summary>
    public long Elsewhere { get; init; }

    /// <summary>When it last gave a good answer.</summary>
    public FarmTime? At { get; init; }

    /// <summary>When this was written down, which it is where there is news.</summary>
    public FarmTime NotedAt { get; init; }

    /// <summary>Why it gives none now, or null.</summary>
    public string? Failure { get; init; }

    /// <summary>When it began to fail, or null.</summary>
    public FarmTime? FailedAt { get; init; }

    /// <summary>What is known after a good answer.</summary>
    /// <param name="used">How many it told to be used, scaled.</param>
    /// <param name="held">How much of that the farm holds itself, scaled.</param>
    /// <param name="now">When.</param>
    public static SourceReport Told(long used, long held, FarmTime now) =>
        new() { Used = used, Elsewhere = Math.Max(0, used - held), At = now };

    /// <summary>This after it has failed.</summary>
    /// <param name="failure">Why.</param>
    /// <param name="now">When.</param>
    public SourceReport Failed(string failure, FarmTime now) =>
        this with { Failure = failure, FailedAt = FailedAt ?? now };

    /// <summary>Whether there is something to write down: more than that the same was told again.</summary>
    /// <param name="earlier">What was told before.</param>
    public bool IsNews(SourceReport earlier) => Untimed(this) != Untimed(earlier);

    private static SourceReport Untimed(SourceReport report) => report with { At = null, NotedAt = default };
}
