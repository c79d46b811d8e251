using System.Globalization;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Explaining;

/// <summary>Tells what is missing by the names and values of what was asked.</summary>
internal static class MissWords
{
    /// <summary>What is missing, of one worker or of several.</summary>
    /// <param name="missing">What it is.</param>
    /// <param name="wanted">What was asked.</param>
    /// <param name="worker">The worker, or null for several.</param>
    public static WorkerMiss Of(WorkerObstacle missing, RequirementClass wanted, FarmWorker? worker)
    {
        RequirementSpec spec = wanted.Spec;
        return missing.Kind switch
        {
            WorkerObstacleKind.Label => Miss(spec.Labels[missing.Place].Name, spec.Labels[missing.Place].Value),
            WorkerObstacleKind.Pool => Miss(WorkerMatch.PoolLabel, string.Join(" or ", spec.Pools)),
            WorkerObstacleKind.Attribute =>
                Miss(spec.Attributes[missing.Place].Name, Wanted(spec.Attributes[missing.Place])),
            WorkerObstacleKind.Amount => Miss(spec.Amounts[missing.Place].Name, Wanted(spec.Amounts[missing.Place])),
            WorkerObstacleKind.AmountTaken => new WorkerMiss(
                missing.Kind, spec.Amounts[missing.Place].Name, Number(wanted.Needs[missing.Place].Taken),
                worker is null ? null : Number(worker.Free(wanted.Needs[missing.Place].Amount))),
            WorkerObstacleKind.SlotsTaken => new WorkerMiss(
                missing.Kind, null, null, worker?.Sessions.Count.ToString(CultureInfo.InvariantCulture)),
            WorkerObstacleKind.GpusTaken => new WorkerMiss(
                missing.Kind, GpuNeed.CountName, wanted.Gpus.Count.ToString(CultureInfo.InvariantCulture),
                worker?.Gpus?.CountWithRoom(wanted.Gpus).ToString(CultureInfo.InvariantCulture)),
            WorkerObstacleKind.LimitKept or WorkerObstacleKind.LimitFull => new WorkerMiss(
                missing.Kind, wanted.Limits[missing.Place].Limit.Name,
                Number(wanted.Limits[missing.Place].Amount), null),
            WorkerObstacleKind.Draining or WorkerObstacleKind.Disabled or WorkerObstacleKind.Sick =>
                new WorkerMiss(missing.Kind, null, null, worker?.Row.Care.Hold?.Reason),
            WorkerObstacleKind.AtRest => new WorkerMiss(missing.Kind, null, null, worker?.Row.Care.Rest),
            WorkerObstacleKind.Reserved =>
                new WorkerMiss(missing.Kind, worker?.Reserved?.Group.Step.Job.Plan.Name, null, null),
            WorkerObstacleKind.Offline or WorkerObstacleKind.NotAccepting or WorkerObstacleKind.Excluded
                or WorkerObstacleKind.NotAllowed or WorkerObstacleKind.Denied or WorkerObstacleKind.Asleep =>
                new WorkerMiss(missing.Kind, null, null, null),
        };

        WorkerMiss Miss(string name, string value) => new(missing.Kind, name, value, worker?.Profile.ValueOf(name));
    }

    /// <summary>What is asked of an attribute.</summary>
    public static string Wanted(AttributeDemand demand)
    {
        string any = string.Join(" or ", demand.AnyOf);
        string all = string.Join(" and ", demand.AllOf);
        return any.Length > 0 && all.Length > 0 ? $"{any}, and {all}" : any + all;
    }

    /// <summary>What is asked of an amount.</summary>
    public static string Wanted(AmountDemand demand) => (demand.Min, demand.Max) switch
    {
        ({ } min, { } max) => $"{Number(min)} to {Number(max)}",
        ({ } min, null) => $"at least {Number(min)}",
        (null, { } max) => $"at most {Number(max)}",
        (null, null) => "any",
    };

    /// <summary>A scaled amount as people write it.</summary>
    public static string Number(long scaled) =>
        AmountScale.ToNumber(scaled).ToString("0.###", CultureInfo.InvariantCulture);
}
