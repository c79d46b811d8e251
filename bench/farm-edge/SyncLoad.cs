using System.Diagnostics;
using System.Globalization;
using Renderacre.Contracts.Sync;

namespace Renderacre.Bench.FarmEdge;

/// <summary>Tasks through lease and completion by workers that report twenty at a time.</summary>
internal static class SyncLoad
{
    private const int Batch = 20;
    private const int Rounds = 3;
    private const long Units = 50_000_000;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    public static async Task ReportAsync(string program)
    {
        Console.WriteLine();
        Console.WriteLine(
            "| workers, 20 completions a sync | tasks a second | sync p50, ms | p99, ms | processor a task, us |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        foreach (int workers in new[] { 4, 16, 64 })
        {
            using ServerProcess controller = ServerProcess.Controller(program);
            using (RawConnection connection = await RawConnection.OpenAsync(controller.Address))
                await connection.SubmitAsync(Units);
            var rates = new List<double>();
            var costs = new List<double>();
            Timing? last = null;
            for (int round = 0; round <= Rounds; round++)
            {
                long tasks = 0;
                long start = Stopwatch.GetTimestamp();
                TimeSpan before = controller.ProcessorTime;
                last = await Measure.RunAsync(workers, Duration, async (_, clock) =>
                    Interlocked.Add(ref tasks, await WorkAsync(controller, clock)));
                rates.Add(tasks / Stopwatch.GetElapsedTime(start).TotalSeconds);
                costs.Add((controller.ProcessorTime - before).TotalMicroseconds / tasks);
            }
            double rate = rates.Skip(1).Order().ElementAt(Rounds / 2);
            double cost = costs.Skip(1).Order().ElementAt(Rounds / 2);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {workers} | {rate:N0} | {last!.Quantile(0.5):F2} | {last.Quantile(0.99):F2} | {cost:F0} |"));
        }
    }

    private static async Task<long> WorkAsync(ServerProcess controller, Clock clock)
    {
        using SyncPuppet worker = await SyncPuppet.StartAsync(controller.Address, Batch / 2);
        long done = 0;
        // A farm gives more leases ahead than one sync reports; the rest wait for the next.
        var ended = new Queue<SyncReport>();
        while (clock.Running)
        {
            SyncReport[] reports = [.. Enumerable.Range(0, Math.Min(Batch, ended.Count)).Select(_ => ended.Dequeue())];
            SyncResponse answer = await clock.TimeAsync(() => worker.SyncAsync(reports, hold: false));
            done += reports.Count(report => report is LeaseCompleted);
            foreach (LeaseAssignment lease in answer.Leases)
                ended.Enqueue(worker.Completed(lease));
            foreach (Guid session in answer.EndSessions)
                ended.Enqueue(worker.Ended(session));
        }
        return done;
    }
}
