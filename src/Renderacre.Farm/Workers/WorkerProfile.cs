using Renderacre.Farm.Requirements;

namespace Renderacre.Farm.Workers;

/// <summary>What a worker has, read once from its labels: they are found whatever their case.</summary>
public sealed class WorkerProfile
{
    private const string VcpuLabel = "amount.worker.vcpu";

    private readonly Dictionary<string, LabelValue> _labels = new(StringComparer.OrdinalIgnoreCase);
    private readonly int _slots;

    /// <summary>Reads labels.</summary>
    /// <param name="labels">The labels; of two names that differ in case alone the later one counts.</param>
    /// <param name="slots">The slots, which stand in for a missing number of virtual CPUs.</param>
    public WorkerProfile(IReadOnlyDictionary<string, string> labels, int slots)
    {
        _slots = slots;
        foreach ((string name, string value) in labels)
            _labels[name] = new LabelValue(value);
    }

    /// <summary>Graphics cards that are told apart; 0 where they are a mere number.</summary>
    public int Gpus { get; init; }

    /// <summary>Whether there is a label.</summary>
    public bool Has(string name) => _labels.ContainsKey(name);

    /// <summary>A label's value, or null.</summary>
    public string? ValueOf(string name) => _labels.GetValueOrDefault(name)?.Whole;

    /// <summary>The parts of a label's value; none where there is no such label.</summary>
    public IReadOnlyList<string> PartsOf(string name) => _labels.GetValueOrDefault(name)?.Parts ?? [];

    /// <summary>Whether a label has a value: the whole of it, or one of its parts.</summary>
    public bool Has(string name, string value, StringComparison comparison) =>
        _labels.TryGetValue(name, out LabelValue? label) && label.Has(value, comparison);

    /// <summary>How much of a quantity there is, scaled; null for none.</summary>
    public long? Amount(string name)
    {
        if (_labels.TryGetValue(name, out LabelValue? label))
            return Gpus > 0 && label.Amount is { } amount ? AtMostTheCards(name, amount) : label.Amount;
        if (name.Equals(VcpuLabel, StringComparison.OrdinalIgnoreCase))
            return AmountScale.Scale(_slots);
        bool isCards = Gpus > 0 && name.Equals(GpuNeed.CountName, StringComparison.OrdinalIgnoreCase);
        return isCards ? AmountScale.Scale(Gpus) : null;
    }

    private long AtMostTheCards(string name, long amount) =>
        name.Equals(GpuNeed.CountName, StringComparison.OrdinalIgnoreCase)
            ? Math.Min(amount, AmountScale.Scale(Gpus))
            : amount;
}
