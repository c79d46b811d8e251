using System.Diagnostics;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Sync;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Commits;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Time;
using Renderacre.Farm.Units;
using Renderacre.Storage.Sqlite;

namespace Renderacre.Bench.Storage;

/// <summary>
/// Commits as a busy farm makes them: each ends the leases of the one before and gives as many new ones.
/// </summary>
internal static class LeasePairs
{
    private static readonly JobId Job = new(1);
    private static readonly SessionId Session = new(2);
    private static readonly WorkerId Worker = new(3);
    private static readonly Principal By = new("worker:3");
    private static readonly FarmTime At = new(1_700_000_000_000_000);

    private static readonly AttemptResult Result = new(LeaseOutcome.Succeeded, 0, null, null, null, 1_000, []);

    /// <summary>
    /// Pairs a second, and pairs a second of processor time, which other load on the machine changes little.
    /// </summary>
    public static (double ASecond, double ACpuSecond) Measure(string path, int batches, int batchSize)
    {
        var commits = Enumerable.Range(0, batches).Select(batch => Batch(batch, batchSize)).ToList();
        using var store = SqliteFarmStore.Open(path);
        store.Commit(Start((long)batches * batchSize));
        var (watch, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        foreach (var commit in commits)
            store.Commit(commit);
        var pairs = (double)batches * batchSize;
        return (pairs / watch.Elapsed.TotalSeconds, pairs / (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
    }

    private static FarmCommit Start(long units)
    {
        var plan = new JobPlan { Name = "bench", Steps = [new StepPlan { Name = "Render", UnitCount = units }] };
        return new FarmCommit(
            1, 4,
            [
                new JobSubmitted(Job, plan, new byte[100]) { By = By, At = At },
                new SessionOpened(Session, Worker, Job, 0, 0, false) { By = By, At = At },
            ],
            []);
    }

    private static FarmCommit Batch(int batch, int batchSize)
    {
        var events = new List<FarmEvent>();
        for (var place = 0; batch > 0 && place < batchSize; place++)
            events.Add(Ended(((batch - 1) * batchSize) + place));
        for (var place = 0; place < batchSize; place++)
            events.Add(Granted((batch * batchSize) + place));
        var counts = new UnitCounts(1, batchSize, 0, batch * batchSize, 0, 0);
        events.Add(new JobChanged(Job, JobState.Running, false, true, 0, counts, true) { By = By, At = At });
        var block = batch * batchSize / 4096;
        return new FarmCommit(
            2 + batch, 10 + ((batch + 1) * batchSize), events,
            [
                new BitmapNodeRow(Job, 0, UnitBitmapKind.Succeeded, 0, block, new byte[512]),
                new BitmapNodeRow(Job, 0, UnitBitmapKind.Succeeded, 1, 0, new byte[16]),
            ]);
    }

    private static LeaseGranted Granted(int unit) =>
        new(new LeaseId(10 + unit), Session, Worker, new UnitRef(Job, 0, unit), 1, 1, new LeaseToken(1, 2), false)
        {
            By = By,
            At = At,
        };

    private static AttemptEnded Ended(int unit) =>
        new(new LeaseId(10 + unit), new UnitRef(Job, 0, unit), 1, AttemptState.Succeeded, Result, null)
        {
            By = By,
            At = At,
        };
}
