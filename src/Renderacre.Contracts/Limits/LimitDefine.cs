namespace Renderacre.Contracts.Limits;

/// <summary>A limit to define or to change. What is null stays as it is.</summary>
public sealed record LimitDefine
{
    /// <summary>
    /// The name, not blank. Where it begins with <c>amount.</c>, steps that ask hosts for an amount of that name draw
    /// on the limit instead; <c>amount.worker.</c> stays with the hosts.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>How many may be held at a time, at least 1.</summary>
    public required int MaxCount { get; init; }

    /// <summary>What takes a seat; null means <see cref="LimitScope.Session"/> for a new limit.</summary>
    public LimitScope? CountedPer { get; init; }

    /// <summary>How many are kept free, 0 to one less than there are; null means 0 for a new limit.</summary>
    public int? Headroom { get; init; }

    /// <summary>Who tells how many are used elsewhere; null leaves it as it is, one of nobody takes it away.</summary>
    public LimitSource? Source { get; init; }
}
