using Renderacre.Farm.Requirements;

namespace Renderacre.Farm.Limits;

/// <summary>What of a class's requirements is taken of limits, and what is left to the host.</summary>
internal static class LimitDrawing
{
    /// <summary>What is asked of the host: all but the amounts that draw on limits.</summary>
    public static RequirementSpec HostPart(RequirementSpec asked, FarmLimits limits) =>
        asked.Amounts.All(demand => limits.OfAmount(demand.Name) is null)
            ? asked
            : asked with { Amounts = [.. asked.Amounts.Where(demand => limits.OfAmount(demand.Name) is null)] };

    /// <summary>
    /// What a class takes of limits: one of each that it names, and its amounts of those that bear their name.
    /// </summary>
    public static LimitDemand[] Demands(RequirementClass by, FarmLimits limits) =>
        [.. Taken(by.Asked, limits).Select(each => Demand(limits.Get(each.Key), by, each.Value))];

    /// <summary>What is taken of each limit, scaled, by the limits' names.</summary>
    public static SortedDictionary<string, long> Taken(RequirementSpec asked, FarmLimits limits)
    {
        var taken = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (string name in asked.Limits)
            taken[name] = AmountScale.Factor;
        foreach (AmountDemand demand in asked.Amounts)
        {
            if (demand.Min > 0 && limits.OfAmount(demand.Name) is { } limit)
                taken[limit.Name] = taken.GetValueOrDefault(limit.Name) + demand.Min.Value;
        }

        return taken;
    }

    private static LimitDemand Demand(FarmLimit limit, RequirementClass by, long amount) =>
        new(limit, by, amount) { Fits = limit.HasRoomFor(amount) };
}
