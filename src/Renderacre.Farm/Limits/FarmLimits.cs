namespace Renderacre.Farm.Limits;

/// <summary>All limits that somebody has defined or that some class in memory names.</summary>
internal sealed class FarmLimits
{
    /// <summary>What the name of a limit begins with on which requirements of amounts draw.</summary>
    public const string AmountPrefix = "amount.";

    /// <summary>Amounts that are always the hosts' own. Source: 2023-09, section 3.3.1.1, the reserved names.</summary>
    public const string HostPrefix = "amount.worker.";

    private readonly SortedDictionary<string, FarmLimit> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FarmLimit> _byAmount = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All of them, by name.</summary>
    public IEnumerable<FarmLimit> All => _byName.Values;

    /// <summary>Whether a limit of that name is one that requirements of amounts draw on.</summary>
    public static bool IsAmount(string name) => name.StartsWith(AmountPrefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>The limit of a name, which nobody need have defined.</summary>
    public FarmLimit Get(string name)
    {
        if (!_byName.TryGetValue(name, out FarmLimit? limit))
            _byName[name] = limit = new FarmLimit(name);
        return limit;
    }

    /// <summary>The limit of a name, or null where nobody has defined it.</summary>
    public FarmLimit? Find(string name) =>
        _byName.TryGetValue(name, out FarmLimit? limit) && limit.Row is not null ? limit : null;

    /// <summary>The defined limit that an amount draws on, whatever the case of its name; null for a host's.</summary>
    public FarmLimit? OfAmount(string name) => _byAmount.GetValueOrDefault(name);

    /// <summary>The defined limit that somebody means: by its name, or as an amount whatever the case.</summary>
    public FarmLimit? Named(string name) => Find(name) ?? OfAmount(name);

    /// <summary>Defines a limit, or with null no longer.</summary>
    public void Define(FarmLimit limit, LimitRow? row)
    {
        limit.Row = row;
        if (!IsAmount(limit.Name))
            return;
        if (row is null)
            _byAmount.Remove(limit.Name);
        else
            _byAmount[limit.Name] = limit;
    }
}
