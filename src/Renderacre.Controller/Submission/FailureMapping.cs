using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Jobs;

namespace Renderacre.Controller.Submission;

/// <summary>How failures of tasks are met, from the wire's terms to the farm's.</summary>
internal static class FailureMapping
{
    /// <summary>Checks what steps say of their own.</summary>
    /// <param name="field">The field.</param>
    /// <param name="steps">What they say, by name; null means nothing.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void Check(string field, IReadOnlyDictionary<string, StepPolicy>? steps, FaultList faults)
    {
        foreach ((string name, StepPolicy? step) in steps ?? new Dictionary<string, StepPolicy>())
        {
            if (step is null)
            {
                faults.Add($"{field}.{name}", "is null; give what the step wants");
                continue;
            }

            TextRules.CheckRetries($"{field}.{name}.max_retries", step.MaxRetries, faults);
            Check($"{field}.{name}", step, new FailureThreshold(step.FailedMax, step.FailedMaxPercent), faults);
        }
    }

    /// <summary>Checks what a job, a queue or a step says, its steps apart.</summary>
    /// <param name="field">The field.</param>
    /// <param name="policy">What it says.</param>
    /// <param name="threshold">How many of its tasks may fail.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void Check(string field, TaskPolicy policy, FailureThreshold threshold, FaultList faults)
    {
        foreach (PolicyFault fault in threshold.Faults().Concat(Numbers(policy).Faults()))
            faults.Add($"{field}.{fault.Field}", fault.Problem);
        SupervisionCheck.Check(field, policy, faults);
    }

    /// <summary>Checks that steps which a policy names are there.</summary>
    /// <param name="policy">The policy, or null.</param>
    /// <param name="steps">The steps' names.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void CheckNames(JobPolicy? policy, IReadOnlyList<string> steps, FaultList faults)
    {
        foreach (string name in (policy?.Steps?.Keys ?? []).Except(steps, StringComparer.Ordinal))
        {
            faults.Add($"policy.steps.{name}", steps.Count == 0
                ? "direct tasks are in no step; say it for the whole job"
                : $"the template has no step of that name; it has {string.Join(", ", steps.Take(20))}");
        }
    }

    /// <summary>The farm's terms of it.</summary>
    /// <param name="policy">What holds for a step.</param>
    /// <returns>The terms, or null where nothing special is asked for.</returns>
    public static FailurePolicy? ToFailures(StepPolicy policy)
    {
        FailurePolicy failures = Numbers(policy) with
        {
            FailedMax = policy.FailedMax,
            FailedMaxPercent = policy.FailedMaxPercent,
            LicenceLimits = LimitsOf(policy),
        };
        return failures == FailurePolicy.None ? null : failures;
    }

    private static FailurePolicy Numbers(TaskPolicy policy)
    {
        FailurePolicy none = FailurePolicy.None;
        return none with
        {
            LicenceDelay = policy.LicenceDelay ?? none.LicenceDelay,
            DeferralsMax = policy.DeferralsMax ?? none.DeferralsMax,
            LostMax = policy.LostMax ?? none.LostMax,
            RetryDelay = policy.RetryDelay ?? none.RetryDelay,
            RetryDelayMax = policy.RetryDelayMax ?? none.RetryDelayMax,
        };
    }

    private static IReadOnlyList<string> LimitsOf(StepPolicy policy)
    {
        IEnumerable<string?> named = (policy.OutputRules ?? []).Select(rule => rule.Limit)
            .Concat((policy.ExitCodeRules ?? []).Select(rule => rule.Limit));
        string[] limits = [.. named.OfType<string>().Distinct()];
        return limits.Length == 0 ? FailurePolicy.None.LicenceLimits : limits;
    }
}
