using System.Diagnostics;
using System.Globalization;
using Renderacre.Contracts.Logs;
using Renderacre.Contracts.Sync;

namespace Renderacre.Bench.FarmEdge;

/// <summary>Log bytes put to attempts' logs, each put flushed before it is acknowledged.</summary>
internal static class LogLoad
{
    private const long BytesEach = 256L << 20;

    public static async Task ReportAsync(string program)
    {
        Console.WriteLine();
        Console.WriteLine("| writers, 1 MiB a put | MB a second | to a plain file, flushed so | peak memory, MB |");
        Console.WriteLine("| --- | --- | --- | --- |");
        foreach (int writers in new[] { 1, 2, 4 })
        {
            using ServerProcess controller = ServerProcess.Controller(program);
            (SyncPuppet Worker, LeaseAssignment Lease)[] tasks = await LeaseAsync(controller, writers);
            long start = Stopwatch.GetTimestamp();
            await Task.WhenAll(tasks.Select(task => Task.Run(() => WriteAsync(controller, task.Lease, writers))));
            foreach ((SyncPuppet worker, LeaseAssignment _) in tasks)
                worker.Dispose();
            double rate = BytesEach / 1e6 / Stopwatch.GetElapsedTime(start).TotalSeconds;
            double plain = PlainFile();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {writers} | {rate:N0} | {rate / plain:F2} | {controller.PeakBytes / 1e6:N0} |"));
        }
    }

    // A task and a worker at a time, or the first worker had them all and would be asked for them while it writes.
    private static async Task<(SyncPuppet Worker, LeaseAssignment Lease)[]> LeaseAsync(
        ServerProcess controller, int writers)
    {
        using RawConnection connection = await RawConnection.OpenAsync(controller.Address);
        var tasks = new (SyncPuppet Worker, LeaseAssignment Lease)[writers];
        for (int writer = 0; writer < writers; writer++)
        {
            SyncPuppet worker = await SyncPuppet.StartAsync(controller.Address, 1);
            await connection.SubmitAsync(1);
            SyncResponse news = await worker.SyncAsync([], hold: false);
            while (news.Leases.Count == 0)
                news = await worker.SyncAsync([], hold: true);
            tasks[writer] = (worker, news.Leases[0]);
        }
        return tasks;
    }

    private static async Task WriteAsync(ServerProcess controller, LeaseAssignment lease, int writers)
    {
        using RawConnection connection = await RawConnection.OpenAsync(controller.Address);
        byte[] bytes = new byte[SyncProtocol.LogBytesMax];
        Array.Fill(bytes, (byte)'x');
        string headers = $"{LogHeaders.LeaseToken}: {lease.Token}\r\n";
        for (long offset = 0; offset < BytesEach / writers; offset += bytes.Length)
        {
            string path = string.Create(CultureInfo.InvariantCulture,
                $"/v1/tasks/{lease.TaskId}/attempts/{lease.AttemptId}/log?offset={offset}");
            await connection.SendAsync("PUT", path, bytes, headers);
        }
    }

    private static double PlainFile()
    {
        string path = Path.GetTempFileName();
        byte[] bytes = new byte[SyncProtocol.LogBytesMax];
        long start = Stopwatch.GetTimestamp();
        using (Microsoft.Win32.SafeHandles.SafeFileHandle file = File.OpenHandle(
            path, FileMode.Create, FileAccess.Write))
        {
            for (long offset = 0; offset < BytesEach; offset += bytes.Length)
            {
                RandomAccess.Write(file, bytes, offset);
                RandomAccess.FlushToDisk(file);
            }
        }
        double rate = BytesEach / 1e6 / Stopwatch.GetElapsedTime(start).TotalSeconds;
        File.Delete(path);
        return rate;
    }
}
