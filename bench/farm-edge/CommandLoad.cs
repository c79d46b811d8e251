using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Renderacre.Bench.FarmEdge;

/// <summary>Single durable commands, lease and complete, against both yardsticks.</summary>
internal static class CommandLoad
{
    private const int Rounds = 3;
    private const long Units = 50_000_000;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(3);

    public static async Task ReportAsync(string program)
    {
        Console.WriteLine(
            "| connections | endpoint | commands a second | p50, ms | p99, ms | to the row writer | processor, us |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        using ServerProcess plain = ServerProcess.Yardstick("plain");
        using ServerProcess row = ServerProcess.Yardstick("row");
        using ServerProcess controller = ServerProcess.Controller(program);
        using (RawConnection connection = await RawConnection.OpenAsync(controller.Address))
            await connection.SubmitAsync(Units);
        foreach (int connections in new[] { 32, 256 })
        {
            List<Timing> plains = [], rows = [], farms = [];
            for (int round = 0; round <= Rounds; round++)
            {
                plains.Add(await plain.CountAsync(() => EchoAsync(plain, connections)));
                rows.Add(await row.CountAsync(() => EchoAsync(row, connections)));
                farms.Add(await controller.CountAsync(() => LeaseAsync(controller, connections)));
            }
            Timing yardstick = Median(rows);
            foreach ((string name, Timing timing) in new[]
                { ("plain Kestrel", Median(plains)), ("row writer", yardstick), ("lease, complete", Median(farms)) })
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {connections} | {name} | {timing.PerSecond:N0} | {timing.Quantile(0.5):F2} | "
                    + $"{timing.Quantile(0.99):F2} | {timing.PerSecond / yardstick.PerSecond:F2} | "
                    + $"{timing.ProcessorMicroseconds:F0} |"));
            }
        }
    }

    // The first round warms up.
    private static Timing Median(List<Timing> rounds) =>
        rounds.Skip(1).OrderBy(timing => timing.PerSecond).ElementAt(Rounds / 2);

    private static Task<Timing> EchoAsync(ServerProcess server, int connections)
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(
            new Echo(Guid.NewGuid(), Guid.NewGuid().ToString("N"), 0), EchoJson.Default.Echo);
        return Measure.RunAsync(connections, Duration, async (_, clock) =>
        {
            using RawConnection connection = await RawConnection.OpenAsync(server.Address);
            while (clock.Running)
                await clock.TimeAsync(() => connection.SendAsync("POST", "/command", body));
        });
    }

    private static Task<Timing> LeaseAsync(ServerProcess controller, int connections) =>
        Measure.RunAsync(connections, Duration, async (_, clock) =>
        {
            using RawConnection connection = await RawConnection.OpenAsync(controller.Address);
            Guid worker = await connection.RegisterAsync(1);
            string lease = $"/v1/workers/{worker}/lease";
            while (clock.Running)
            {
                ReadOnlyMemory<byte> leased =
                    await clock.TimeAsync(() => connection.SendAsync("POST", lease, default));
                string task = Field(leased, "\"task\":{\"id\":\""u8, 36);
                string token = Field(leased, "\"lease_token\":\""u8, 32);
                byte[] complete = Encoding.UTF8.GetBytes(
                    $$"""{"worker_id":"{{worker}}","lease_token":"{{token}}","exit_code":0}""");
                await clock.TimeAsync(() => connection.SendAsync("POST", $"/v1/tasks/{task}/complete", complete));
            }
        });

    private static string Field(ReadOnlyMemory<byte> json, ReadOnlySpan<byte> before, int length)
    {
        int at = json.Span.IndexOf(before);
        return at < 0
            ? throw new InvalidOperationException($"no lease came back: {Encoding.UTF8.GetString(json.Span)}")
            : Encoding.ASCII.GetString(json.Span.Slice(at + before.Length, length));
    }
}
