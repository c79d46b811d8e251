using Renderacre.Contracts.Workers;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Memory;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Scheduling;
using Renderacre.Farm.Sessions;
using Renderacre.Farm.Time;

namespace Renderacre.Farm.Workers;

/// <summary>
/// A worker in memory. Of thousands of workers each lease meets another one, which is in no cache any more: so what a
/// lease asks of it lies in this object itself, and what is behind a reference is not looked at unless there is need.
/// It is made blank (<see cref="BlankWorkers"/>) and appears later.
/// </summary>
internal sealed class FarmWorker(AmountNames amounts)
{
    /// <summary>How many lines of memory the object takes, and what is made with it and so lies behind it.</summary>
    private const int Lines = 7;

    private WorkerRow _row = null!; // Nobody asks before it appears.
    private int _slots;
    private WorkerAmounts _amounts = new();
    private WorkerSessions _sessions = new();
    private JobNumbers _excluded = new();
    private Dictionary<FarmLimit, HostSeat>? _seats;
    private SortedDictionary<long, long>? _forgotten;

    /// <summary>The worker.</summary>
    public WorkerId Id { get; private set; }

    /// <summary>Classes that it can serve; made here, so that it lies beside the worker.</summary>
    public ClassSet Classes { get; } = new();

    /// <summary>As it is kept.</summary>
    public WorkerRow Row
    {
        get => _row;
        set
        {
            _row = value;
            Online = value.State == WorkerState.Online;
            Syncs = value.Incarnation is not null;
            _slots = value.Slots;
            IsDoubted = AreDoubts(value.Care);
        }
    }

    /// <summary>What it has.</summary>
    public WorkerProfile Profile { get; private set; } = null!; // As above.

    /// <summary>Its graphics cards and who has them; null where it has none that are told apart.</summary>
    public WorkerGpus? Gpus { get; private set; }

    /// <summary>When it was last heard of.</summary>
    public FarmTime LastSeen { get; set; }

    /// <summary>Its sessions that have not ended, by number.</summary>
    public ref WorkerSessions Sessions => ref _sessions;

    /// <summary>
    /// Sessions that it has and the farm has given up, each with the number of the message that says so.
    /// </summary>
    public SortedDictionary<long, long> Forgotten => _forgotten ??= [];

    /// <summary>Jobs in memory that it has failed too often to be given more of them.</summary>
    public ref JobNumbers Excluded => ref _excluded;

    /// <summary>What it holds of limits that count hosts.</summary>
    public Dictionary<FarmLimit, HostSeat> Seats => _seats ??= [];

    /// <summary>Whether it holds anything of limits that count hosts.</summary>
    public bool HasSeats => _seats is { Count: > 0 };

    /// <summary>The group that it is kept for, or null.</summary>
    public Reservation? Reserved { get; set; }

    /// <summary>A class that room is left for while others are looked for, or null.</summary>
    public RequirementClass? KeepsRoomFor { get; set; }

    /// <summary>Whether it takes new sessions, as it says itself.</summary>
    public bool Accepting { get; set; }

    /// <summary>Whether something was decided about it that keeps work from it, in part or wholly.</summary>
    public bool Restrained { get; private set; }

    /// <summary>Whether it is sick, or something is held against it, so that a success changes what is known.</summary>
    public bool IsDoubted { get; private set; }

    /// <summary>Whether a sick worker may try one task.</summary>
    public bool OnTrial => Row.Care.Hold is { OnTrial: true };

    /// <summary>Whether a session may be opened at it, for all that was decided about it.</summary>
    public bool MayOpen => !Restrained || (OnTrial && Sessions.Count == 0);

    /// <summary>Whether its sessions may be given further leases.</summary>
    public bool MayGoOn => Accepting && !Restrained;

    /// <summary>Since when it has had nothing to do, as far as it has no sessions.</summary>
    public FarmTime IdleSince { get; set; }

    /// <summary>Whether it waits for an answer, so that work can be pushed to it.</summary>
    public bool Waiting { get; set; }

    /// <summary>Number of the newest thing it is to be told.</summary>
    public long Message { get; set; }

    /// <summary>A lease that was asked back so that this worker can run it, or null.</summary>
    public FarmLease? Recall { get; set; }

    /// <summary>Whether it is heard of.</summary>
    public bool Online { get; private set; }

    /// <summary>Whether it speaks sync.</summary>
    public bool Syncs { get; private set; }

    /// <summary>Slots that no session holds.</summary>
    public int FreeSlots => _slots - Sessions.Count;

    /// <summary>Whether work can be pushed to it now.</summary>
    public bool Hungry => Syncs && Online && Accepting && Waiting && FreeSlots > 0 && MayOpen;

