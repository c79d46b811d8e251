using System.Globalization;

namespace Renderacre.Farm.Requirements;

/// <summary>Which workers can serve which requirements. Source: the v1 contract's matching rule.</summary>
public static class WorkerMatch
{
    private const string VcpuLabel = "amount.worker.vcpu";
    private const string PoolLabel = "pool";
    private static readonly char[] PartSeparators = [',', ';'];

    /// <summary>Whether a worker can serve a class when it is idle.</summary>
    /// <param name="spec">What is asked.</param>
    /// <param name="labels">The worker's labels.</param>
    /// <param name="slots">The worker's slots, which stand in for a missing number of virtual CPUs.</param>
    public static bool CanServe(RequirementSpec spec, IReadOnlyDictionary<string, string> labels, int slots)
    {
        var byName = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, string> label in labels)
            byName[label.Key] = label.Value;
        return spec.Labels.All(demand => HasValue(byName, demand.Name, demand.Value, StringComparison.Ordinal))
            && (spec.Pools.Count == 0
                || spec.Pools.Any(pool => HasValue(byName, PoolLabel, pool, StringComparison.Ordinal)))
            && spec.Attributes.All(demand => MeetsAttribute(byName, demand))
            && spec.Amounts.All(demand => MeetsAmount(Amount(byName, demand.Name, slots), demand));
    }

    /// <summary>How much of a quantity a worker has.</summary>
    /// <param name="labels">The worker's labels, found whatever their case.</param>
    /// <param name="name">The quantity.</param>
    /// <param name="slots">The worker's slots.</param>
    /// <returns>The scaled amount, or null where the worker has none.</returns>
    public static long? Amount(IReadOnlyDictionary<string, string> labels, string name, int slots)
    {
        string? text = labels.FirstOrDefault(
            label => label.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
        bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double amount);
        if (isNumber && double.IsFinite(amount))
            return AmountScale.Scale(amount);
        bool fallsBack = text is null && name.Equals(VcpuLabel, StringComparison.OrdinalIgnoreCase);
        return fallsBack ? AmountScale.Scale(slots) : null;
    }

    private static bool MeetsAmount(long? amount, AmountDemand demand) =>
        amount is { } has && has >= (demand.Min ?? long.MinValue) && has <= (demand.Max ?? long.MaxValue);

    private static bool MeetsAttribute(SortedDictionary<string, string> labels, AttributeDemand demand)
    {
        bool Has(string value) => HasValue(labels, demand.Name, value, StringComparison.OrdinalIgnoreCase);
        return labels.ContainsKey(demand.Name)
            && (demand.AnyOf.Count == 0 || demand.AnyOf.Any(Has))
            && demand.AllOf.All(Has);
    }

    private static bool HasValue(
        SortedDictionary<string, string> labels, string name, string value, StringComparison comparison) =>
        labels.TryGetValue(name, out string? has)
        && (has.Equals(value, comparison)
            || has.Split(PartSeparators, StringSplitOptions.TrimEntries).Any(part => part.Equals(value, comparison)));
}
