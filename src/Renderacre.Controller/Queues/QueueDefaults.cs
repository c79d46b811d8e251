using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Queues;
using Renderacre.Controller.Submission;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Requirements;

namespace Renderacre.Controller.Queues;

/// <summary>What a queue gives to the jobs that are submitted to it.</summary>
internal static class QueueDefaults
{
    /// <summary>Gives a submission what it does not say itself.</summary>
    /// <param name="submit">The submission.</param>
    /// <param name="queue">Its queue, or null.</param>
    /// <param name="faults">Takes pools that the queue may not use.</param>
    public static JobSubmit Complete(JobSubmit submit, FarmQueue? queue, FaultList faults)
    {
        if (queue is null)
            return submit;
        CheckPools(submit, queue, faults);
        return submit with
        {
            Priority = submit.Priority ?? queue.Priority,
            MaxRetries = submit.MaxRetries ?? queue.MaxRetries,
            Policy = PolicyDefaults.Over(submit.Policy, queue.Policy),
            StorageProfile = submit.StorageProfile ?? queue.StorageProfile,
            Openjd = submit.Openjd is { } openjd && queue.EnvironmentTemplates is { Count: > 0 } outer
                ? openjd with { EnvironmentTemplates = [.. outer, .. openjd.EnvironmentTemplates ?? []] }
                : submit.Openjd,
        };
    }

    /// <summary>Has the tasks of a step take the queue's limits, and run in its pools where they name none.</summary>
    /// <param name="step">The step.</param>
    /// <param name="queue">The queue, or null.</param>
    public static StepPlan Bind(StepPlan step, FarmQueue? queue) => queue is null
        ? step
        : step with { Classes = [.. step.Classes.Select(spec => Bind(spec, queue))] };

    private static RequirementSpec Bind(RequirementSpec spec, FarmQueue queue) => spec with
    {
        Pools = spec.Pools.Count > 0 ? spec.Pools : queue.Pools ?? [],
        Limits = [.. spec.Limits.Union(queue.Limits ?? [], StringComparer.Ordinal)],
    };

    /// <summary>Checks that a queue may use pools.</summary>
    /// <param name="field">The field that names them.</param>
    /// <param name="pools">The pools; null means none.</param>
    /// <param name="queue">The queue, or null.</param>
    /// <param name="faults">Takes the pools that it may not use.</param>
    public static void CheckPools(string field, IReadOnlyList<string>? pools, FarmQueue? queue, FaultList faults)
    {
        if (queue?.Pools is not { Count: > 0 } allowed)
            return;
        foreach (string pool in (pools ?? []).Except(allowed))
        {
            faults.Add(
                field, $"'{pool}' is no pool of the queue '{queue.Name}', which may use {string.Join(", ", allowed)}");
        }
    }

    private static void CheckPools(JobSubmit submit, FarmQueue queue, FaultList faults)
    {
        for (int at = 0; at < submit.Tasks?.Count; at++)
            CheckPools($"tasks[{at}].requirements.pools", submit.Tasks[at]?.Requirements?.Pools, queue, faults);
    }
}
