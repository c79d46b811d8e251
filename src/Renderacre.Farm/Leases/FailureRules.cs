using Renderacre.Contracts.Sync;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Time;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.Leases;

/// <summary>What a failure means to a unit: whether it is tried again, and when.</summary>
internal static class FailureRules
{
    /// <summary>A unit's row after an attempt that has failed.</summary>
    /// <param name="row">Its row, the attempt counted.</param>
    /// <param name="step">Its step.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="result">What the worker says, or null where the lease was lost.</param>
    /// <param name="now">When.</param>
    public static UnitRow After(UnitRow row, FarmStep step, long unit, AttemptResult? result, FarmTime now) =>
        result?.Remedy is { } remedy && row.Deferrals < step.Failures.DeferralsMax
            ? Deferred(row, step.Failures, remedy, now)
            : Spent(row, step, unit, result, now);

    /// <summary>Whether what a unit ran in was lost with it.</summary>
    /// <param name="result">What the worker says, or null where the lease was lost.</param>
    public static bool IsLoss(AttemptResult? result) => result is null or { HostDied: true };

    /// <summary>Whether a unit has failed since it took too many workers down with it.</summary>
    public static bool TookTooMany(UnitRow row, FarmStep step) => row.Failed && row.Losses >= step.Failures.LostMax;

    private static UnitRow Deferred(UnitRow row, FailurePolicy policy, FailureRemedy remedy, FarmTime now)
    {
        int deferrals = row.Deferrals + 1;
        TimeSpan rest = remedy == FailureRemedy.Licence
            ? TimeSpan.FromSeconds(policy.LicenceDelay)
            : policy.RestAfter(deferrals);
        return row with { Deferrals = deferrals, RestsUntil = now.Plus(rest) };
    }

    private static UnitRow Spent(UnitRow row, FarmStep step, long unit, AttemptResult? result, FarmTime now)
    {
        FailurePolicy policy = step.Failures;
        int spent = row.FailuresSpent + 1;
        int losses = row.Losses + (IsLoss(result) ? 1 : 0);
        return row with
        {
            FailuresSpent = spent,
            Losses = losses,
            MemoryLevel = result?.Outcome == LeaseOutcome.OutOfMemory
                ? Math.Min(row.MemoryLevel + 1, policy.MemoryRetryMax)
                : row.MemoryLevel,
            Deferrals = 0,
            Failed = spent > step.MaxRetries(unit) || losses >= policy.LostMax,
            // A lost lease was waited for already, as long as a lease lasts.
            RestsUntil = result is null || policy.RetryDelay == 0
                ? row.RestsUntil
                : now.Plus(policy.RestAfter(spent)),
        };
    }
}
