using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Renderacre.Controller.Hosting;
using Renderacre.Controller.Jobs;
using Renderacre.Controller.Limits;
using Renderacre.Controller.Syncing;
using Renderacre.Controller.Tasks;
using Renderacre.Controller.Workers;
using Renderacre.Controller.Writing;
using Renderacre.Farm.State;
using Renderacre.Farm.Time;
using Renderacre.Simulation.Randomness;
using Renderacre.Storage.Stores;

namespace Renderacre.Simulation.Controllers;

/// <summary>
/// One life of the controller: its own parts, put together as its host does, without HTTP around and without the
/// writer's thread. What it holds is gone when it is let go of.
/// </summary>
internal sealed class ControllerProcess
{
    private readonly ServiceProvider _parts;
    private readonly FarmKeeper _keeper;

    /// <summary>Puts one together.</summary>
    public ControllerProcess(IFarmStore store, FarmSettings settings, TimeProvider time, SimulationRandom random)
    {
        var services = new ServiceCollection();
        var storage = new StorageSetup(store, new NoLogStore(), new NoFarmLog(), null);
        Services.AddFarm(services, settings, storage, time);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton(new EntropyPool(random.Fill));
        _parts = services.BuildServiceProvider();
        _keeper = _parts.GetRequiredService<FarmKeeper>();
        Writer = _parts.GetRequiredService<FarmWriter>();
    }

    public FarmWriter Writer { get; }

    public JobCommands Jobs => _parts.GetRequiredService<JobCommands>();

    public JobAnswers JobAnswers => _parts.GetRequiredService<JobAnswers>();

    public TaskCommands Tasks => _parts.GetRequiredService<TaskCommands>();

    public WorkerCommands Workers => _parts.GetRequiredService<WorkerCommands>();

    public WorkerTending Tending => _parts.GetRequiredService<WorkerTending>();

    public SyncCommands Syncs => _parts.GetRequiredService<SyncCommands>();

    public LimitAnswers Limits => _parts.GetRequiredService<LimitAnswers>();

    /// <summary>The rules in memory, or null while they are to be built again.</summary>
    public FarmState? Farm => _keeper.Farm;

    /// <summary>The farm's time.</summary>
    public FarmTime Now => _parts.GetRequiredService<FarmClock>().Now;

    /// <summary>How long until it has to turn by itself, or null.</summary>
    public TimeSpan? NextTurn => _keeper.NextTurn;

    /// <summary>Loads the farm.</summary>
    public void Open() => _keeper.Open();

    /// <summary>Removes a part of what deleted jobs left.</summary>
    public Task<bool> RemoveNextAsync() =>
        _parts.GetRequiredService<JobRemoval>().RemoveNextAsync(CancellationToken.None);
}
