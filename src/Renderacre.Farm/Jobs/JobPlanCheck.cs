using Renderacre.Farm.Orders;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.Jobs;

/// <summary>Checks a plan before it may enter the farm. Pure: it is run outside the writer.</summary>
public static class JobPlanCheck
{
    /// <summary>Units in a step, at most: what an id at the edge can bear.</summary>
    public const long UnitsMax = (1L << 47) - 1;

    /// <summary>Steps in a job, at most.</summary>
    public const int StepsMax = 10_000;

    /// <summary>Units of a step that lists something for each of them, at most.</summary>
    public const int ListedUnitsMax = 10_000_000;

    /// <summary>Everything that is wrong with a plan: counts out of bounds, unknown places, cycles.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>One sentence for each fault, naming step and unit; empty for a good plan.</returns>
    public static IReadOnlyList<string> Faults(JobPlan plan)
    {
        var faults = new List<string>();
        if (plan.Steps.Count is 0 or > StepsMax)
            faults.Add($"a job has 1 to {StepsMax} steps, this one has {plan.Steps.Count}");
        for (int place = 0; place < plan.Steps.Count; place++)
            faults.AddRange(StepFaults(plan, place).Select(fault => $"step {Name(plan, place)}: {fault}"));
        faults.AddRange(PolicyFaults(plan.Policy ?? PlanPolicy.None));
        if (plan.DependsOnJobs.Count > JobDependency.Max)
            faults.Add($"it waits for {plan.DependsOnJobs.Count} jobs; at most {JobDependency.Max} are possible");
        if (plan.DependsOnJobs.DistinctBy(each => each.Job).Count() != plan.DependsOnJobs.Count)
            faults.Add("it waits for a job twice");
        if (faults.Count > 0)
            return faults;
        AddStepCycle(plan, faults);
        for (int place = 0; place < plan.Steps.Count; place++)
            AddUnitCycle(plan, place, faults);
        return faults;
    }

    private static IEnumerable<string> PolicyFaults(PlanPolicy policy)
    {
        (string Name, long? Value)[] bounds =
        [
            ("max_running", policy.MaxRunning), ("max_workers", policy.MaxWorkers),
            ("worker_failures_max", policy.WorkerFailuresMax),
        ];
        return bounds.Where(bound => bound.Value < 1)
            .Select(bound => $"policy.{bound.Name} is {bound.Value}; 1 or more is wanted")
            .Concat(policy.Threshold.Faults().Select(fault => $"policy.{fault}"));
    }

    private static IEnumerable<string> StepFaults(JobPlan plan, int place)
    {
        StepPlan step = plan.Steps[place];
        if (step.UnitCount is < 1 or > UnitsMax)
            yield return $"it has {step.UnitCount} units; 1 to {UnitsMax} are possible";
        if (step.ChunkSize < 1)
            yield return $"its chunk size is {step.ChunkSize}; it is at least 1";
        foreach (string fault in PlaceFaults(step))
            yield return fault;
        foreach (string fault in step.Chunks?.Faults(step.UnitCount) ?? [])
            yield return fault;
        long chunks = UnitRanks.Chunks(step.UnitCount, Math.Max(1, step.FixedChunk));
        foreach (string fault in step.Order?.Faults(chunks) ?? [])
            yield return fault;
        if (step.MaxRetries < 0 || step.UnitMaxRetries?.Any(retries => retries < 0) == true)
            yield return "max_retries is 0 or more";
        foreach (PolicyFault fault in step.Failures?.Faults() ?? [])
            yield return fault.ToString();
        foreach (int upstream in step.DependsOnSteps.Concat(step.DependsOnEqualUnits))
        {
            if (upstream < 0 || upstream >= plan.Steps.Count || upstream == place)
                yield return $"it depends on step number {upstream}, which is no other step of the job";
        }

        foreach (int upstream in step.DependsOnEqualUnits)
        {
            if (upstream >= 0 && upstream < plan.Steps.Count && plan.Steps[upstream].UnitCount != step.UnitCount)
                yield return $"its units depend on those of step {Name(plan, upstream)}, which has more or fewer";
        }

        foreach (string fault in ListFaults(step))
            yield return fault;
    }

