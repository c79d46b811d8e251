using Renderacre.Farm.Time;

namespace Renderacre.Farm.Units;

/// <summary>What is kept of a unit beside its bits: units without a history have none.</summary>
/// <param name="Failed">Whether it has failed for good.</param>
/// <param name="FailuresSpent">Failures spent of those that may be.</param>
/// <param name="Attempts">Leases that started or were lost since the last requeue.</param>
/// <param name="LastNumber">Number of the newest attempt, 0 before the first.</param>
public readonly record struct UnitRow(bool Failed, int FailuresSpent, int Attempts, int LastNumber)
{
    /// <summary>The moment before which it is not tried again after a failure; long past where there is none.</summary>
    public FarmTime RestsUntil { get; init; }

    /// <summary>Leases of it that were lost with their workers since the last requeue.</summary>
    public int Losses { get; init; }

    /// <summary>Attempts in a row that failed without spending a failure, by rules of retry and licence.</summary>
    public int Deferrals { get; init; }

    /// <summary>How often it asks for more memory than its step declares, after lack of it.</summary>
    public int MemoryLevel { get; init; }

    /// <summary>The row of a unit that is tried as if it had never been: only its numbers go on.</summary>
    public UnitRow StartOver() => new(false, 0, 0, LastNumber);
}
