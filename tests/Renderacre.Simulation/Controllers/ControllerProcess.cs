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
    private readonly FarmClock _clock;

    /// <summary>
    /// Puts one together. Each part is asked for once: a container compiles what it is asked for again, which costs
    /// more than the short life of one that is killed.
    /// </summary>
    public ControllerProcess(IFarmStore store, FarmSettings settings, TimeProvider time, SimulationRandom random)
    {
        var services = new ServiceCollection();
        var storage = new StorageSetup(store, new NoLogStore(), new NoFarmLog(), null);
        Services.AddFarm(services, settings, storage, time);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton(new EntropyPool(random.Fill));
        _parts = services.BuildServiceProvider();
        _clock = _parts.GetRequiredService<FarmClock>();
        _keeper = _parts.GetRequiredService<FarmKeeper>();
        Writer = _parts.GetRequiredService<FarmWriter>();
        Limits = _parts.GetRequiredService<LimitAnswers>();
        Syncs = _parts.GetRequiredService<SyncCommands>();
        Tending = _parts.GetRequiredService<WorkerTending>();
        Workers = _parts.GetRequiredService<WorkerCommands>();
        Tasks = _parts.GetRequiredService<TaskCommands>();
        JobAnswers = _parts.GetRequiredService<JobAnswers>();
        Jobs = _parts.GetRequiredService<JobCommands>();
        Edits = _parts.GetRequiredService<JobEdits>();
    }

    public FarmWriter Writer { get; }

    public JobCommands Jobs { get; }

    public JobAnswers JobAnswers { get; }

    public JobEdits Edits { get; }

    public TaskCommands Tasks { get; }

    public WorkerCommands Workers { get; }

    public WorkerTending Tending { get; }

    public SyncCommands Syncs { get; }

    public LimitAnswers Limits { get; }

    /// <summary>The rules in memory, or null while they are to be built again.</summary>
    public FarmState? Farm => _keeper.Farm;

    /// <summary>The farm's time.</summary>
    public FarmTime Now => _clock.Now;

    /// <summary>How long until it has to turn by itself, or null.</summary>
    public TimeSpan? NextTurn => _keeper.NextTurn;

    /// <summary>Loads the farm.</summary>
    public void Open() => _keeper.Open();

    /// <summary>Removes a part of what deleted jobs left.</summary>
    public Task<bool> RemoveNextAsync() =>
        _parts.GetRequiredService<JobRemoval>().RemoveNextAsync(CancellationToken.None);
}
