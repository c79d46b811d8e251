using Renderacre.Contracts.Limits;
using Renderacre.Farm.Events;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Requirements;

namespace Renderacre.Simulation.Ledgers;

/// <summary>
/// Limits as the events tell them. What is held is counted from the live sessions whenever it is asked for; amounts are
/// in thousandths.
/// </summary>
internal sealed class LedgerLimits
{
    private const long One = 1000;
    private const int DrawnMax = 5000;

    private readonly Dictionary<string, long> _held = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _staying = new(StringComparer.Ordinal);
    private readonly Dictionary<RequirementSpec, (IReadOnlyDictionary<string, long> Demands,
        IReadOnlyList<AmountDemand> OfHost)> _drawn = new(ReferenceEqualityComparer.Instance);
    private IEnumerable<LedgerSession> _sessions = [];

    /// <summary>Limits that are defined.</summary>
    public SortedDictionary<string, LimitRow> Rows { get; } = new(StringComparer.Ordinal);

    /// <summary>Names that were ever defined, and ever deleted: both can happen within one commit.</summary>
    public (HashSet<string> Defined, HashSet<string> Deleted) Ever { get; } = ([], []);

    public void Define(LimitRow row)
    {
        Rows[row.Name] = row;
        _drawn.Clear();
        Ever.Defined.Add(row.Name);
    }

    public void Delete(string name)
    {
        Rows.Remove(name);
        _drawn.Clear();
        Ever.Deleted.Add(name);
    }

    /// <summary>Groups that limits are kept for.</summary>
    public HashSet<LedgerGroup> Kept { get; } = [];

    /// <summary>Forgets what was counted: something has changed.</summary>
    public void Recount(IEnumerable<LedgerSession> sessions)
    {
        _sessions = sessions;
        _held.Clear();
        _staying.Clear();
    }

    /// <summary>A source told something.</summary>
    public void Report(LimitReported told) => Rows[told.Name] = Rows[told.Name] with { Report = told.Report };

    /// <summary>A limit was shut, or opened again.</summary>
    public void Close(string name, LimitClosure? closure) => Rows[name] = Rows[name] with { Closure = closure };

    /// <summary>What a session takes of each limit.</summary>
    public IReadOnlyDictionary<string, long> DemandsOf(RequirementSpec spec) => Draw(spec).Demands;

    /// <summary>What is left to the host.</summary>
    public IReadOnlyList<AmountDemand> AmountsOfHost(RequirementSpec spec) => Draw(spec).OfHost;

    /// <summary>How much the farm may hold.</summary>
    public long Capacity(string limit) => Rows.TryGetValue(limit, out LimitRow? row)
        ? Math.Max(0, (row.MaxCount - row.Headroom) * One - (row.Report?.Elsewhere ?? 0))
        : 0;

    /// <summary>How much it holds.</summary>
    public long Held(string limit) => Counted(_held, limit, _ => true);

    /// <summary>How much of that is held by sessions that are not ending.</summary>
    public long Staying(string limit) => Counted(_staying, limit, session => !session.Ending);

    /// <summary>Whether a session may be opened at a worker.</summary>
    public bool HaveRoom(LedgerWorker worker, RequirementSpec spec) => DemandsOf(spec).All(demand =>
        Fits(demand.Key, Math.Max(0, demand.Value - HeldAt(worker, demand.Key))));

    /// <summary>Whether so much of a limit is there for who holds none of it.</summary>
    public bool Fits(string limit, long amount) =>
        Rows.TryGetValue(limit, out LimitRow? row) && row.Closure is null && Held(limit) + amount <= Capacity(limit);

    /// <summary>Whether a limit counts hosts, so that those which hold some may get on with that.</summary>
    public bool IsPerHost(string limit) => ScopeOf(limit) == LimitScope.Host && Rows[limit].Closure is null;

    /// <summary>What is free of a limit once those have ended that are ending.</summary>
    public long FreeSoon(string limit) =>
        Capacity(limit) - (ScopeOf(limit) == LimitScope.Task ? Held(limit) : Staying(limit));

    /// <summary>Whether a session that is open may be given another task.</summary>
    public bool LetGoOn(RequirementSpec spec) => DemandsOf(spec).Keys.All(limit =>
        Staying(limit) <= Capacity(limit) && Rows.GetValueOrDefault(limit)?.Closure is null);

    // Which limits there are says what a session draws on: it is worked out anew where they change.
    private (IReadOnlyDictionary<string, long> Demands, IReadOnlyList<AmountDemand> OfHost) Draw(RequirementSpec spec)
    {
        if (_drawn.TryGetValue(spec, out var known))
            return known;
        if (_drawn.Count >= DrawnMax)
            _drawn.Clear();
        return _drawn[spec] = (Demand(spec), [.. spec.Amounts.Where(amount => LimitOf(amount) is null)]);
    }

    private SortedDictionary<string, long> Demand(RequirementSpec spec)
    {
        var demands = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (string name in spec.Limits)
            demands[name] = One;
        foreach (AmountDemand amount in spec.Amounts)
        {
            if (amount.Min > 0 && LimitOf(amount) is { } limit)
                demands[limit.Name] = demands.GetValueOrDefault(limit.Name) + amount.Min.Value;
        }

        return demands;
    }

    /// <summary>What a worker holds of a limit that counts hosts.</summary>
    public long HeldAt(LedgerWorker worker, string limit) => ScopeOf(limit) == LimitScope.Host
        ? worker.Sessions.Max(session => (long?)Asked(session, limit)) ?? 0
        : 0;

    private LimitScope ScopeOf(string limit) => Rows.GetValueOrDefault(limit)?.CountedPer ?? LimitScope.Session;

    private LimitRow? LimitOf(AmountDemand amount) => Rows.Values.FirstOrDefault(row =>
        row.Name.StartsWith("amount.", StringComparison.OrdinalIgnoreCase)
        && row.Name.Equals(amount.Name, StringComparison.OrdinalIgnoreCase));

    private long Asked(LedgerSession session, string limit) => DemandsOf(session.Spec).GetValueOrDefault(limit);

    private long Counted(Dictionary<string, long> counted, string limit, Func<LedgerSession, bool> counts)
    {
        if (!counted.TryGetValue(limit, out long held))
            counted[limit] = held = Count(limit, _sessions.Where(counts));
        return held;
    }

    private long Count(string limit, IEnumerable<LedgerSession> sessions) => ScopeOf(limit) switch
    {
        LimitScope.Session => sessions.Sum(session => Asked(session, limit)),
        LimitScope.Task => sessions.Where(session => session.Leases.Count > 0).Sum(session => Asked(session, limit)),
        LimitScope.Host => sessions.GroupBy(session => session.Opened.Worker)
            .Sum(host => host.Max(session => Asked(session, limit))),
    };
}