    /// <summary>Becomes a worker that is there.</summary>
    /// <param name="id">The worker.</param>
    /// <param name="row">As it is kept.</param>
    public void Appear(WorkerId id, WorkerRow row)
    {
        Id = id;
        (LastSeen, IdleSince) = (row.LastSeenAt, row.LastSeenAt);
        Describe(row);
    }

    /// <summary>Takes over what it says of itself now.</summary>
    public void Describe(WorkerRow row)
    {
        Row = row;
        Restrained = IsRestrained(row.Care);
        Profile = ProfileOf(row);
        _amounts.ForgetTotals();
        Gpus = GpusOf(row);
        foreach (FarmSession session in Sessions.Values)
            TakeGpus(session, 1);
    }

    /// <summary>Takes over what was decided about it.</summary>
    public void Tend(WorkerCare care)
    {
        Row = Row with { Care = care };
        Restrained = IsRestrained(care);
    }

    private static bool IsRestrained(WorkerCare care) => care.Hold is not null || care.AsleepSince is not null;

    private static bool AreDoubts(WorkerCare care) =>
        care.Suspicions.Count > 0 || care.Hold is { Kind: WorkerHoldKind.Sick };

    /// <summary>Whether what a class reserves is free.</summary>
    public bool HasRoomFor(RequirementClass wanted)
    {
        if (KeepsRoomFor is { } kept)
            return HasRoomBeside(wanted, kept);
        foreach (AmountNeed need in wanted.Needs)
        {
            if (need.Taken > Free(need.Amount))
                return false;
        }

        return wanted.Gpus.Count == 0 || Gpus is null || Gpus.CountWithRoom(wanted.Gpus) >= wanted.Gpus.Count;
    }

    /// <summary>Whether what is left of limits, and what it holds of those that count hosts, is enough.</summary>
    public bool HasSeatsFor(RequirementClass wanted)
    {
        foreach (LimitDemand demand in wanted.Limits)
        {
            if (!HasSeatsFor(demand))
                return false;
        }

        return true;
    }

    /// <summary>Whether what is left of a limit, and what it holds of one that counts hosts, is enough.</summary>
    public bool HasSeatsFor(LimitDemand demand) => demand.Fits
        || (demand.IsPerHost
            && demand.Limit.HasRoomFor(Math.Max(0, demand.Amount - Seats.GetValueOrDefault(demand.Limit).Held)));

    private bool HasRoomBeside(RequirementClass wanted, RequirementClass kept)
    {
        foreach (AmountNeed need in wanted.Needs)
        {
            if (need.Taken > 0 && need.Taken > Free(need.Amount) - kept.TakenOf(need.Amount))
                return false;
        }

        return wanted.Gpus.Count == 0 || Gpus is null
            || Gpus.CountWithRoom(wanted.Gpus) - kept.Gpus.Count >= wanted.Gpus.Count;
    }

    /// <summary>How much of an amount no session holds; scaled, negative where it has less than is held.</summary>
    public long Free(int amount)
    {
        ref WorkerAmounts.Amount there = ref _amounts[amount];
        if (!there.IsKnown)
            there = there with { Total = Total(amounts.NameOf(amount)), IsKnown = true };
        return there.Total - there.Reserved;
    }

    /// <summary>Takes (or, with -1, gives back) what a session reserves.</summary>
    public void Reserve(FarmSession session, int sign)
    {
        RequirementClass held = session.Group.Class;
        if (session.Opened.Gpus is not null)
            TakeGpus(session, sign);
        foreach (AmountNeed need in held.Needs)
            _amounts[need.Amount].Reserved += sign * need.Taken;
    }

    /// <summary>Has what a lease asks of it fetched from memory.</summary>
    public void Fetch() => Prefetch.From(ref _row, Lines);

    private void TakeGpus(FarmSession session, int sign) =>
        Gpus?.Take(session.Opened.Gpus ?? [], session.Group.Class.Gpus, sign);

    /// <summary>Of cards that are shared there is as much as their shares, which are counted card by card.</summary>
    private long Total(string amount)
    {
        long total = Profile.Amount(amount) ?? 0;
        return Gpus is not null && amount.Equals(GpuNeed.CountName, StringComparison.OrdinalIgnoreCase)
            ? total * Gpus.Shares
            : total;
    }

    private static WorkerProfile ProfileOf(WorkerRow row) => new(row.Labels, row.Slots) { Gpus = row.Gpus.Count };

    private static WorkerGpus? GpusOf(WorkerRow row) =>
        row.Gpus.Count == 0 ? null : new WorkerGpus(row.Gpus, row.GpuShares);
}
