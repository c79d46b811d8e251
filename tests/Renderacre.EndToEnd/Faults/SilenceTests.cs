using Renderacre.Contracts.Jobs;
using Renderacre.EndToEnd.Farms;

namespace Renderacre.EndToEnd.Faults;

/// <summary>What <c>--on-silence stop</c> promises: no two processes of one task at the same time, wherever.</summary>
public sealed class SilenceTests
{
    private const int LeaseSeconds = 6;
    private const int Tasks = 4;
    private const int MaxRetries = 20;

    [Fact]
    public async Task No_two_processes_of_a_task_overlap_when_the_controller_falls_silent()
    {
        await FaultRun.EachAsync(async random =>
        {
            await using var farm = new TempFarm(LeaseSeconds);
            var controller = await farm.StartControllerAsync();
            foreach (var name in (string[])["one", "two"])
                await farm.StartWorkerAsync(name, 2, "--on-silence", "stop");
            var job = await farm.SubmitAsync(
                MaxRetries, [.. Enumerable.Range(0, Tasks)
                    .Select(task => ($"task{task}", Script(task), Array.Empty<string>()))]);

            for (var silences = random.Next(1, 3); silences > 0; silences--)
                await FallSilentAsync(controller, random);

            Assert.Equal(JobState.Succeeded, (await farm.EndedAsync(job.Id)).State);
            Assert.Empty(farm.Lines("overlaps"));
            Assert.True(farm.Lines("runs").Count >= Tasks, "not every task has run");
        });
    }

    // Every process below the task inherits the lock, so that it is free only when the last of them has ended.
    private static string Script(int task) => $"exec 9>> lock.{task}; flock -n 9 || echo {task} >> overlaps; "
        + "echo run >> runs; (sleep 2; true) & sleep 3; wait";

    // Silent for less than a lease, for about as long, or for longer.
    private static async Task FallSilentAsync(FarmProcess controller, Random random)
    {
        var token = TestContext.Current.CancellationToken;
        await Task.Delay(random.Next(3000), token);
        PosixSignals.Send(controller.Id, PosixSignals.Stop);
        try
        {
            await Task.Delay(random.Next(LeaseSeconds * 1500), token);
        }
        finally
        {
            PosixSignals.Send(controller.Id, PosixSignals.Continue);
        }
    }
}
