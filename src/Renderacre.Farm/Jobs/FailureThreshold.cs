namespace Renderacre.Farm.Jobs;

/// <summary>How many units may fail for good before nothing more starts; whichever bound is met first counts.</summary>
/// <param name="Count">So many, at least 1, or null.</param>
/// <param name="Percent">So many of a hundred, 1 to 100, or null.</param>
public readonly record struct FailureThreshold(long? Count, int? Percent)
{
    private const int Hundred = 100;

    /// <summary>Whether there is a bound.</summary>
    public bool IsSet => Count is not null || Percent is not null;

    /// <summary>The number of failed units at which it is met.</summary>
    /// <param name="total">All units.</param>
    /// <returns>The number, or <see cref="long.MaxValue"/> where nothing is bounded.</returns>
    public long Of(long total)
    {
        long count = Count ?? long.MaxValue;
        return Percent is { } percent
            ? Math.Min(count, (long)(((Int128)total * percent + Hundred - 1) / Hundred))
            : count;
    }

    /// <summary>Everything that is wrong with it.</summary>
    public IEnumerable<PolicyFault> Faults()
    {
        if (Count < 1)
            yield return new("failed_max", $"is {Count}; 1 or more is wanted");
        if (Percent is < 1 or > Hundred)
            yield return new("failed_max_percent", $"is {Percent}; 1 to {Hundred} is wanted");
    }
}
