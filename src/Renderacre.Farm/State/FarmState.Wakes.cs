using Renderacre.Farm.Events;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Scheduling;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.State;

/// <content>
/// Waking as many workers as what waits can use: those that were woken and are not back yet are promised their part of
/// it first, and each that is woken gets some of what is left.
/// </content>
public sealed partial class FarmState
{
    /// <summary>Workers woken at one look, at most; the next look wakes more where work still waits.</summary>
    private const int WakesMax = 10;

    /// <summary>Groups of which nothing is left to promise, and that one look goes past, at most.</summary>
    private const int SpentGroupsMax = 1000;

    private void WakeForWork(IEnumerable<FarmWorker> managed)
    {
        ILookup<bool, FarmWorker> asleep = managed.Where(MayBeWoken).ToLookup(IsOnItsWay);
        // Whoever was woken in vain comes last, so that it keeps nobody else from being tried.
        FarmWorker[] wakeable = [.. asleep[false].OrderBy(worker => worker.Row.Care.WokenAt)];
        if (wakeable.Length == 0)
            return;
        var promised = new PromisedWork();
        var spent = new List<UnitGroup>();
        foreach (FarmWorker worker in asleep[true])
            Promise(worker, promised, spent);
        foreach (FarmWorker worker in wakeable.Where(worker => Promise(worker, promised, spent)).Take(WakesMax))
            Wake(worker);
        foreach (UnitGroup group in spent)
            _ready.Add(group);
    }

    /// <summary>Whether a worker is off, as far as anybody knows, and would take work if it were not.</summary>
    private bool MayBeWoken(FarmWorker worker) =>
        !worker.Online && worker.Sessions.Count == 0 && worker.Row.Care.Hold is null
        && !worker.Row.Care.RestsAt(Now) && !IsSuperseded(worker);

    /// <summary>Whether a worker was woken so lately that it may yet come.</summary>
    private bool IsOnItsWay(FarmWorker worker) =>
        worker.Row.Care.WokenAt is { } woken && woken.Plus(_settings.WakePause) > Now;

    /// <summary>
    /// Promises a worker work for its slots. Groups of which nothing is left are taken out of the order meanwhile, so
    /// that what comes next is found as it always is.
    /// </summary>
    /// <returns>Whether there was any for it.</returns>
    private bool Promise(FarmWorker worker, PromisedWork promised, List<UnitGroup> spent)
    {
        int slots = worker.FreeSlots;
        bool any = false;
        while (slots > 0 && spent.Count < SpentGroupsMax && Best(worker) is { } group)
        {
            int taken = promised.Give(group, LeasesIn(group), worker, slots);
            slots -= taken;
            any |= taken > 0;
            if (taken > 0)
                continue;
            _ready.Remove(group);
            spent.Add(group);
        }

        return any;
    }

    /// <summary>About how many leases the ready units of a group make, 1 or more.</summary>
    private static long LeasesIn(UnitGroup group)
    {
        StepPlan plan = group.Step.Plan;
        long units = plan.Chunks is { } chunks ? WantedUnits(group.Step, chunks, spent: 0) : plan.ChunkSize;
        return (group.Ready.Count + units - 1) / units;
    }

    private void Wake(FarmWorker worker) =>
        Tend(worker, worker.Row.Care with { WokenAt = Now }, WorkerAction.Woken, "work waits for it");
}
