using Renderacre.EndToEnd.Farms;

namespace Renderacre.EndToEnd.Faults;

/// <summary>A controller and workers that are killed and started again.</summary>
/// <param name="farm">Their farm.</param>
/// <param name="workers">The workers' names.</param>
internal sealed class Victims(TempFarm farm, params string[] workers)
{
    private readonly Dictionary<string, FarmProcess> _workers = [];
    private FarmProcess? _controller;

    /// <summary>How many workers have been killed, each as often as it was.</summary>
    public int WorkersKilled { get; private set; }

    /// <summary>Starts all of them.</summary>
    public async Task StartAsync()
    {
        Directory.CreateDirectory(farm.PathOf("runs"));
        _controller = await farm.StartControllerAsync();
        foreach (var name in workers)
            _workers[name] = await farm.StartWorkerAsync(name);
    }

    /// <summary>Kills the controller, and starts it again after a while.</summary>
    public async Task KillControllerAsync(TimeSpan away)
    {
        if (_controller is not null)
            await _controller.KillAsync();
        await Task.Delay(away, TestContext.Current.CancellationToken);
        _controller = await farm.StartControllerAsync();
    }

    /// <summary>Kills what chance picks, one or several of them, and starts all again after a while.</summary>
    public async Task KillAnyAsync(Random random)
    {
        var away = TimeSpan.FromMilliseconds(random.Next(1000));
        var controller = random.Next(2) == 0;
        var struck = workers.Where(_ => random.Next(2) == 0).ToList();
        if (controller && _controller is not null)
            await _controller.KillAsync();
        foreach (var name in struck)
            await KillWorkerAsync(name, wholeMachine: random.Next(2) == 0);
        await Task.Delay(away, TestContext.Current.CancellationToken);
        if (controller)
            _controller = await farm.StartControllerAsync();
        foreach (var name in struck)
            _workers[name] = await farm.StartWorkerAsync(name);
    }

    private async Task KillWorkerAsync(string name, bool wholeMachine)
    {
        WorkersKilled++;
        if (wholeMachine)
            await farm.KillWorkerMachineAsync(name);
        else
            await _workers[name].KillAsync();
    }
}
