using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Sync;

namespace Renderacre.Controller.Documents;

/// <summary>What holds for a step: what it says itself, else what the job says.</summary>
internal static class StepPolicies
{
    /// <summary>What holds for a step.</summary>
    /// <param name="job">The job's policy, or null.</param>
    /// <param name="step">The step's name; of direct tasks empty.</param>
    public static StepPolicy Of(JobPolicy? job, string step)
    {
        StepPolicy own = job?.Steps?.GetValueOrDefault(step) ?? new StepPolicy();
        return own with
        {
            LicenceDelay = own.LicenceDelay ?? job?.LicenceDelay,
            DeferralsMax = own.DeferralsMax ?? job?.DeferralsMax,
            OutputRules = own.OutputRules ?? job?.OutputRules,
            ExitCodeRules = own.ExitCodeRules ?? job?.ExitCodeRules,
            OutputChecks = own.OutputChecks ?? job?.OutputChecks,
            RunTimeMin = own.RunTimeMin ?? job?.RunTimeMin,
            RunTimeMax = own.RunTimeMax ?? job?.RunTimeMax,
            SilenceMax = own.SilenceMax ?? job?.SilenceMax,
            MemoryRetryFactor = own.MemoryRetryFactor ?? job?.MemoryRetryFactor,
            MemoryRetryMax = own.MemoryRetryMax ?? job?.MemoryRetryMax,
            LostMax = own.LostMax ?? job?.LostMax,
            RetryDelay = own.RetryDelay ?? job?.RetryDelay,
            RetryDelayMax = own.RetryDelayMax ?? job?.RetryDelayMax,
        };
    }

    /// <summary>What a worker watches a step's tasks for.</summary>
    /// <param name="job">The job's policy, or null.</param>
    /// <param name="step">The step's name; of direct tasks empty.</param>
    /// <returns>What it is, or null for nothing.</returns>
    public static TaskSupervision? SupervisionOf(JobPolicy? job, string step)
    {
        if (job is null)
            return null;
        StepPolicy policy = Of(job, step);
        bool watches = policy.RunTimeMin is not null || policy.RunTimeMax is not null || policy.SilenceMax is not null
            || policy.OutputRules is { Count: > 0 } || policy.ExitCodeRules is { Count: > 0 }
            || policy.OutputChecks is { Count: > 0 };
        return !watches ? null : new TaskSupervision
        {
            OutputRules = [.. (policy.OutputRules ?? []).Where(rule => rule.Action != RuleAction.Progress)],
            ProgressPatterns =
            [
                .. (policy.OutputRules ?? []).Where(rule => rule.Action == RuleAction.Progress)
                    .Select(rule => rule.Pattern),
            ],
            ExitCodeRules = policy.ExitCodeRules ?? [],
            OutputChecks = policy.OutputChecks ?? [],
            RunTimeMin = policy.RunTimeMin,
            RunTimeMax = policy.RunTimeMax,
            SilenceMax = policy.SilenceMax,
        };
    }
}
