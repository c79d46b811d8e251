namespace Renderacre.Farm.Jobs;

/// <summary>How failures of a step's units are met.</summary>
public sealed record FailurePolicy
{
    /// <summary>A step that asks for nothing.</summary>
    public static readonly FailurePolicy None = new();

    /// <summary>Seconds of any delay, at most: a month.</summary>
    public const int SecondsMax = 30 * 24 * 3600;

    /// <summary>Times that a unit may ask for more memory, at most.</summary>
    public const int MemoryRetriesMost = 5;

    /// <summary>Different amounts of memory that a unit may ask for, at most.</summary>
    public const int MemoryLevelsMost = MemoryRetriesMost + 1;

    private const int DoublingsMax = 30;

    /// <summary>Units of the step that have failed for good at which nothing more of it starts, or null.</summary>
    public long? FailedMax { get; init; }

    /// <summary>The same as a percentage of its units, 1 to 100, or null.</summary>
    public int? FailedMaxPercent { get; init; }

    /// <summary>Times that a unit's worker may be lost with it before it fails for good, at least 1.</summary>
    public int LostMax { get; init; } = 3;

    /// <summary>Seconds that a unit waits for a licence, at least 1.</summary>
    public int LicenceDelay { get; init; } = 60;

    /// <summary>Limits that rules hold shut when they find no licence.</summary>
    public IReadOnlyList<string> LicenceLimits { get; init; } = [];

    /// <summary>Times in a row that a unit may fail by rules without spending a failure, 0 or more.</summary>
    public int DeferralsMax { get; init; } = 100;

    /// <summary>
    /// Times that a unit asks for more memory after lack of it, 0 to 5. The step lists its classes once for each time
    /// more, one after another.
    /// </summary>
    public int MemoryRetryMax { get; init; }

    /// <summary>Seconds that a unit rests after its first failure; each further one doubles them. 0 is none.</summary>
    public int RetryDelay { get; init; }

    /// <summary>Seconds that a unit rests so at most, at least 1.</summary>
    public int RetryDelayMax { get; init; } = 3600;

    /// <summary>How many units of the step may fail for good.</summary>
    internal FailureThreshold Threshold => new(FailedMax, FailedMaxPercent);

    /// <summary>How long a unit rests before it is tried again.</summary>
    /// <param name="failures">Its failures so far, at least 1.</param>
    public TimeSpan RestAfter(int failures) => RetryDelay == 0
        ? TimeSpan.Zero
        : TimeSpan.FromSeconds(Math.Min((long)RetryDelay << Math.Min(failures - 1, DoublingsMax), RetryDelayMax));

    /// <summary>Everything that is wrong with it.</summary>
    public IEnumerable<PolicyFault> Faults()
    {
        foreach (PolicyFault fault in Threshold.Faults())
            yield return fault;
        if (LostMax < 1)
            yield return new("lost_max", $"is {LostMax}; 1 or more is wanted");
        if (LicenceDelay is < 1 or > SecondsMax)
            yield return new("licence_delay", $"is {LicenceDelay}; 1 to {SecondsMax} seconds are wanted");
        if (DeferralsMax < 0)
            yield return new("deferrals_max", $"is {DeferralsMax}; 0 or more is wanted");
        if (MemoryRetryMax is < 0 or > MemoryRetriesMost)
            yield return new("memory_retry_max", $"is {MemoryRetryMax}; 0 to {MemoryRetriesMost} is wanted");
        if (RetryDelay is < 0 or > SecondsMax)
            yield return new("retry_delay", $"is {RetryDelay}; 0 to {SecondsMax} seconds are wanted");
        if (RetryDelayMax is < 1 or > SecondsMax)
            yield return new("retry_delay_max", $"is {RetryDelayMax}; 1 to {SecondsMax} seconds are wanted");
    }
}
