using Renderacre.Contracts.Sync;
using Renderacre.Farm.Estimates;
using Renderacre.Farm.Events;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.State;

/// <content>How many units a lease takes, and how long they run.</content>
public sealed partial class FarmState
{
    private const int HalvingsMax = 62;

    /// <summary>How many units a lease from a ready one on takes: one chunk, or what of it is ready.</summary>
    private static long RunLength(UnitGroup group, long first) => group.Step.Plan.Chunks is { } chunks
        ? AdaptiveRun(group, chunks, first)
        : ReadyRun(group, first, FixedEnd(group.Step.Plan, first));

    private static long FixedEnd(StepPlan plan, long first) =>
        Math.Min(first - first % plan.ChunkSize + plan.ChunkSize, plan.UnitCount);

    private static long ReadyRun(UnitGroup group, long first, long end)
    {
        long next = first + 1;
        while (next < end && group.Ready[next])
            next++;
        return next - first;
    }

    /// <summary>
    /// A chunk that is to run for the step's target time. Units that have failed are tried again apart from those that
    /// have not, by half as many each time: so the good ones of a chunk come out from beside a bad one.
    /// </summary>
    private static long AdaptiveRun(UnitGroup group, AdaptiveChunks chunks, long first)
    {
        FarmStep step = group.Step;
        long wanted = step.Estimate.UnitsIn(TimeSpan.FromSeconds(chunks.TargetSeconds), chunks.DefaultCount);
        int spent = FailuresSpent(step, first);
        wanted = Math.Max(1, Math.Min(wanted, AdaptiveChunks.UnitsMax) >> Math.Min(spent, HalvingsMax));
        long end = first + Math.Min(wanted, chunks.RoomAt(first));
        long next = first + 1;
        while (next < end && group.Ready[next] && FailuresSpent(step, next) == spent)
            next++;
        return next - first;
    }

    private static int FailuresSpent(FarmStep step, long unit) =>
        step.Units.TryGetValue(unit, out FarmUnit? held) ? held.Row.FailuresSpent : 0;

    /// <summary>The number of a lease's attempt: one that none of its units has had.</summary>
    private static int NextNumber(FarmStep step, long first, long count)
    {
        int last = 0;
        for (long unit = first; unit < first + count; unit++)
            last = step.Units.TryGetValue(unit, out FarmUnit? held) ? Math.Max(last, held.Row.LastNumber) : last;
        return last + 1;
    }

    /// <summary>Takes note of how long a lease's units ran, where they ran to a good end.</summary>
    private void Measure(FarmLease lease, AttemptResult? result)
    {
        if (lease is not { StartedAt: { } started, Stopping: false, Revoked: false }
            || result?.Outcome != LeaseOutcome.Succeeded)
        {
            return;
        }

        FarmStep step = lease.Session.Group.Step;
        step.Estimate = step.Estimate.After(lease.Granted.Count, Now.Since(started));
        Change(step);
    }

    private void EmitEstimate(FarmStep step)
    {
        RunTimeEstimate estimate = step.Estimate;
        if (estimate == step.EmittedEstimate)
            return;
        step.EmittedEstimate = estimate;
        Emit(new StepEstimated(
            step.Job.Id, step.Place, estimate.UnitNanoseconds, estimate.Samples, estimate.LargestChunk)
        {
            By = _context.Principal,
            At = Now,
        });
    }

    private static void LoadEstimate(FarmStep step, StepEstimated? stored)
    {
        if (stored is null)
            return;
        step.Estimate = new RunTimeEstimate(stored.UnitNanoseconds, stored.Samples, stored.LargestChunk);
        step.EmittedEstimate = step.Estimate;
    }
}
