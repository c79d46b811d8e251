using System.Diagnostics;
using System.Globalization;
using Renderacre.Contracts.Sync;

namespace Renderacre.Bench.FarmEdge;

/// <summary>From a submission to an idle worker whose task is on record as started, over its held sync.</summary>
internal static class IdleWorker
{
    private const int Jobs = 500;

    public static async Task ReportAsync(string program)
    {
        using ServerProcess controller = ServerProcess.Controller(program);
        using RawConnection submitter = await RawConnection.OpenAsync(controller.Address);
        using SyncPuppet worker = await SyncPuppet.StartAsync(controller.Address, 1);
        await worker.SyncAsync([], hold: false);
        var given = new List<double>();
        var started = new List<double>();
        for (int job = 0; job < Jobs; job++)
        {
            Task<SyncResponse> held = worker.SyncAsync([], hold: true);
            await Task.Delay(2);
            long start = Stopwatch.GetTimestamp();
            Task submission = submitter.SubmitAsync(1);
            SyncResponse news = await held;
            given.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            LeaseAssignment lease = news.Leases.Single();
            await worker.SyncAsync([worker.Started(lease)], hold: false);
            started.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await submission;
            await EndAsync(worker, lease);
        }
        Console.WriteLine();
        Console.WriteLine("| from a submission to an idle worker | p50, ms | p99, ms |");
        Console.WriteLine("| --- | --- | --- |");
        Report("it has the task", given);
        Report("the task is started, on record", started);
    }

    private static async Task EndAsync(SyncPuppet worker, LeaseAssignment lease)
    {
        SyncResponse answer = await worker.SyncAsync([worker.Completed(lease)], hold: false);
        while (answer.EndSessions.Count == 0)
            answer = await worker.SyncAsync([], hold: true);
        await worker.SyncAsync([.. answer.EndSessions.Select(worker.Ended)], hold: false);
    }

    private static void Report(string name, List<double> times)
    {
        double[] sorted = [.. times.Skip(Jobs / 10).Order()];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {sorted[sorted.Length / 2]:F2} | {sorted[(int)(sorted.Length * 0.99)]:F2} |"));
    }
}
