using System.Diagnostics;
using System.Globalization;
using Renderacre.Contracts.Sync;

namespace Renderacre.Bench.FarmEdge;

/// <summary>Many workers that wait, and a job that has a task for each of them.</summary>
internal static class Crowd
{
    private const int Workers = 5000;
    private const int Rounds = 5;

    public static async Task ReportAsync(string program)
    {
        using ServerProcess controller = ServerProcess.Controller(program);
        using RawConnection submitter = await RawConnection.OpenAsync(controller.Address);
        SyncPuppet[] workers = new SyncPuppet[Workers];
        for (int place = 0; place < Workers; place++)
        {
            workers[place] = await SyncPuppet.StartAsync(controller.Address, 1);
            await workers[place].SyncAsync([], hold: false);
        }
        Console.WriteLine();
        Console.WriteLine($"| {Workers} waiting workers, from the submission on | ms |");
        Console.WriteLine("| --- | --- |");
        for (int round = 0; round < Rounds; round++)
            await RoundAsync(submitter, workers);
        foreach (SyncPuppet worker in workers)
            worker.Dispose();
    }

    private static async Task RoundAsync(RawConnection submitter, SyncPuppet[] workers)
    {
        Task<SyncResponse>[] held = [.. workers.Select(worker => worker.SyncAsync([], hold: true))];
        await Task.Delay(1000);
        long start = Stopwatch.GetTimestamp();
        Task submission = submitter.SubmitAsync(Workers);
        SyncResponse[] answers = await Task.WhenAll(held);
        double all = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        await submission;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| all have a task | {all:F0} |"));
        await Task.WhenAll(workers.Zip(answers).Select(pair => EndAsync(pair.First, pair.Second)));
    }

    private static async Task EndAsync(SyncPuppet worker, SyncResponse answer)
    {
        answer = await worker.SyncAsync([.. answer.Leases.Select(worker.Completed)], hold: false);
        while (answer.EndSessions.Count == 0)
            answer = await worker.SyncAsync([], hold: true);
        await worker.SyncAsync([.. answer.EndSessions.Select(worker.Ended)], hold: false);
    }
}
