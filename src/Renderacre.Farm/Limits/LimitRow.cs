using Renderacre.Contracts.Limits;

namespace Renderacre.Farm.Limits;

/// <summary>A limit as it is kept.</summary>
/// <param name="Name">The name.</param>
/// <param name="MaxCount">How many may be held at a time, at least 1.</param>
public sealed record LimitRow(string Name, int MaxCount)
{
    /// <summary>What takes a seat.</summary>
    public LimitScope CountedPer { get; init; }

    /// <summary>How many are kept free, 0 to one less than <see cref="MaxCount"/>.</summary>
    public int Headroom { get; init; }

    /// <summary>Who tells how many are used elsewhere, or null for nobody.</summary>
    public LimitSource? Source { get; init; }

    /// <summary>What that source told, or null before its first answer.</summary>
    public SourceReport? Report { get; init; }

    /// <summary>Why nobody gets any of it now, or null.</summary>
    public LimitClosure? Closure { get; init; }
}
