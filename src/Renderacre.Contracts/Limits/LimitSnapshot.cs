namespace Renderacre.Contracts.Limits;

/// <summary>A limit and its use.</summary>
/// <param name="Name">The name.</param>
/// <param name="MaxCount">How many may be held at a time.</param>
/// <param name="Used">How many the farm holds; a fraction where amounts of it are.</param>
/// <param name="Available">How many more the farm may hold; 0 where it is overdrawn or shut.</param>
public sealed record LimitSnapshot(string Name, int MaxCount, decimal Used, decimal Available)
{
    /// <summary>What takes a seat.</summary>
    public LimitScope CountedPer { get; init; }

    /// <summary>How many are kept free.</summary>
    public int Headroom { get; init; }

    /// <summary>Who tells how many are used elsewhere, or null.</summary>
    public LimitSource? Source { get; init; }

    /// <summary>How many are used elsewhere, as far as is known.</summary>
    public decimal Elsewhere { get; init; }

    /// <summary>What the source told last, or null where there is none or it was not asked yet.</summary>
    public LimitReport? Report { get; init; }

    /// <summary>Why nobody gets any of it now, or null.</summary>
    public LimitClosureInfo? Closed { get; init; }

    /// <summary>The jobs that hold most of it, those with most first.</summary>
    public IReadOnlyList<LimitHolder> Holders { get; init; } = [];
}
