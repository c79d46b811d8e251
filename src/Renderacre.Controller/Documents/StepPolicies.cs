using Renderacre.Contracts.Jobs;

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
            LostMax = own.LostMax ?? job?.LostMax,
            RetryDelay = own.RetryDelay ?? job?.RetryDelay,
            RetryDelayMax = own.RetryDelayMax ?? job?.RetryDelayMax,
        };
    }
}
