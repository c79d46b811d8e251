using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Workers;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Time;
using Renderacre.Simulation.Ledgers;

namespace Renderacre.Simulation.Checkers;

/// <summary>A scheduler without any cleverness: looks at every unit for every worker.</summary>
internal static class BruteForce
{
    /// <summary>For each job that a worker could run now, oldest first, its first step, class and unit.</summary>
    /// <param name="ledger">The books.</param>
    /// <param name="worker">The worker.</param>
    /// <param name="now">When.</param>
    /// <param name="priority">What jobs' priority has to be at least.</param>
    public static IEnumerable<ReadyWork> All(Ledger ledger, LedgerWorker worker, FarmTime now, int priority) =>
        All(ledger, worker, Ready(ledger, now, priority));

    /// <summary>The same of work that was found to be ready before.</summary>
    public static IEnumerable<ReadyWork> All(Ledger ledger, LedgerWorker worker, IEnumerable<ReadyWork> ready) =>
        MayTake(worker) ? Could(ledger, worker, ready) : [];

    /// <summary>The same of a worker that may be asleep or out of service.</summary>
    public static IEnumerable<ReadyWork> Could(Ledger ledger, LedgerWorker worker, IEnumerable<ReadyWork> ready)
    {
        LedgerJob? taken = null;
        foreach (ReadyWork work in ready)
        {
            if (work.Job == taken || !Could(ledger, worker, work) || work.Unit < 0)
                continue;
            taken = work.Job;
            yield return work;
        }
    }

    /// <summary>Whether a worker could run something, were a unit of it ready.</summary>
    public static bool Could(Ledger ledger, LedgerWorker worker, ReadyWork work) =>
        JobRules.AllowWorker(work.Job, worker) && CanOpen(ledger, worker, work.Spec);

    /// <summary>
    /// Whether a worker is what another of its name, heard of later, was before: offline, with nothing left to do.
    /// </summary>
    public static bool IsFormer(Ledger ledger, LedgerWorker worker) =>
        worker.Row.State == WorkerState.Offline && worker.Sessions.Count == 0
        && ledger.Workers.Values.Any(other => other.Row.Name == worker.Row.Name
            && (other.Row.State == WorkerState.Online || other.Row.LastSeenAt > worker.Row.LastSeenAt
                || (other.Row.LastSeenAt == worker.Row.LastSeenAt && other.Id.Value > worker.Id.Value)));

    /// <summary>
    /// What could run now on some worker: of jobs from the oldest on each step and class, whose units are looked at
    /// where somebody asks.
    /// </summary>
    public static IEnumerable<ReadyWork> Ready(Ledger ledger, FarmTime now, int priority) =>
        from job in ledger.OpenJobs.Values
        where job.Priority >= priority && JobRules.AllowSession(job, now)
        from place in Enumerable.Range(0, job.Steps.Count)
        let step = job.Steps[place]
        where step.Counts[(int)TaskState.Pending] > 0 && !JobRules.GivesUp(step)
        from at in Enumerable.Range(0, step.Plan.Classes.Count)
        select new ReadyWork(job, place, at, now);

    /// <summary>Whether nothing keeps work from a worker that was decided; a sick one may try one task.</summary>
    public static bool MayTake(LedgerWorker worker) => worker.Row.Care switch
    {
        { AsleepSince: not null } => false,
        { Hold: { OnTrial: true } } => worker.Sessions.Count == 0,
        { Hold: not null } => false,
        _ => true,
    };

    /// <summary>Whether a host could serve what is asked when nothing else runs on it.</summary>
    public static bool Serves(Ledger ledger, LedgerWorker worker, RequirementSpec spec) =>
        spec.Labels.All(label => worker.Host.Has(label.Name, label.Value))
        && (spec.Pools.Count == 0 || spec.Pools.Any(pool => worker.Host.Has("pool", pool)))
        && spec.Attributes.All(attribute => worker.Host.Meets(attribute))
        && ledger.Limits.AmountsOfHost(spec).All(worker.Host.Meets);

    /// <summary>Whether the amounts that a session would reserve are free.</summary>
    public static bool HasAmounts(Ledger ledger, LedgerWorker worker, RequirementSpec spec) =>
        ledger.Limits.AmountsOfHost(spec).All(amount => HasAmount(worker, amount));

    /// <summary>Whether so much of an amount is free, and for others beside it.</summary>
    public static bool HasAmount(
        LedgerWorker worker, AmountDemand amount, IReadOnlyList<AmountDemand>? beside = null)
    {
        long used = worker.Sessions.SelectMany(session => session.Spec.Amounts).Concat(beside ?? [])
            .Where(each => each.Name.Equals(amount.Name, StringComparison.OrdinalIgnoreCase)).Sum(Takes);
        return used + Takes(amount) <= (worker.Host.Amount(amount.Name) ?? 0);
    }

    /// <summary>What a session takes of an amount; of memory of cards it takes the cards' own.</summary>
    public static long Takes(AmountDemand amount) =>
        amount.Name.Equals("amount.worker.gpu.memory", StringComparison.OrdinalIgnoreCase) ? 0 : amount.Min ?? 0;

    /// <summary>Whether some of what is asked may be kept for a group that asks for more of it at once.</summary>
    public static bool MayBeKept(Ledger ledger, RequirementSpec spec) => ledger.Limits.Kept.Count > 0
        && ledger.Limits.Kept.Any(kept => ledger.Jobs.TryGetValue(kept.Job, out LedgerJob? job)
            && job.Steps[kept.Step].SpecNumbered(kept.Class) is { } wide
            && ledger.Limits.DemandsOf(wide).Keys.Intersect(ledger.Limits.DemandsOf(spec).Keys).Any());

    private static bool CanOpen(Ledger ledger, LedgerWorker worker, RequirementSpec spec) =>
        Serves(ledger, worker, spec) && HasAmounts(ledger, worker, spec) && ledger.Limits.HaveRoom(worker, spec);
}
