using Renderacre.Farm.Scheduling;

namespace Renderacre.Farm.Fairness;

/// <summary>What one owner or project has had of the farm, and where its ready groups stand.</summary>
internal sealed class FairShare(string name)
{
    /// <summary>The weight of a share that nobody has given one.</summary>
    public const int WeightUsual = 100;

    /// <summary>The most that a weight can be.</summary>
    public const int WeightMax = 10_000;

    private long _usage;
    private long _held;
    private int _weight = WeightUsual;

    /// <summary>Whose it is.</summary>
    public string Name { get; } = name;

    /// <summary>How much it is due next to others.</summary>
    public int Weight
    {
        get => _weight;
        set => (_weight, Load) = (value, LoadOf(_usage, _held, value));
    }

    /// <summary>What ended leases took, worth as at the start of the period.</summary>
    public long Usage
    {
        get => _usage;
        set => (_usage, Load) = (value, LoadOf(value, _held, _weight));
    }

    /// <summary>What the live sessions are charged in advance.</summary>
    public long Held
    {
        get => _held;
        set => (_held, Load) = (value, LoadOf(_usage, value, _weight));
    }

    /// <summary>Usage by weight: of two shares the one with less goes first.</summary>
    public long Load { get; private set; }

    /// <summary>Sessions that it has now.</summary>
    public int Sessions { get; set; }

    /// <summary>Its places among what is ready, one for each priority.</summary>
    public List<ShareQueue> Queues { get; } = [];

    /// <summary>As it is kept.</summary>
    public ShareRow ToRow(long period) => new(Name, Weight, Usage, period);

    private static long LoadOf(long usage, long held, int weight) => (usage + held) * WeightUsual / weight;
}
