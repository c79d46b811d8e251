using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Requirements;

/// <summary>Which workers can serve which requirements. Source: the v1 contract's matching rule.</summary>
public static class WorkerMatch
{
    /// <summary>The label that names a worker's pools.</summary>
    public const string PoolLabel = "pool";

    /// <summary>Whether a worker can serve a class when it is idle.</summary>
    /// <param name="spec">What is asked.</param>
    /// <param name="profile">What the worker has.</param>
    public static bool CanServe(RequirementSpec spec, WorkerProfile profile) =>
        spec.Labels.All(demand => Meets(profile, demand))
        && MeetsPools(profile, spec.Pools)
        && spec.Attributes.All(demand => Meets(profile, demand))
        && spec.Amounts.All(demand => Meets(profile, demand));

    /// <summary>Whether a worker has a label's value.</summary>
    public static bool Meets(WorkerProfile profile, LabelDemand demand) =>
        profile.Has(demand.Name, demand.Value, StringComparison.Ordinal);

    /// <summary>Whether a worker is in one of some pools; no pools ask for nothing.</summary>
    public static bool MeetsPools(WorkerProfile profile, IReadOnlyList<string> pools) =>
        pools.Count == 0 || pools.Any(pool => profile.Has(PoolLabel, pool, StringComparison.Ordinal));

    /// <summary>Whether a worker has as much of a quantity as is asked, and no more.</summary>
    public static bool Meets(WorkerProfile profile, AmountDemand demand) =>
        profile.Amount(demand.Name) is { } has
        && has >= (demand.Min ?? long.MinValue) && has <= (demand.Max ?? long.MaxValue);

    /// <summary>Whether a worker has an attribute.</summary>
    public static bool Meets(WorkerProfile profile, AttributeDemand demand)
    {
        bool Has(string value) => profile.Has(demand.Name, value, StringComparison.OrdinalIgnoreCase);
        return profile.Has(demand.Name)
            && (demand.AnyOf.Count == 0 || demand.AnyOf.Any(Has))
            && demand.AllOf.All(Has);
    }
}
