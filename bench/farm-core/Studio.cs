using System.Diagnostics;
using System.Globalization;
using Renderacre.Contracts.Limits;
using Renderacre.Contracts.Sync;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Commits;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.State;
using Renderacre.Farm.Time;
using Renderacre.Farm.Workers;

namespace Renderacre.Bench.FarmCore;

/// <summary>
/// A farm of many jobs and workers: 100 classes, 50 owners, and three of ten jobs parked on a limit that is full, and
/// one of a hundred jobs denied to each worker.
/// </summary>
internal sealed class Studio
{
    private const int ClassCount = 100;
    private const int OwnerCount = 50;
    private const int TasksPerJob = 10_000;
    private const int LimitedPerTen = 3;
    private const int LabelsPerWorker = 50;
    private const int DenialsPerHundred = 100;
    private const int WarmUpPairs = 50_000;
    private const int PairsPerRound = 10_000;
    private const int PairsPerCommit = 100;

    private static readonly AttemptResult Success = new(LeaseOutcome.Succeeded, 0, null, null, null, null, []);

    private static readonly AttemptResult Failure = new(LeaseOutcome.Failed, 1, null, null, null, null, []);

    // Workers fail several jobs here on purpose, and are to go on.
    private readonly FarmState _state = new(new FarmSettings { SickAfter = 0 }, FarmSnapshot.Empty, new FarmTime(1));
    private readonly List<WorkerId> _workers = [];
    private readonly List<JobId> _jobs = [];
    private readonly List<double> _micros = [];
    private long _allocated;
    private int _next;
    private long _now = 1;

    private Studio(int jobs, int workers)
    {
        for (int worker = 0; worker < workers; worker++)
            _workers.Add(_state.Register(Context(), Registration(worker)).Value);
        for (int job = 0; job < jobs; job++)
            _jobs.Add(_state.Submit(Context(), Plan(job), default).Value);
        _ = _state.DefineLimit(Context(), new LimitDefine { Name = "licence", MaxCount = 1 }).Value;
        FillLimit();
        Deny(jobs / DenialsPerHundred);
        EndBatch();
    }

    /// <summary>Measures a tenth and the whole, and each by halves, in turns; writes a table.</summary>
    /// <param name="rounds">Rounds of 10,000 pairs; many for a profiler.</param>
    /// <param name="shape">The place of the only farm to measure, for a profiler; null for all in turns.</param>
    public static void Report(int rounds, int? shape = null)
    {
        Console.WriteLine();
        Console.WriteLine(
            "| jobs × tasks, workers | lease + complete, µs median | p99 | mean | bytes allocated "
            + "| explain, ms median | p99 | collections |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        // The two between show what of the difference comes from jobs, and what from workers.
        (int Jobs, int Workers)[] shapes = [(100, 500), (1_000, 500), (100, 5_000), (1_000, 5_000)];
        Studio[] studios = [.. shapes.Where((_, place) => place == (shape ?? place))
            .Select(each => new Studio(each.Jobs, each.Workers))];
        foreach (Studio studio in studios)
            studio.Run(WarmUpPairs);
        for (int round = 0; round < rounds; round++)
        {
            foreach (Studio studio in studios)
                studio.Measure();
        }

        foreach (Studio studio in studios)
            studio.WriteRow();
    }

    private static WorkerRegistration Registration(int worker)
    {
        IEnumerable<string> apps =
            Enumerable.Range(0, LabelsPerWorker).Select(at => $"app{(worker + at) % ClassCount}");
        Dictionary<string, string> labels = new()
        {
            ["app"] = string.Join(',', apps),
            ["amount.worker.memory"] = "65536",
        };
        return new WorkerRegistration($"w{worker}", labels, 4, null, null, null);
    }

    private static JobPlan Plan(int job) => new()
    {
        Name = $"job {job}",
        Owner = $"owner{job % OwnerCount}",
        Policy = new PlanPolicy { WorkerFailuresMax = 1 },
        Priority = job / 7 % 3,
        Steps =
        [
            new StepPlan
            {
                Name = "Render",
                UnitCount = TasksPerJob,
                Classes =
                [
                    new RequirementSpec
                    {
                        Labels = [new LabelDemand("app", $"app{job * 31 % ClassCount}")],
                        Amounts = [new AmountDemand("amount.worker.memory", 4096 * AmountScale.Factor, null)],
                        Limits = job % 10 < LimitedPerTen ? ["licence"] : [],
                    },
                ],
            },
        ],
    };

    /// <summary>Has workers lease until the limit's only seat is taken.</summary>
    private void FillLimit()
    {
        foreach (WorkerId worker in _workers)
        {
            if (_state.LimitUses()[0].Used > 0)
                return;
            _ = _state.LeaseNext(Context(), worker).Value;
        }
    }

    /// <summary>Has each worker fail some jobs, which are denied to it from then on.</summary>
    private void Deny(int jobsPerWorker)
    {
        foreach (WorkerId worker in _workers)
        {
            for (int job = 0; job < jobsPerWorker && _state.LeaseNext(Context(), worker).Value is { } lease; job++)
                _ = _state.Complete(Context(), new LeaseClaim(lease.First, worker, lease.Token), Failure).Value;
        }
    }

    /// <summary>
    /// The time that explaining a task of an open job takes, in milliseconds: median and the 99th of a hundred, and
    /// how long collections held it up in all.
    /// </summary>
    private string Explain()
    {
        List<JobId> open = [.. _jobs.Where(_state.Holds)];
        _ = ExplainEach(open);
        (int collections, TimeSpan paused) = (GC.CollectionCount(0), GC.GetTotalPauseDuration());
        double[] millis = [.. ExplainEach(open).Order()];
        collections = GC.CollectionCount(0) - collections;
        paused = GC.GetTotalPauseDuration() - paused;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{millis[open.Count / 2]:F2} | {millis[open.Count * 99 / 100]:F2} "
            + $"| {collections} in {millis.Sum():F0} ms, {paused.TotalMilliseconds:F1} ms");
    }

