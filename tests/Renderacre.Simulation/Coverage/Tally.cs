namespace Renderacre.Simulation.Coverage;

/// <summary>What a run has reached: commands, faults, and pairs of a state and what was asked of it.</summary>
internal sealed class Tally
{
    private readonly long[] _faults = new long[Enum.GetValues<FaultKind>().Length];
    private readonly Dictionary<(string Subject, string State, string Command), long> _pairs = [];

    /// <summary>Requests that reached a controller.</summary>
    public long Requests { get; private set; }

    /// <summary>What workers reported in them.</summary>
    public long Reports { get; private set; }

    /// <summary>Commands: requests and reports.</summary>
    public long Commands => Requests + Reports;

    /// <summary>Controllers that died.</summary>
    public long Crashes { get; private set; }

    /// <summary>Simulated farms.</summary>
    public long Farms { get; set; }

    /// <summary>Simulated time.</summary>
    public TimeSpan Time { get; set; }

    /// <summary>Commits that were durable.</summary>
    public long Commits { get; set; }

    /// <summary>Checks by name: how often each was made.</summary>
    public SortedDictionary<string, long> Checks { get; } = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<(string Subject, string State, string Command), long> Pairs => _pairs;

    public void Request(int reports)
    {
        Requests++;
        Reports += reports;
    }

    public void Crash() => Crashes++;

    public void Fault(FaultKind kind) => _faults[(int)kind]++;

    public long Of(FaultKind kind) => _faults[(int)kind];

    public void Pair(string subject, string state, string command)
    {
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
            _pairs, (subject, state, command), out _)++;
    }

    public void Checked(string name) => Checks[name] = Checks.GetValueOrDefault(name) + 1;

    /// <summary>Adds what another run reached.</summary>
    public void Add(Tally other)
    {
        Requests += other.Requests;
        Reports += other.Reports;
        Crashes += other.Crashes;
        Farms += other.Farms;
        Time += other.Time;
        Commits += other.Commits;
        for (int kind = 0; kind < _faults.Length; kind++)
            _faults[kind] += other._faults[kind];
        foreach (var (pair, count) in other._pairs)
            _pairs[pair] = _pairs.GetValueOrDefault(pair) + count;
        foreach (var (name, count) in other.Checks)
            Checks[name] = Checks.GetValueOrDefault(name) + count;
    }
}
