using Renderacre.Contracts.Workers;
using Renderacre.Farm.Explaining;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Time;
using Renderacre.Farm.Workers;
using Renderacre.Simulation.Ledgers;

namespace Renderacre.Simulation.Checkers;

/// <summary>What keeps each worker from one class of a step, found in the books in the plainest way.</summary>
/// <param name="ledger">The books.</param>
/// <param name="job">The job.</param>
/// <param name="step">The step's place.</param>
/// <param name="place">The class's place in the step's plan.</param>
/// <param name="now">When.</param>
internal sealed class WorkerJudge(Ledger ledger, LedgerJob job, int step, int place, FarmTime now)
{
    private readonly RequirementSpec _spec = job.Steps[step].Plan.Classes[place];
    private readonly LedgerGroup _group = new(job.Id.Value, step, job.Steps[step].Plan.FirstClass + place);
    private readonly bool _asks = Asks(job, step, place, now);

    /// <summary>All that keeps a worker from it.</summary>
    public IReadOnlyList<WorkerReason> Against(LedgerWorker worker) =>
    [
        .. AgainstCare(worker), .. AgainstJob(worker),
        .. BruteForce.Serves(ledger, worker, _spec) ? AgainstRoom(worker) : AgainstHost(worker),
        .. AgainstKept(worker),
    ];

    /// <summary>Whether something of it is ready, and nothing but workers is wanted.</summary>
    private static bool Asks(LedgerJob job, int step, int place, FarmTime now) =>
        JobRules.AllowSession(job, now) && !JobRules.GivesUp(job.Steps[step])
        && new ReadyWork(job, step, place, now).Unit >= 0;

    private static IEnumerable<WorkerReason> AgainstCare(LedgerWorker worker)
    {
        WorkerCare care = worker.Row.Care;
        bool tries = care.Hold is { OnTrial: true } && worker.Sessions.Count == 0;
        if (care.Hold is { } hold && !tries)
        {
            yield return new(hold.Kind == WorkerHoldKind.Sick ? WorkerObstacleKind.Sick
                : worker.Sessions.Count > 0 ? WorkerObstacleKind.Draining : WorkerObstacleKind.Disabled);
        }

        if (care.AsleepSince is not null)
            yield return new(WorkerObstacleKind.Asleep);
        else if (worker.Row.State == WorkerState.Offline)
            yield return new(WorkerObstacleKind.Offline);
        else if (worker.Row.Incarnation is not null)
            yield return new(TakesNothing(care), IsSure: false);
    }

    // Whether a worker takes something now is not in the books, only why it takes nothing.
    private static WorkerObstacleKind TakesNothing(WorkerCare care) =>
        care.Rest is null ? WorkerObstacleKind.NotAccepting : WorkerObstacleKind.AtRest;

    private IEnumerable<WorkerReason> AgainstJob(LedgerWorker worker)
    {
        if (!JobRules.Allows(job, worker))
            yield return new(WorkerObstacleKind.NotAllowed);
        if (JobRules.Denies(job, worker))
            yield return new(WorkerObstacleKind.Denied);
        if (JobRules.Excludes(job, worker.Id.Value))
            yield return new(WorkerObstacleKind.Excluded);
        if (worker.Sessions.Count >= worker.Row.Slots)
            yield return new(WorkerObstacleKind.SlotsTaken);
    }

    private IEnumerable<WorkerReason> AgainstHost(LedgerWorker worker) =>
    [
        .. _spec.Labels.Where(label => !worker.Host.Has(label.Name, label.Value))
            .Select(label => new WorkerReason(WorkerObstacleKind.Label, label.Name)),
        .. _spec.Pools.Count > 0 && !_spec.Pools.Any(pool => worker.Host.Has("pool", pool))
            ? [new WorkerReason(WorkerObstacleKind.Pool, "pool")]
            : Array.Empty<WorkerReason>(),
        .. _spec.Attributes.Where(attribute => !worker.Host.Meets(attribute))
            .Select(attribute => new WorkerReason(WorkerObstacleKind.Attribute, attribute.Name)),
        .. ledger.Limits.AmountsOfHost(_spec).Where(amount => !worker.Host.Meets(amount))
            .Select(amount => new WorkerReason(WorkerObstacleKind.Amount, amount.Name)),
    ];

    private IEnumerable<WorkerReason> AgainstRoom(LedgerWorker worker) =>
    [
        .. ledger.Limits.DemandsOf(_spec).Where(demand => !HasSeats(worker, demand.Key, demand.Value))
            .Select(demand => new WorkerReason(WorkerObstacleKind.LimitFull, demand.Key)),
        .. ledger.Limits.AmountsOfHost(_spec).Where(amount => !BruteForce.HasAmount(worker, amount))
            .Select(amount => new WorkerReason(WorkerObstacleKind.AmountTaken, amount.Name)),
        .. HostCards.HasRoom(worker, _spec, null)
            ? Array.Empty<WorkerReason>()
            : [new WorkerReason(WorkerObstacleKind.GpusTaken, HostCards.CountName)],
    ];

    private bool HasSeats(LedgerWorker worker, string limit, long amount) => !ledger.Limits.IsPerHost(limit)
        || ledger.Limits.Fits(limit, Math.Max(0, amount - ledger.Limits.HeldAt(worker, limit)));

    private IEnumerable<WorkerReason> AgainstKept(LedgerWorker worker)
    {
        if (worker.KeptFor is { } wide && MayPrecede(wide) is { } sure && !HasRoomBeside(worker, SpecOf(wide)))
            yield return new(WorkerObstacleKind.Reserved, IsSure: sure);
        if (_asks && ledger.Limits.Kept.Any(kept => MayPrecede(kept) is not null && IsShort(worker, SpecOf(kept))))
            yield return new(WorkerObstacleKind.LimitKept, IsSure: false);
    }

    /// <summary>Whether a group surely goes before this one; null where it surely does not.</summary>
    private bool? MayPrecede(LedgerGroup other)
    {
        bool? precedes = other == _group ? false : GroupOrder.Precedes(ledger, other, _group, now);
        return precedes == false ? null : precedes == true;
    }

    private RequirementSpec SpecOf(LedgerGroup group) =>
        ledger.Jobs[group.Job].Steps[group.Step].SpecNumbered(group.Class) ?? RequirementSpec.None;

    private bool HasRoomBeside(LedgerWorker worker, RequirementSpec wide)
    {
        if (worker.Row.Slots - worker.Sessions.Count < 2 || !HostCards.HasRoom(worker, _spec, wide))
            return false;
        return ledger.Limits.AmountsOfHost(_spec).All(amount =>
            !(BruteForce.Takes(amount) > 0)
            || BruteForce.HasAmount(worker, amount, ledger.Limits.AmountsOfHost(wide)));
    }

    /// <summary>Whether too little of a limit is left for a group once a session of this one is opened.</summary>
    private bool IsShort(LedgerWorker worker, RequirementSpec kept) =>
        ledger.Limits.DemandsOf(_spec).Any(demand =>
            ledger.Limits.DemandsOf(kept).TryGetValue(demand.Key, out long wanted)
            && ledger.Limits.FreeSoon(demand.Key) - TakenAnew(worker, demand.Key, demand.Value) < wanted);

    private long TakenAnew(LedgerWorker worker, string limit, long amount) =>
        Math.Max(0, amount - ledger.Limits.HeldAt(worker, limit));
}