    private List<double> ExplainEach(List<JobId> jobs)
    {
        var millis = new List<double>();
        foreach (JobId job in jobs)
        {
            long start = Stopwatch.GetTimestamp();
            _ = _state.Explain(Context(), new UnitRef(job, 0, TasksPerJob - 1)).Value;
            millis.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return millis;
    }

    private void Measure()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        _micros.AddRange(Run(PairsPerRound));
        _allocated += GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private void WriteRow()
    {
        double[] sorted = [.. _micros.Order()];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {_jobs.Count:N0} × {TasksPerJob:N0}, {_workers.Count:N0} "
            + $"| {sorted[sorted.Length / 2]:F2} | {sorted[sorted.Length * 99 / 100]:F2} | {sorted.Average():F2} "
            + $"| {_allocated / sorted.Length:N0} | {Explain()} |"));
    }

    /// <summary>
    /// Leases and completes, each pair with a look at the clock around it. The farm is told whose turn comes next, as
    /// the controller's writer tells it.
    /// </summary>
    private double[] Run(int pairs)
    {
        double[] micros = new double[pairs];
        for (int pair = 0; pair < pairs; pair++)
        {
            (WorkerId worker, WorkerId next, WorkerId afterNext) = (WorkerAt(0), WorkerAt(1), WorkerAt(2));
            _next++;
            long start = Stopwatch.GetTimestamp();
            _state.Expect(next, afterNext);
            LeaseGranted lease = _state.LeaseNext(Context(), worker).Value
                ?? throw new InvalidOperationException($"no lease for worker {worker.Value}");
            _ = _state.Complete(Context(), new LeaseClaim(lease.First, worker, lease.Token), Success).Value;
            micros[pair] = (Stopwatch.GetTimestamp() - start) * 1e6 / Stopwatch.Frequency;
            if (pair % PairsPerCommit == PairsPerCommit - 1)
                EndBatch();
        }

        return micros;
    }

    /// <summary>The worker that comes after some others.</summary>
    private WorkerId WorkerAt(int ahead) => _workers[(_next + ahead) * 7 % _workers.Count];

    private void EndBatch()
    {
        _state.Expire(Context());
        _state.Dispatch(Context());
        _state.TakeCommit();
    }

    private CommandContext Context() => new(new Principal("bench"), new FarmTime(_now += 10), (UInt128)(ulong)_now);
}
