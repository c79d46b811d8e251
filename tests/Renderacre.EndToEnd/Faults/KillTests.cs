using Renderacre.EndToEnd.Farms;

namespace Renderacre.EndToEnd.Faults;

/// <summary>What holds when processes are killed at any moment while jobs are submitted and run.</summary>
public sealed class KillTests
{
    [Fact]
    public async Task Nothing_acknowledged_is_lost_whoever_is_killed()
    {
        await FaultRun.EachAsync(async random =>
        {
            await using var farm = new TempFarm(leaseSeconds: 3);
            var victims = new Victims(farm, "one", "two");
            await victims.StartAsync();
            var load = await PlayAsync(farm, random, failures: true, () => victims.KillAnyAsync(random));
            await load.CheckAsync(startsUnheard: victims.WorkersKilled);
        });
    }

    [Fact]
    public async Task While_only_the_controller_is_killed_every_task_runs_exactly_once()
    {
        await FaultRun.EachAsync(async random =>
        {
            await using var farm = new TempFarm(leaseSeconds: 30);
            var victims = new Victims(farm, "one", "two");
            await victims.StartAsync();
            var load = await PlayAsync(
                farm, random, failures: false,
                () => victims.KillControllerAsync(TimeSpan.FromMilliseconds(random.Next(1000))));
            await load.CheckAsync(startsUnheard: 0);
            await load.CheckEachRanOnceAsync();
        });
    }

    private static async Task<FaultLoad> PlayAsync(
        TempFarm farm, Random random, bool failures, Func<Task> strike)
    {
        // The load has numbers of its own: how often it gets to run is not for the seed to say.
        var load = new FaultLoad(farm, new Random(random.Next()), failures);
        using var stop = new CancellationTokenSource();
        await load.SubmitAsync();
        var running = load.RunAsync(stop.Token);
        for (var strikes = random.Next(1, 4); strikes > 0; strikes--)
        {
            await Task.Delay(random.Next(800), TestContext.Current.CancellationToken);
            await strike();
        }

        await stop.CancelAsync();
        await running;
        Assert.True(load.Acknowledged > 0, "no job was acknowledged, so that nothing was tried");
        return load;
    }
}
