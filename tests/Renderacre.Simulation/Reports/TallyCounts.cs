namespace Renderacre.Simulation.Reports;

/// <summary>A tally as it is stored.</summary>
internal sealed record TallyCounts
{
    public required long Requests { get; init; }

    public required long Reports { get; init; }

    public required long Crashes { get; init; }

    public required long Farms { get; init; }

    public required TimeSpan Time { get; init; }

    public required long Commits { get; init; }

    public required IReadOnlyDictionary<string, long> Faults { get; init; }

    public required IReadOnlyDictionary<string, long> Checks { get; init; }

    public required IReadOnlyList<PairCount> Pairs { get; init; }
}
