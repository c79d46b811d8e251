using System.Globalization;
using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Time;
using Renderacre.Farm.Workers;
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
    public static IEnumerable<(LedgerJob Job, int Step, int Class, long Unit)> All(
        Ledger ledger, LedgerWorker worker, FarmTime now, int priority)
    {
        if (!MayTake(worker))
            yield break;
        foreach (LedgerJob job in ledger.OpenJobs.Values.Where(job => job.Priority >= priority))
        {
            if (First(ledger, worker, job, now) is { } first)
                yield return first;
        }
    }

    /// <summary>Whether nothing keeps work from a worker that was decided; a sick one may try one task.</summary>
    public static bool MayTake(LedgerWorker worker) => worker.Row.Care switch
    {
        { AsleepSince: not null } => false,
        { Hold: { OnTrial: true } } => worker.Sessions.Count == 0,
        { Hold: not null } => false,
        _ => true,
    };

    /// <summary>Whether a host could serve what is asked when nothing else runs on it.</summary>
    public static bool Serves(Ledger ledger, WorkerRow host, RequirementSpec spec) =>
        spec.Labels.All(label => Parts(host, label.Name, StringComparison.Ordinal).Contains(label.Value))
        && (spec.Pools.Count == 0 || Parts(host, "pool", StringComparison.Ordinal).Intersect(spec.Pools).Any())
        && spec.Attributes.All(attribute => Meets(host, attribute))
        && ledger.Limits.AmountsOfHost(spec).All(amount => Amount(host, amount.Name) is { } has
            && !(has < amount.Min) && !(has > amount.Max));

    /// <summary>Whether the amounts that a session would reserve are free.</summary>
    public static bool HasAmounts(Ledger ledger, LedgerWorker worker, RequirementSpec spec) =>
        ledger.Limits.AmountsOfHost(spec).All(amount =>
    {
        long used = worker.Sessions.SelectMany(session => session.Spec.Amounts)
            .Where(each => each.Name.Equals(amount.Name, StringComparison.OrdinalIgnoreCase))
            .Sum(each => each.Min ?? 0);
        return used + (amount.Min ?? 0) <= (Amount(worker.Row, amount.Name) ?? 0);
    });

    private static (LedgerJob Job, int Step, int Class, long Unit)? First(
        Ledger ledger, LedgerWorker worker, LedgerJob job, FarmTime now)
    {
        if (Bars(job, worker))
            return null;
        for (int place = 0; place < job.Steps.Count; place++)
        {
            LedgerStep step = job.Steps[place];
            if (step.Counts[(int)TaskState.Pending] == 0 || !JobRules.AllowSession(job, step, worker, now))
                continue;
            for (int at = 0; at < step.Plan.Classes.Count; at++)
            {
                if (!CanOpen(ledger, worker, step.Plan.Classes[at]))
                    continue;
                if (FirstUnit(job, step, at, now) is >= 0 and var unit)
                    return (job, place, at, unit);
            }
        }

        return null;
    }

    /// <summary>Whether a job's lists of workers keep one from it.</summary>
    public static bool Bars(LedgerJob job, LedgerWorker worker) =>
        job.Plan.Policy?.Workers is { } lists && lists.Bar(worker.Row.Name);

    private static bool CanOpen(Ledger ledger, LedgerWorker worker, RequirementSpec spec) =>
        Serves(ledger, worker.Row, spec) && HasAmounts(ledger, worker, spec) && ledger.Limits.HaveRoom(worker, spec);

    private static long FirstUnit(LedgerJob job, LedgerStep step, int at, FarmTime now)
    {
        if (!step.Plan.DependsOnSteps.All(upstream => job.Steps[upstream].Complete))
            return -1;
        for (long unit = 0; unit < step.Plan.UnitCount; unit++)
        {
            if (step.ClassOf(unit) == at && job.CanGo(step, unit, now))
                return unit;
        }

        return -1;
    }

    private static HashSet<string> Parts(WorkerRow host, string label, StringComparison comparison)
    {
        string? value = Label(host, label);
        HashSet<string> parts = comparison == StringComparison.Ordinal ? [] : new(StringComparer.OrdinalIgnoreCase);
        if (value is null)
            return parts;
        parts.Add(value);
        parts.UnionWith(value.Split([',', ';'], StringSplitOptions.TrimEntries));
        return parts;
    }

    private static string? Label(WorkerRow host, string name) =>
        host.Labels.FirstOrDefault(label => label.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    private static bool Meets(WorkerRow host, AttributeDemand demand)
    {
        HashSet<string> has = Parts(host, demand.Name, StringComparison.OrdinalIgnoreCase);
        return Label(host, demand.Name) is not null
            && (demand.AnyOf.Count == 0 || has.Overlaps(demand.AnyOf)) && demand.AllOf.All(has.Contains);
    }

    private static long? Amount(WorkerRow host, string name)
    {
        string? text = Label(host, name);
        if (text is null)
            return name.Equals("amount.worker.vcpu", StringComparison.OrdinalIgnoreCase) ? host.Slots * 1000L : null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double amount)
            ? (long)Math.Ceiling(amount * 1000)
            : null;
    }
}
