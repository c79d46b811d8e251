using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Time;

namespace Renderacre.Controller.Submission;

/// <summary>How a job wants to be treated, from the wire's terms to the farm's.</summary>
internal static class PolicyMapping
{
    private const int WorkersMax = 1000;

    /// <summary>Checks a policy.</summary>
    /// <param name="field">The field.</param>
    /// <param name="policy">The policy, or null.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void Check(string field, JobPolicy? policy, FaultList faults)
    {
        CheckBound($"{field}.max_running", policy?.MaxRunning, faults);
        CheckBound($"{field}.max_workers", policy?.MaxWorkers, faults);
        CheckBound($"{field}.worker_failures_max", policy?.WorkerFailuresMax, faults);
        TextRules.CheckNames($"{field}.allow_workers", policy?.AllowWorkers, WorkersMax, faults);
        TextRules.CheckNames($"{field}.deny_workers", policy?.DenyWorkers, WorkersMax, faults);
        Contradictions.CheckLists($"{field}.deny_workers", policy, faults);
        if (policy is null)
            return;
        FailureMapping.Check(field, policy, new FailureThreshold(policy.FailedMax, policy.FailedMaxPercent), faults);
        FailureMapping.Check($"{field}.steps", policy.Steps, faults);
    }

    /// <summary>The farm's terms of a checked policy.</summary>
    /// <param name="policy">The policy, or null.</param>
    public static PlanPolicy? ToPolicy(JobPolicy? policy) => policy is null ? null : new PlanPolicy
    {
        StartAfter = policy.StartAfter is { } start ? FarmTime.From(start) : null,
        MaxRunning = policy.MaxRunning,
        MaxWorkers = policy.MaxWorkers,
        FailedMax = policy.FailedMax,
        FailedMaxPercent = policy.FailedMaxPercent,
        WorkerFailuresMax = policy.WorkerFailuresMax,
        Workers = ToLists(policy),
    };

    private static WorkerLists? ToLists(JobPolicy policy) =>
        policy is { AllowWorkers: not { Count: > 0 }, DenyWorkers: not { Count: > 0 } }
            ? null
            : new WorkerLists(policy.AllowWorkers ?? [], policy.DenyWorkers ?? []);

    private static void CheckBound(string field, long? bound, FaultList faults)
    {
        if (bound < 1)
            faults.Add(field, $"is {bound}; 1 or more is wanted");
    }
}
