using Renderacre.Contracts.Jobs;

namespace Renderacre.Controller.Queues;

/// <summary>How a job is treated by what it says itself and, where it says nothing, by what its queue says.</summary>
internal static class PolicyDefaults
{
    /// <summary>What a job has.</summary>
    /// <param name="own">What it says itself, or null.</param>
    /// <param name="queue">What its queue says, or null.</param>
    public static JobPolicy? Over(JobPolicy? own, JobPolicy? queue) =>
        own is null || queue is null ? own ?? queue : Failures(own, queue) with
        {
            MaxRunning = own.MaxRunning ?? queue.MaxRunning,
            MaxWorkers = own.MaxWorkers ?? queue.MaxWorkers,
            WorkerFailuresMax = own.WorkerFailuresMax ?? queue.WorkerFailuresMax,
            AllowWorkers = own.AllowWorkers ?? queue.AllowWorkers,
            DenyWorkers = own.DenyWorkers ?? queue.DenyWorkers,
            OutputRules = own.OutputRules ?? queue.OutputRules,
            ExitCodeRules = own.ExitCodeRules ?? queue.ExitCodeRules,
            OutputChecks = own.OutputChecks ?? queue.OutputChecks,
            RunTimeMin = own.RunTimeMin ?? queue.RunTimeMin,
            RunTimeMax = own.RunTimeMax ?? queue.RunTimeMax,
            SilenceMax = own.SilenceMax ?? queue.SilenceMax,
        };

    private static JobPolicy Failures(JobPolicy own, JobPolicy queue) => own with
    {
        FailedMax = own.FailedMax ?? queue.FailedMax,
        FailedMaxPercent = own.FailedMaxPercent ?? queue.FailedMaxPercent,
        LostMax = own.LostMax ?? queue.LostMax,
        RetryDelay = own.RetryDelay ?? queue.RetryDelay,
        RetryDelayMax = own.RetryDelayMax ?? queue.RetryDelayMax,
        LicenceDelay = own.LicenceDelay ?? queue.LicenceDelay,
        DeferralsMax = own.DeferralsMax ?? queue.DeferralsMax,
        MemoryRetryFactor = own.MemoryRetryFactor ?? queue.MemoryRetryFactor,
        MemoryRetryMax = own.MemoryRetryMax ?? queue.MemoryRetryMax,
    };
}
