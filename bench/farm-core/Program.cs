using System.Diagnostics;
using System.Globalization;
using Renderacre.Bench.FarmCore;
using Renderacre.Contracts.Sync;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Commits;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;
using Renderacre.Farm.State;
using Renderacre.Farm.Time;
using Renderacre.Farm.Workers;

// How long a lease and its completion take in the state machine alone, by the number of waiting units.
const int PairsMax = 20_000;
const int Rounds = 5;
const int StudioRounds = 5;
int[] sizes = [10, 100_000, 1_000_000];

if (args is ["studio", ..])
{
    int[] numbers = [.. args.Skip(1).Select(text => int.Parse(text, CultureInfo.InvariantCulture))];
    Studio.Report(numbers is [var rounds, ..] ? rounds : StudioRounds, numbers is [_, var shape] ? shape : null);
    return;
}

if (args is ["edits"])
{
    Edits.Report();
    return;
}

Console.WriteLine("| shape | waiting | lease + complete, µs (median of " + Rounds + ") | to the smallest |");
Console.WriteLine("| --- | --- | --- | --- |");
foreach ((string name, Func<int, IEnumerable<JobPlan>> plans) in Shapes.All)
{
    double[][] perSize = [.. sizes.Select(_ => new double[Rounds])];
    Measure(plans, 1000, 10_000);
    for (int round = 0; round < Rounds; round++)
    {
        // Sizes take turns, so that a machine that slows down slows all of them.
        for (int size = 0; size < sizes.Length; size++)
            perSize[size][round] = Measure(plans, sizes[size], PairsMax);
    }

    double smallest = Median(perSize[0]);
    for (int size = 0; size < sizes.Length; size++)
    {
        double median = Median(perSize[size]);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {name} | {sizes[size]:N0} | {median:F2} | {median / smallest:F2} |"));
    }
}

ReportSubmission();
Studio.Report(StudioRounds);

static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

static double Measure(Func<int, IEnumerable<JobPlan>> plans, int units, int pairs)
{
    var farm = new BenchFarm();
    List<JobPlan> made = [.. plans(units)];
    var watch = new Stopwatch();
    int done = 0;
    while (done < pairs)
    {
        farm.Submit(made);
        watch.Start();
        done += farm.Run(Math.Min(pairs - done, units));
        watch.Stop();
    }

    return watch.Elapsed.TotalMicroseconds / done;
}

static void ReportSubmission()
{
    Console.WriteLine();
    Console.WriteLine("| submitting a step of | µs (median) | bytes kept |");
    Console.WriteLine("| --- | --- | --- |");
    foreach (long units in new[] { 1_000L, 10_000_000L })
    {
        var plan = new JobPlan { Name = "one", Steps = [new StepPlan { Name = "Render", UnitCount = units }] };
        double[] times = new double[101];
        long kept = 0;
        for (int round = 0; round < times.Length; round++)
        {
            var farm = new BenchFarm();
            long before = GC.GetAllocatedBytesForCurrentThread();
            long start = Stopwatch.GetTimestamp();
            farm.Submit([plan]);
            times[round] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            kept = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {units:N0} | {Median(times):F1} | {kept:N0} |"));
    }
}

internal sealed class BenchFarm
{
    private const int PairsPerCommit = 10;
    private static readonly AttemptResult Success = new(LeaseOutcome.Succeeded, 0, null, null, null, null, []);
    private readonly FarmState _state = new(new FarmSettings(), FarmSnapshot.Empty, new FarmTime(1));
    private readonly WorkerId _worker;
    private long _now = 1;

    public BenchFarm()
    {
        Dictionary<string, string> labels = new() { ["app"] = "app0,app1,app2,app3,app4,app5,app6,app7" };
        _worker = _state.Register(Context(), new WorkerRegistration("w", labels, 4, null, null, null)).Value;
    }

    public void Submit(IEnumerable<JobPlan> plans)
    {
        foreach (JobPlan plan in plans)
            _ = _state.Submit(Context(), plan, default).Value;
        _state.Dispatch(Context());
        _state.TakeCommit();
    }

    /// <summary>Leases and completes units one after another, a commit every ten whatever the size.</summary>
    public int Run(int pairs)
    {
        for (int pair = 0; pair < pairs; pair++)
        {
            LeaseGranted lease = _state.LeaseNext(Context(), _worker).Value
                ?? throw new InvalidOperationException($"no lease after {pair} of {pairs}");
            _ = _state.Complete(Context(), new LeaseClaim(lease.First, _worker, lease.Token), Success).Value;
            if (pair % PairsPerCommit == PairsPerCommit - 1)
                EndBatch();
        }

        EndBatch();
        return pairs;
    }

    private void EndBatch()
    {
        _state.Expire(Context());
        _state.Dispatch(Context());
        _state.TakeCommit();
    }

    private CommandContext Context() => new(new Principal("bench"), new FarmTime(++_now), (UInt128)(ulong)_now);
}
