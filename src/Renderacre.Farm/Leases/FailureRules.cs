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
    public static UnitRow After(UnitRow row, FarmStep step, long unit, AttemptResult? result, FarmTime now)
    {
        int spent = row.FailuresSpent + 1;
        return row with
        {
            FailuresSpent = spent,
            Failed = spent > step.MaxRetries(unit),
            // A lost lease was waited for already, as long as a lease lasts.
            RestsUntil = result is null || step.Failures.RetryDelay == 0
                ? row.RestsUntil
                : now.Plus(step.Failures.RestAfter(spent)),
        };
    }
}
