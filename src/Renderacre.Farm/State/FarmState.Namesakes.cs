using Renderacre.Farm.Workers;

namespace Renderacre.Farm.State;

/// <content>
/// Workers of one name. A v1 worker is another one each time that it registers, and so is whoever has lost its id while
/// the old one is still taken for online: what it was before stays on record, and is not there any more.
/// </content>
public sealed partial class FarmState
{
    /// <summary>Of each name the worker that was heard of last; null where that has to be worked out anew.</summary>
    private Dictionary<string, FarmWorker>? _lastHeard;

    /// <summary>
    /// Whether a worker that is offline and has no sessions is what another one of its name, which was heard of later,
    /// was before.
    /// </summary>
    private bool IsSuperseded(FarmWorker worker)
    {
        if (worker.Online || worker.Sessions.Count > 0)
            return false;
        _lastHeard ??= FindLastHeard();
        return _lastHeard[worker.Row.Name] != worker;
    }

    private Dictionary<string, FarmWorker> FindLastHeard()
    {
        var newest = new Dictionary<string, FarmWorker>(_workers.Count, StringComparer.Ordinal);
        foreach (FarmWorker worker in _workers.Values)
        {
            if (!newest.TryGetValue(worker.Row.Name, out FarmWorker? other) || HeardLater(worker, other))
                newest[worker.Row.Name] = worker;
        }

        return newest;
    }

    /// <summary>Whether a worker was heard of after one with a smaller number, or as late.</summary>
    private static bool HeardLater(FarmWorker worker, FarmWorker older) =>
        worker.Online || (!older.Online && worker.Row.LastSeenAt >= older.Row.LastSeenAt);

    /// <summary>The newest worker of the same name and kind, for one that has no id to come back with.</summary>
    private FarmWorker? Namesake(WorkerRegistration registration)
    {
        FarmWorker? newest = null;
        foreach (FarmWorker worker in _workers.Values)
        {
            bool alike = worker.Row.Name == registration.Name && worker.Syncs == registration.Incarnation is not null;
            if (alike && (newest is null || worker.Id.Value > newest.Id.Value))
                newest = worker;
        }

        return newest;
    }
}
