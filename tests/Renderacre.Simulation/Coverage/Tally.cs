using Renderacre.Simulation.Reports;

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

    /// <summary>What was reached, to be stored.</summary>
    public TallyCounts Counts() => new()
    {
        Requests = Requests,
        Reports = Reports,
        Crashes = Crashes,
        Farms = Farms,
        Time = Time,
        Commits = Commits,
        Faults = Enum.GetValues<FaultKind>().ToDictionary(kind => kind.ToString(), Of),
        Checks = new SortedDictionary<string, long>(Checks, StringComparer.Ordinal),
        Pairs = [.. _pairs.Select(pair => new PairCount(pair.Key.Subject, pair.Key.State, pair.Key.Command, pair.Value))
            .OrderBy(pair => pair.ToString(), StringComparer.Ordinal)],
    };

    /// <summary>What was stored.</summary>
    public static Tally From(TallyCounts counts)
    {
        var tally = new Tally
        {
            Requests = counts.Requests,
            Reports = counts.Reports,
            Crashes = counts.Crashes,
            Farms = counts.Farms,
            Time = counts.Time,
            Commits = counts.Commits,
        };
        foreach ((string kind, long times) in counts.Faults)
            tally._faults[(int)Enum.Parse<FaultKind>(kind)] = times;
        foreach ((string name, long times) in counts.Checks)
            tally.Checks[name] = times;
        foreach (PairCount pair in counts.Pairs)
            tally._pairs[(pair.Subject, pair.State, pair.Command)] = pair.Times;
        return tally;
    }

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
