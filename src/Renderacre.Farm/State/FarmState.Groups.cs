using Renderacre.Farm.Leases;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.State;

/// <content>Which groups can be leased from, and which of them a worker serves next.</content>
public sealed partial class FarmState
{
    private readonly SortedDictionary<int, RequirementClass> _woken = [];

    /// <summary>
    /// Puts a group into its class's order where it can be leased from, and takes it out where not: nothing ready, a
    /// step not complete that it waits for, its job paused or ended.
    /// </summary>
    private void Refresh(UnitGroup group)
    {
        bool runnable = group.Step.UnmetSteps == 0 && !group.Ready.IsEmpty;
        if (runnable != group.Runnable)
        {
            group.Runnable = runnable;
            group.Step.Job.RunnableGroups += runnable ? 1 : -1;
        }

        if (!runnable || group.Step.Job.Paused || group.Step.Job.Cancelled)
            Unqueue(group);
        else
            Queue(group);
    }

    private void Queue(UnitGroup group)
    {
        if (group.Queued)
            return;
        group.Queued = true;
        group.Class.Ready.Add(group);
        _woken[group.Class.Id] = group.Class;
    }

    private static void Unqueue(UnitGroup group)
    {
        if (!group.Queued)
            return;
        group.Class.Ready.Remove(group);
        group.Queued = false;
    }

    /// <summary>The most important group that a worker could open a session for now, or null.</summary>
    private static UnitGroup? Best(FarmWorker worker)
    {
        UnitGroup? best = null;
        foreach (RequirementClass served in worker.Classes)
        {
            if (served.Ready.Count == 0 || !served.LimitsHaveRoom || !worker.HasRoomFor(served))
                continue;
            UnitGroup? first = served.Ready.Min;
            if (best is null || UnitGroup.Compare(first, best) < 0)
                best = first;
        }

        return best;
    }

    /// <summary>Asks all leases ahead of a group back.</summary>
    private void RecallAll(UnitGroup group)
    {
        foreach (FarmLease lease in group.Ahead.Values)
            Recall(lease);
    }

    private void Recall(FarmLease lease)
    {
        if (lease.RecallMessage != 0)
            return;
        lease.RecallMessage = News(lease.Session.Worker);
        _recallable--;
    }
}
