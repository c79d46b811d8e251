using Renderacre.Farm.Explaining;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.State;

/// <content>Telling what a job asks for that the farm does not know.</content>
public sealed partial class FarmState
{
    /// <summary>Doubts about one job that are told, at most.</summary>
    private const int DoubtsMax = 20;

    /// <summary>Names among which the nearest is looked for, at most.</summary>
    private const int KnownMax = 1000;

    /// <summary>What a job asks for that is not known; of what workers have, as far as there are any.</summary>
    /// <param name="plan">The job's plan.</param>
    public IReadOnlyList<NameDoubt> DoubtsAbout(JobPlan plan)
    {
        RequirementSpec[] specs = [.. plan.Steps.SelectMany(step => step.Classes).Distinct()];
        IEnumerable<NameDoubt> doubts = LimitDoubts(plan, specs);
        if (_workers.Count > 0)
        {
            doubts = [.. doubts, .. specs.SelectMany(spec => spec.Pools).Distinct().Where(NobodyIsIn).Select(PoolDoubt),
                .. (plan.Policy?.Workers is { } lists ? lists.Allowed.Concat(lists.Denied) : []).Distinct()
                    .Where(NobodyIsCalled).Select(WorkerDoubt),
                .. specs.SelectMany(DoubtsAbout)];
        }

        return [.. doubts.DistinctBy(doubt => (doubt.Kind, doubt.Name, doubt.Wanted)).Take(DoubtsMax)];
    }

    /// <summary>What a job in memory asks for that is not known now; nothing of a job that is not in memory.</summary>
    /// <param name="job">The job.</param>
    public IReadOnlyList<NameDoubt> DoubtsAbout(JobId job) =>
        _jobs.TryGetValue(job.Value, out FarmJob? found) && !found.Ended ? DoubtsAbout(found.Plan) : [];

    private IEnumerable<NameDoubt> LimitDoubts(JobPlan plan, RequirementSpec[] specs)
    {
        IEnumerable<string> ruled = plan.Steps.SelectMany(step => step.Failures?.LicenceLimits ?? []);
        foreach (string name in specs.SelectMany(spec => spec.Limits).Concat(ruled).Distinct().Where(IsUndefined))
            yield return new NameDoubt(NameDoubtKind.Limit, name, null, KnownLimits);
        foreach ((string name, long taken) in specs.SelectMany(spec => LimitDrawing.Taken(spec, _limits)))
        {
            if (_limits.Find(name) is { } limit && taken > limit.Size)
            {
                yield return new NameDoubt(
                    NameDoubtKind.LimitBeyond, name, MissWords.Number(taken), [MissWords.Number(limit.Size)]);
            }
        }

        foreach (StepPlan step in plan.Steps.Where(step => step.Failures?.LicenceLimits.Count > 0))
        {
            HashSet<string> taken = [.. step.Classes.SelectMany(spec => LimitDrawing.Taken(spec, _limits).Keys)];
            foreach (string name in step.Failures?.LicenceLimits ?? [])
            {
                if (_limits.Named(name) is { } limit && !taken.Contains(limit.Name))
                    yield return new NameDoubt(NameDoubtKind.LimitNotTaken, limit.Name, null, [.. taken]);
            }
        }
    }

    private IEnumerable<NameDoubt> DoubtsAbout(RequirementSpec spec)
    {
        if (_workers.Values.Any(worker => WorkerMatch.CanServe(HostPart(spec), worker.Profile)))
            yield break;
        foreach (LabelDemand demand in spec.Labels
            .Where(demand => Nobody(profile => WorkerMatch.Meets(profile, demand))))
        {
            yield return new NameDoubt(NameDoubtKind.Label, demand.Name, demand.Value, KnownValues(demand.Name));
        }

        foreach (AttributeDemand demand in spec.Attributes
            .Where(demand => Nobody(profile => WorkerMatch.Meets(profile, demand))))
        {
            yield return new NameDoubt(
                NameDoubtKind.Attribute, demand.Name, MissWords.Wanted(demand), KnownValues(demand.Name));
        }

        foreach (AmountDemand demand in HostPart(spec).Amounts
            .Where(demand => Nobody(profile => WorkerMatch.Meets(profile, demand))))
        {
            yield return AmountDoubt(demand);
        }
    }

    private NameDoubt AmountDoubt(AmountDemand demand)
    {
        long[] had = [.. _workers.Values.Select(worker => worker.Profile.Amount(demand.Name)).OfType<long>()];
        if (had.Length == 0)
            return new NameDoubt(NameDoubtKind.Amount, demand.Name, null, KnownAmounts);
        long nearest = had.Max() < (demand.Min ?? 0) ? had.Max() : had.Min();
        return new NameDoubt(
            NameDoubtKind.AmountBeyond, demand.Name, MissWords.Wanted(demand), [MissWords.Number(nearest)]);
    }

    private NameDoubt PoolDoubt(string pool) =>
        new(NameDoubtKind.Pool, pool, null, KnownValues(WorkerMatch.PoolLabel));

    private NameDoubt WorkerDoubt(string name) => new(
        NameDoubtKind.Worker, name, null,
        [.. _workers.Values.Select(worker => worker.Row.Name).Distinct().Take(KnownMax)]);

    private bool NobodyIsIn(string pool) =>
        Nobody(profile => profile.Has(WorkerMatch.PoolLabel, pool, StringComparison.Ordinal));

    private bool NobodyIsCalled(string pattern) =>
        !_workers.Values.Any(worker => WorkerLists.Matches(pattern, worker.Row.Name));

    private bool IsUndefined(string limit) => _limits.Named(limit) is null;

    private RequirementSpec HostPart(RequirementSpec spec) => LimitDrawing.HostPart(spec, _limits);

    private string[] KnownLimits =>
        [.. _limits.All.Where(limit => limit.Row is not null).Select(limit => limit.Name).Take(KnownMax)];

    private bool Nobody(Func<WorkerProfile, bool> has) => !_workers.Values.Any(worker => has(worker.Profile));

    private string[] KnownValues(string label) =>
        [.. _workers.Values.SelectMany(worker => worker.Profile.PartsOf(label)).Distinct().Take(KnownMax)];

    private string[] KnownAmounts => [.. _workers.Values.SelectMany(worker => worker.Row.Labels.Keys)
        .Where(name => name.StartsWith("amount.", StringComparison.OrdinalIgnoreCase)).Distinct().Take(KnownMax)];
}
