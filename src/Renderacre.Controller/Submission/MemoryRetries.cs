using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Documents;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Requirements;

namespace Renderacre.Controller.Submission;

/// <summary>Steps whose tasks ask for more memory after they ended for lack of it.</summary>
internal static class MemoryRetries
{
    private const double FactorUsual = 2;
    private const double FactorMost = 10;
    private const int TimesUsual = 2;

    /// <summary>Checks what a policy says.</summary>
    /// <param name="field">The field.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void Check(string field, TaskPolicy policy, FaultList faults)
    {
        if (policy.MemoryRetryFactor is { } factor && !(factor is > 1 and <= FactorMost))
            faults.Add($"{field}.memory_retry_factor", $"is {factor}; more than 1 and at most {FactorMost} is wanted");
        if (policy.MemoryRetryMax is < 1 or > FailurePolicy.MemoryRetriesMost)
        {
            faults.Add($"{field}.memory_retry_max",
                $"is {policy.MemoryRetryMax}; 1 to {FailurePolicy.MemoryRetriesMost} is wanted");
        }
    }

    /// <summary>A step whose tasks ask for more, where the policy says so and the step declares memory.</summary>
    /// <param name="step">The step.</param>
    /// <param name="policy">What holds for it.</param>
    public static StepPlan Apply(StepPlan step, StepPolicy policy)
    {
        int times = Times(policy);
        if (times == 0 || !step.Classes.Any(MemoryDemand.IsIn))
            return step;
        return step with
        {
            Failures = (step.Failures ?? FailurePolicy.None) with { MemoryRetryMax = times },
            Classes =
            [
                .. Enumerable.Range(0, times + 1).SelectMany(
                    level => step.Classes.Select(spec => MemoryDemand.Raise(spec, Factor(policy, level)))),
            ],
        };
    }

    /// <summary>How much more memory a session has than its step declares.</summary>
    /// <param name="policy">The job's policy, or null.</param>
    /// <param name="step">The step's name.</param>
    /// <param name="level">How often more was asked for.</param>
    public static double Factor(JobPolicy? policy, string step, int level) =>
        level == 0 ? 1 : Factor(StepPolicies.Of(policy, step), level);

    private static int Times(TaskPolicy policy) =>
        policy.MemoryRetryFactor is null && policy.MemoryRetryMax is null ? 0 : policy.MemoryRetryMax ?? TimesUsual;

    private static double Factor(TaskPolicy policy, int level) =>
        level == 0 ? 1 : Math.Pow(policy.MemoryRetryFactor ?? FactorUsual, level);
}
