using System.Globalization;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Workers;

namespace Renderacre.Simulation.Ledgers;

/// <summary>What a worker's labels say of its host, read once.</summary>
internal sealed class LedgerHost
{
    private const string Cores = "amount.worker.vcpu";

    private readonly Dictionary<string, HashSet<string>> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, HashSet<string>> _partsOfAnyCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, long?> _amounts = new(StringComparer.OrdinalIgnoreCase);

    public LedgerHost(WorkerRow row)
    {
        _amounts[Cores] = row.Slots * 1000L;
        foreach ((string name, string value) in row.Labels)
        {
            string[] parts = [value, .. value.Split([',', ';'], StringSplitOptions.TrimEntries)];
            _parts[name] = new HashSet<string>(parts, StringComparer.Ordinal);
            _partsOfAnyCase[name] = new HashSet<string>(parts, StringComparer.OrdinalIgnoreCase);
            _amounts[name] = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double amount)
                ? (long)Math.Ceiling(amount * 1000)
                : null;
        }
    }

    /// <summary>Whether a label is some value, or a list with it.</summary>
    public bool Has(string label, string value) =>
        _parts.TryGetValue(label, out HashSet<string>? parts) && parts.Contains(value);

    /// <summary>Whether an attribute is as a step wants it.</summary>
    public bool Meets(AttributeDemand demand) =>
        _partsOfAnyCase.TryGetValue(demand.Name, out HashSet<string>? has)
        && (demand.AnyOf.Count == 0 || has.Overlaps(demand.AnyOf)) && demand.AllOf.All(has.Contains);

    /// <summary>Whether it has as much of an amount as a step wants, and no more.</summary>
    public bool Meets(AmountDemand demand) =>
        Amount(demand.Name) is { } has && !(has < demand.Min) && !(has > demand.Max);

    /// <summary>How much there is, in thousandths; null for none.</summary>
    public long? Amount(string name) => _amounts.GetValueOrDefault(name);
}
