using Renderacre.Controller.Ids;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.State;
using Renderacre.Simulation.Checkers;
using Renderacre.Simulation.Coverage;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.People;
using Renderacre.Simulation.Randomness;
using Renderacre.Simulation.Storage;
using Renderacre.Simulation.Time;
using Renderacre.Simulation.Traces;
using Renderacre.Simulation.Workers;

namespace Renderacre.Simulation.Farms;

/// <summary>A whole farm from one seed: a controller with its storage, workers, people, and what goes wrong.</summary>
internal sealed partial class SimulatedFarm : IDisposable
{
    /// <summary>After how many steps of a healed farm somebody goes through it once more.</summary>
    private const int HelpEvery = 256;

    private readonly List<IWorkerModel> _workers = [];
    private readonly Crowd _crowd;
    private readonly FarmStoreFile _file;
    private bool _healed;
    private long _healedSteps;

    /// <summary>Builds one.</summary>
    public SimulatedFarm(ulong seed, Func<SimulationRandom, FarmShape> shape)
    {
        Random = new SimulationRandom(seed);
        Shape = shape(Random);
        Settings = new FarmSettings
        {
            LeaseTime = Shape.LeaseTime,
            LeasesAhead = Shape.LeasesAhead,
            SickAfter = (int)(seed % 4),
            SickPause = Shape.LeaseTime,
            ReserveAfter = Shape.LeaseTime,
            IdleShutDown = seed % 3 == 1 ? Shape.LeaseTime : null,
            Wakes = seed % 3 == 1,
            WakePause = Shape.LeaseTime,
            ShareBetween = Shape.ShareBetween,
            ShareHalfLife = Shape.ShareHalfLife,
        };
        Agenda = new Agenda(new SimulatedTime());
        Expiry = new ExpiryChecker(Agenda, Shape.LeaseTime);
        Ledger = new Ledger(
        [
            new HistoryChecker(), new LiveLeaseChecker(), new DependencyChecker(), new CapacityChecker(),
            new LimitChecker(),
            new OrderChecker(), new CareChecker(Settings.WakePause), new AttemptChecker(), new ReportChecker(), Expiry,
            new OwnershipChecker(worker => $"worker:{worker.ToGuid()}"), new CounterChecker(), new PolicyChecker(),
        ], new ShareBook(Shape.ShareBetween, Shape.ShareHalfLife), Note);
        _file = new FarmStoreFile(Shape.RealFile);
        Store = NewStore();
        _crowd = new Crowd(this);
        Runs = new RunChecker(this);
    }

    public SimulationRandom Random { get; }

    public FarmShape Shape { get; }

    public FarmSettings Settings { get; }

    public Agenda Agenda { get; }

    public Ledger Ledger { get; }

    public ExpiryChecker Expiry { get; }

    public RunChecker Runs { get; }

    /// <summary>Every process of a worker that has registered.</summary>
    public HashSet<(WorkerId Worker, Guid Incarnation)> Processes { get; } = [];

    public Tally Tally { get; } = new();

    public Trace Trace { get; } = new();

    /// <summary>Whether nothing goes wrong any more.</summary>
    public bool Healed => _healed;

    private FaultStore Store { get; set; }

    /// <summary>Runs it until its commands are used up, heals it, and sees that everything ends.</summary>
    /// <exception cref="Violation">A promise was broken.</exception>
    public void Run()
    {
        SynchronizationContext? before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(_pump);
        try
        {
            StartController();
            Populate();
            while (Tally.Commands < Shape.Commands && Agenda.Step(TimeSpan.MaxValue))
            {
                // Until the commands are used up.
            }

            Heal();
            Tally.Farms++;
            Tally.Time = Agenda.Now;
            Tally.Commits += Store.Commits;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    public void Dispose() => _file.Dispose();

    private void Note(FarmEvent happened)
    {
        Trace.Add(Agenda.Now, "durable:", happened);
        if (happened is WorkerRegistered { Row.Incarnation: { } incarnation } registered)
            Processes.Add((registered.Worker, incarnation));
        if (happened is WorkerTended { Action: WorkerAction.ShutDown or WorkerAction.Woken } order)
            Switch(order);
    }

    /// <summary>Does what the farm wants of a machine, as hooks do; now and then that comes to nothing.</summary>
    private void Switch(WorkerTended order)
    {
        bool on = order.Action == WorkerAction.Woken;
        Tally.Pair("power", "times", on ? "woken" : "shut down");
        if (!_healed && Random.Chance(0.15))
            return;
        IWorkerModel machine = _workers.Single(each => each.Name == order.Row.Name);
        // To come up takes longer than from one look of the farm to the next.
        TimeSpan wait = Random.Wait(TimeSpan.FromSeconds(on ? 60 : 5));
        Agenda.After(wait, on ? machine.Wake : machine.ShutDown);
    }

    private void Populate()
    {
        for (int number = 0; number < Shape.SyncWorkers; number++)
            _workers.Add(new SyncMachine(this, number));
        for (int number = 0; number < Shape.PollWorkers; number++)
            _workers.Add(new PollWorker(this, number));
        for (int number = 0; number < Shape.Liars; number++)
            _workers.Add(new Liar(this, number));
        foreach (IWorkerModel worker in _workers)
            Agenda.After(Random.Wait(TimeSpan.FromSeconds(1)), worker.Start);
        _crowd.Start();
        Agenda.After(Random.Wait(TimeSpan.FromSeconds(30)), SetClock);
    }

    /// <summary>From here on nothing goes wrong: everything has to come to its end.</summary>
    private void Heal()
    {
        _healed = true;
        Agenda.Time.WallOff = TimeSpan.Zero;
        if (Controller is null)
            StartController();
        foreach (IWorkerModel worker in _workers)
            worker.Heal();
        _crowd.Heal();
        TimeSpan deadline = Agenda.Now + TimeSpan.FromMinutes(10) + Shape.LeaseTime * 10;
        while (!LivenessChecker.IsQuiet(Ledger) && Agenda.Step(deadline))
            KeepStopped();
        LivenessChecker.Check(this);
        CheckRecovery();
    }

    private void KeepStopped()
    {
        // Whoever helped last is waited for: else hundreds of held workers have ever more done for them at once.
        if (++_healedSteps % HelpEvery == 0 && !PeopleWait())
            _crowd.Help();
    }

    private void SetClock()
    {
        if (_healed)
            return;
        bool forward = Random.Chance(0.5);
        Tally.Fault(forward ? FaultKind.ClockSetForward : FaultKind.ClockSetBack);
        TimeSpan jump = Random.Wait(TimeSpan.FromSeconds(Random.Pick<int>([1, 100, 5000])));
        Agenda.Time.WallOff += forward ? jump : -jump;
        Trace.Add(Agenda.Now, "clock set", jump, "controller");
        Agenda.After(Random.Wait(TimeSpan.FromSeconds(10)), SetClock);
    }
}
