using Renderacre.Farm.Events;
using Renderacre.Farm.Time;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.State;

/// <content>
/// Workers that are shut down while they have nothing to do and woken when work waits for them: those that say with a
/// label that this may be done with them. Here it is decided; whoever reads the history does it.
/// </content>
public sealed partial class FarmState
{
    private const string PowerLabel = "power";
    private const string ManagedPower = "managed";

    private static readonly TimeSpan PowerLook = TimeSpan.FromSeconds(15);

    /// <summary>A worker that is heard of so long after it was to be shut down was not.</summary>
    private static readonly TimeSpan ShutDownPatience = TimeSpan.FromMinutes(10);

    /// <summary>When to look next; null where it is to be done at once, or never.</summary>
    private FarmTime? _powerDue;

    private bool ManagesPower => _settings.IdleShutDown is not null || _settings.Wakes;

    private void TendPower()
    {
        if (!ManagesPower || _powerDue > Now)
            return;
        _powerDue = Now.Plus(PowerLook);
        FarmWorker[] managed = [.. _workers.Values.Where(IsManaged)];
        foreach (FarmWorker worker in managed.Where(worker => worker.Online))
            ShutDownIfIdle(worker);
        if (_settings.Wakes)
            WakeForWork(managed);
    }

    private static bool IsManaged(FarmWorker worker) =>
        worker.Profile.Has(PowerLabel, ManagedPower, StringComparison.Ordinal);

    private void ShutDownIfIdle(FarmWorker worker)
    {
        WorkerCare care = worker.Row.Care;
        if (care.AsleepSince is { } since)
        {
            if (since.Plus(ShutDownPatience) <= Now)
                StayAwake(worker);
            return;
        }

        if (_settings.IdleShutDown is not { } idle || worker.Restrained || worker.Sessions.Count > 0
            || care.MayBeInUse)
        {
            return;
        }

        // While it rests it takes nothing of what waits.
        if (worker.IdleSince.Plus(idle) > Now || (!care.RestsAt(Now) && Best(worker) is not null))
            return;
        Tend(
            worker, care with { AsleepSince = Now, WokenAt = null }, WorkerAction.ShutDown,
            "it has had nothing to do for long");
    }

    private void StayAwake(FarmWorker worker)
    {
        worker.IdleSince = Now;
        Tend(worker, Awake(worker.Row.Care), null, null);
        if (worker.Syncs)
            _freed.Add(worker.Id.Value);
    }
}
