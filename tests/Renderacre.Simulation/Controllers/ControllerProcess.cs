using Microsoft.Extensions.Logging.Abstractions;
using Renderacre.Contracts.Sync;
using Renderacre.Controller.Documents;
using Renderacre.Controller.Jobs;
using Renderacre.Controller.Limits;
using Renderacre.Controller.Logs;
using Renderacre.Controller.Reading;
using Renderacre.Controller.Stats;
using Renderacre.Controller.Syncing;
using Renderacre.Controller.Tasks;
using Renderacre.Controller.Workers;
using Renderacre.Controller.Writing;
using Renderacre.Farm.State;
using Renderacre.Simulation.Randomness;
using Renderacre.Storage.Stores;

namespace Renderacre.Simulation.Controllers;

/// <summary>
/// One life of the controller: its own parts, put together as its host does, without HTTP around and without the
/// writer's thread. What it holds is gone when it is let go of.
/// </summary>
internal sealed class ControllerProcess : IDisposable
{
    private readonly FarmKeeper _keeper;
    private readonly JobRemoval _removal;

    /// <summary>Puts one together.</summary>
    public ControllerProcess(IFarmStore store, FarmSettings settings, TimeProvider time, SimulationRandom random)
    {
        TimeSpan hold = settings.LeaseTime / 3;
        var held = new HeldSyncs(hold);
        var contacts = new WorkerContacts();
        var clock = new FarmClock(time);
        Signal = new CommitSignal();
        _keeper = new FarmKeeper(
            store, settings, held, contacts, new WriterHealth(), Signal, new FarmCounters(),
            new EntropyPool(random.Fill), clock, NullLogger<FarmKeeper>.Instance);
        Writer = new FarmWriter(_keeper, held, time);
        var reading = new FarmReading(
            store.OpenReader(), new JobWorkCache(JobWorkCache.BytesMaxDefault), contacts, settings);
        TaskAnswers = new TaskAnswers(reading);
        JobAnswers = new JobAnswers(reading, TaskAnswers);
        Limits = new LimitAnswers(reading);
        var book = new FarmLogBook(new NoFarmLog(), time, NullLogger<FarmLogBook>.Instance);
        _removal = new JobRemoval(reading, Writer, new NoLogStore(), time, NullLogger<JobRemoval>.Instance);
        Jobs = new JobCommands(Writer, reading, JobAnswers, book, _removal, NullLogger<JobCommands>.Instance);
        Tasks = new TaskCommands(Writer, TaskAnswers, NullLogger<TaskCommands>.Instance);
        Workers = new WorkerCommands(
            Writer, new WorkerAnswers(reading), TaskAnswers, book, NullLogger<WorkerCommands>.Instance);
        Syncs = new SyncCommands(
            Writer, new SyncAnswers(reading, new SyncSettings(settings.LeaseTime.TotalSeconds, hold.TotalSeconds)));
    }

    public CommitSignal Signal { get; }

    public FarmWriter Writer { get; }

    public JobCommands Jobs { get; }

    public JobAnswers JobAnswers { get; }

    public TaskCommands Tasks { get; }

    public TaskAnswers TaskAnswers { get; }

    public WorkerCommands Workers { get; }

    public SyncCommands Syncs { get; }

    public LimitAnswers Limits { get; }

    /// <summary>The rules in memory, or null while they are to be built again.</summary>
    public FarmState? Farm => _keeper.Farm;

    /// <summary>How long until it has to turn by itself, or null.</summary>
    public TimeSpan? NextTurn => _keeper.NextTurn;

    /// <summary>Loads the farm.</summary>
    public void Open() => _keeper.Open();

    /// <summary>Lets go of what outlives no process anyway.</summary>
    public void Dispose() => _removal.Dispose();

    /// <summary>Removes a part of what deleted jobs left.</summary>
    public Task<bool> RemoveNextAsync() => _removal.RemoveNextAsync(CancellationToken.None);
}
