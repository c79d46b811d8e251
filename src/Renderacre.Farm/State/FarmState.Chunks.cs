using Renderacre.Contracts.Sync;
using Renderacre.Farm.Estimates;
using Renderacre.Farm.Events;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Orders;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.State;

/// <content>How many units a lease takes, and how long they run.</content>
public sealed partial class FarmState
{
    private const int HalvingsMax = 62;

    /// <summary>
    /// What a lease takes of a group in which something is ready: one chunk from the first unit on, or what of it is
    /// ready.
    /// </summary>
    private static (long First, long Count) NextRun(UnitGroup group)
    {
        long first = group.Ready.First;
        if (group.Step.Plan.Chunks is not { } chunks)
            return (first, ReadyRun(group, first, FixedEnd(group.Step.Plan, first)));
        return group.Step.Ranks is { } ranks
            ? OrderedRun(group, chunks, ranks, first)
            : (first, AdaptiveRun(group, chunks, first));
    }

    private static long FixedEnd(StepPlan plan, long first) =>
        Math.Min(first - first % plan.ChunkSize + plan.ChunkSize, plan.UnitsMade);

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
        int spent = FailuresSpent(step, first);
        long end = first + Math.Min(WantedUnits(step, chunks, spent), chunks.RoomAt(first));
        long next = first + 1;
        while (next < end && group.Ready[next] && FailuresSpent(step, next) == spent)
            next++;
        return next - first;
    }

    private static long WantedUnits(FarmStep step, AdaptiveChunks chunks, int spent)
    {
        long wanted = step.Estimate.UnitsIn(TimeSpan.FromSeconds(chunks.TargetSeconds), chunks.DefaultCount);
        return Math.Max(1, Math.Min(wanted, AdaptiveChunks.UnitsMax) >> Math.Min(spent, HalvingsMax));
    }

    /// <summary>A chunk as above that grows from its first unit to where the step's order lets it.</summary>
    private static (long First, long Count) OrderedRun(
        UnitGroup group, AdaptiveChunks chunks, UnitRanks ranks, long begin)
    {
        FarmStep step = group.Step;
        int spent = FailuresSpent(step, begin);
        long wanted = WantedUnits(step, chunks, spent);
        (long low, long high, long at) = (begin, begin, begin);
        while (high - low + 1 < wanted && NextInChunk(chunks, ranks, at) is { } next
            && group.Ready[next] && FailuresSpent(step, next) == spent)
        {
            (low, high, at) = (Math.Min(low, next), Math.Max(high, next), next);
        }

        return (low, high - low + 1);
    }

    /// <summary>The unit with which a chunk goes on after one, or null where it ends there.</summary>
    private static long? NextInChunk(AdaptiveChunks chunks, UnitRanks ranks, long unit)
    {
        long place = ranks.PlaceOf(unit);
        return ranks.DirectionAt(unit) switch
        {
            > 0 => chunks.RoomAt(place) > 1 ? ranks.Neighbour(unit, 1) : null,
            < 0 => place > 0 && chunks.RoomAt(place - 1) > 1 ? ranks.Neighbour(unit, -1) : null,
            _ => null,
        };
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
