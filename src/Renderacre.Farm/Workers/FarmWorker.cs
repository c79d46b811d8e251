using Renderacre.Contracts.Workers;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Sessions;
using Renderacre.Farm.Time;

namespace Renderacre.Farm.Workers;

/// <summary>A worker in memory.</summary>
internal sealed class FarmWorker(WorkerId id, WorkerRow row)
{
    private readonly Dictionary<string, long> _reserved = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The worker.</summary>
    public WorkerId Id { get; } = id;

    /// <summary>As it is kept.</summary>
    public WorkerRow Row { get; set; } = row;

    /// <summary>When it was last heard of.</summary>
    public FarmTime LastSeen { get; set; } = row.LastSeenAt;

    /// <summary>Classes that it can serve, by number.</summary>
    public List<RequirementClass> Classes { get; } = [];

    /// <summary>Its sessions that have not ended, by number.</summary>
    public SortedDictionary<long, FarmSession> Sessions { get; } = [];

    /// <summary>
    /// Sessions that it has and the farm has given up, each with the number of the message that says so.
    /// </summary>
    public SortedDictionary<long, long> Forgotten { get; } = [];

    /// <summary>Whether it takes new sessions.</summary>
    public bool Accepting { get; set; }

    /// <summary>Whether it waits for an answer, so that work can be pushed to it.</summary>
    public bool Waiting { get; set; }

    /// <summary>Number of the newest thing it is to be told.</summary>
    public long Message { get; set; }

    /// <summary>A lease that was asked back so that this worker can run it, or null.</summary>
    public FarmLease? Recall { get; set; }

    /// <summary>Whether it is heard of.</summary>
    public bool Online => Row.State == WorkerState.Online;

    /// <summary>Whether it speaks sync.</summary>
    public bool Syncs => Row.Incarnation is not null;

    /// <summary>Slots that no session holds.</summary>
    public int FreeSlots => Row.Slots - Sessions.Count;

    /// <summary>Whether work can be pushed to it now.</summary>
    public bool Hungry => Syncs && Online && Accepting && Waiting && FreeSlots > 0;

    /// <summary>Whether what a class reserves is free.</summary>
    public bool HasRoomFor(RequirementClass wanted)
    {
        foreach (AmountDemand demand in wanted.Spec.Amounts)
        {
            long total = WorkerMatch.Amount(Row.Labels, demand.Name, Row.Slots) ?? 0;
            if (_reserved.GetValueOrDefault(demand.Name) + (demand.Min ?? 0) > total)
                return false;
        }

        return true;
    }

    /// <summary>Takes (or, with -1, gives back) what a class reserves.</summary>
    public void Reserve(RequirementClass held, int sign)
    {
        foreach (AmountDemand demand in held.Spec.Amounts)
            _reserved[demand.Name] = _reserved.GetValueOrDefault(demand.Name) + sign * (demand.Min ?? 0);
    }
}