    private static IEnumerable<string> PlaceFaults(StepPlan step)
    {
        if (step.Places is null != step.MadeCount is null)
            yield return "it says which units there are, or how many there ever were, and not both";
        if (step.Places is not { } runs)
            yield break;
        if (step.MadeCount > UnitPlaces.UnitsMadeMax)
            yield return $"it has had {step.MadeCount} units; once edited {UnitPlaces.UnitsMadeMax} are possible";
        if (runs.Count > UnitPlaces.RunsMax)
            yield return $"its units lie in {runs.Count} runs; at most {UnitPlaces.RunsMax} are possible";
        if (step.ChunkSize != 1 || (step.UnitClasses ?? step.UnitMaxRetries) is not null
            || step.UnitDependencies is not null)
        {
            yield return "it lists something for each of its units, or leases several, so that they cannot be edited";
        }

        long end = 0;
        foreach (PlacedUnits run in runs.OrderBy(run => run.First))
        {
            if (run.First < end || run.Count < 1 || run.Count > step.MadeCount - run.First)
                yield return $"its {run.Count} units from {run.First} on are not there, or twice";
            end = run.First + run.Count;
        }

        if (runs.Sum(run => (decimal)run.Count) != step.UnitCount)
            yield return $"its runs of units are not {step.UnitCount} units";
    }

    private static IEnumerable<string> ListFaults(StepPlan step)
    {
        if (step.Classes.Count == 0)
            yield return "it has no requirement class";
        if (step.Classes.Count % (1 + Math.Max(0, step.Failures?.MemoryRetryMax ?? 0)) != 0)
            yield return "it does not list all its classes once for each time that it may ask for more memory";
        if (step.UnitClasses is null && step.OwnClasses > 1)
            yield return "it has several requirement classes and does not say which unit has which";
        int?[] lengths = [step.UnitClasses?.Count, step.UnitMaxRetries?.Count, step.UnitDependencies?.Count];
        foreach (int? length in lengths)
        {
            if (length is { } count && (count != step.UnitCount || count > ListedUnitsMax))
                yield return $"it lists {count} entries for its {step.UnitCount} units: one each, max {ListedUnitsMax}";
        }

        if (step.UnitClasses?.Any(at => at < 0 || at >= step.OwnClasses) == true)
            yield return "a unit's requirement class is none of the step's";
        if (step.UnitDependencies?.Any(list => list.Any(unit => unit < 0 || unit >= step.UnitCount)) == true)
            yield return "a unit depends on one that the step does not have";
        if (step.UnitDependencies?.Any(list => list.Distinct().Count() != list.Count) == true)
            yield return "a unit depends on another one twice";
    }

    private static void AddStepCycle(JobPlan plan, List<string> faults)
    {
        IReadOnlyList<int>[] edges = [.. plan.Steps.Select(Upstream)];
        if (DependencyCycle.Find(edges) is { Count: > 0 } cycle)
            faults.Add($"steps depend on each other in a circle: {Path(cycle.Select(at => Name(plan, at)))}");
    }

    private static IReadOnlyList<int> Upstream(StepPlan step) =>
        [.. step.DependsOnSteps.Union(step.DependsOnEqualUnits)];

    private static string Path<T>(IEnumerable<T> nodes) => string.Join(" → ", nodes);

    private static void AddUnitCycle(JobPlan plan, int place, List<string> faults)
    {
        if (plan.Steps[place].UnitDependencies is { } edges && DependencyCycle.Find(edges) is { Count: > 0 } cycle)
            faults.Add($"step {Name(plan, place)}: units depend on each other in a circle: {Path(cycle)}");
    }

    private static string Name(JobPlan plan, int place) =>
        plan.Steps[place].Name.Length > 0 ? $"'{plan.Steps[place].Name}'" : $"number {place}";
}
