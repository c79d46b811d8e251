namespace Renderacre.Farm.Jobs;

/// <summary>How failures of a step's units are met.</summary>
public sealed record FailurePolicy
{
    /// <summary>A step that asks for nothing.</summary>
    public static readonly FailurePolicy None = new();

    /// <summary>Seconds of any delay, at most: a month.</summary>
    public const int SecondsMax = 30 * 24 * 3600;

    private const int DoublingsMax = 30;

    /// <summary>Seconds that a unit rests after its first failure; each further one doubles them. 0 is none.</summary>
    public int RetryDelay { get; init; }

    /// <summary>Seconds that a unit rests so at most, at least 1.</summary>
    public int RetryDelayMax { get; init; } = 3600;

    /// <summary>How long a unit rests before it is tried again.</summary>
    /// <param name="failures">Its failures so far, at least 1.</param>
    public TimeSpan RestAfter(int failures) => RetryDelay == 0
        ? TimeSpan.Zero
        : TimeSpan.FromSeconds(Math.Min((long)RetryDelay << Math.Min(failures - 1, DoublingsMax), RetryDelayMax));

    /// <summary>Everything that is wrong with it, naming the field.</summary>
    public IEnumerable<string> Faults()
    {
        if (RetryDelay is < 0 or > SecondsMax)
            yield return $"retry_delay is {RetryDelay}; 0 to {SecondsMax} seconds are wanted";
        if (RetryDelayMax is < 1 or > SecondsMax)
            yield return $"retry_delay_max is {RetryDelayMax}; 1 to {SecondsMax} seconds are wanted";
    }
}
