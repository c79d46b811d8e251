using System.Diagnostics;
using System.Globalization;
using Renderacre.Simulation.Coverage;
using Renderacre.Simulation.Farms;
using Renderacre.Simulation.Reports;

namespace Renderacre.Simulation.Runs;

/// <summary>Plays farm after farm, each from a seed of its own, until the time is up or a promise is broken.</summary>
internal sealed class FarmRun(SimulateOptions options, Tally tally, TextWriter output)
{
    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(20);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private ulong _nextSeed = options.Seed;
    private TimeSpan _told;
    private Finding? _finding;

    /// <summary>Plays them.</summary>
    /// <returns>What was found, or null.</returns>
    public Finding? Play()
    {
        Thread[] threads = [.. Enumerable.Range(0, options.Threads).Select(_ => new Thread(PlayOn))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        if (_finding is null)
            output.WriteLine(Progress());
        Keep();
        return _finding;
    }

    private void PlayOn()
    {
        while (NextSeed() is { } seed)
        {
            using var farm = new SimulatedFarm(seed, options.Caps.Shape);
            Finding? finding = Finding.In(farm, seed);
            lock (_lock)
            {
                _finding ??= finding;
                if (finding is null)
                    tally.Add(farm.Tally);
                Tell();
            }
        }
    }

    private ulong? NextSeed()
    {
        lock (_lock)
        {
            bool first = _nextSeed == options.Seed;
            return _finding is null && (first || GoesOn()) ? _nextSeed++ : null;
        }
    }

    private bool GoesOn() =>
        (options.Time is { } time && _clock.Elapsed < time && !(tally.Commands >= options.Commands))
        || (options.Time is null && tally.Commands < (options.Commands ?? 0));

    private void Tell()
    {
        if (_clock.Elapsed - _told < TellEvery)
            return;
        _told = _clock.Elapsed;
        output.WriteLine(Progress());
        output.Flush();
        Keep();
    }

    private void Keep()
    {
        if (options.Report is not { } path)
            return;
        var report = new RunReport
        {
            Version = RunReport.ThisVersion,
            FirstSeed = options.Seed,
            LastSeed = _nextSeed - 1,
            Took = _clock.Elapsed,
            Finding = _finding is null ? null : $"{_finding.Checker} at seed {_finding.Seed}",
            Counts = tally.Counts(),
        };
        report.Write(path);
    }

    private string Progress() => string.Create(
        CultureInfo.InvariantCulture,
        $"{_clock.Elapsed.TotalSeconds:F0} s, seed {_nextSeed - 1}: {tally.Farms} farms, {tally.Commands} commands "
        + $"({tally.Commands / _clock.Elapsed.TotalSeconds:F0} a second), {tally.Crashes} crashes, "
        + $"{tally.Commits} commits");
}
