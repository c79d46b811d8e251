using Renderacre.Contracts.Workers;
using Renderacre.Simulation.Coverage;
using Renderacre.Simulation.Farms;

namespace Renderacre.Simulation.Workers;

/// <summary>A machine with a worker that syncs, as the real one does: process, session hosts, disk.</summary>
internal sealed partial class SyncMachine : IWorkerModel
{
    /// <summary>How long tasks take where nothing goes wrong any more.</summary>
    public static readonly TimeSpan HealedTaskTime = TimeSpan.FromMilliseconds(50);

    private readonly SimulatedFarm _farm;
    private readonly int _slots;
    private readonly Dictionary<string, string> _labels;
    private readonly GpuDevice[]? _gpus;
    private readonly List<SimulatedSession> _sessions = [];
    private Guid? _id;
    private TimeSpan _diskFullUntil;
    private readonly bool _stopsOnSilence;
    private double _slowness = 1;

    public SyncMachine(SimulatedFarm farm, int number)
    {
        _farm = farm;
        Name = $"sync{number}";
        _slots = farm.Random.Chance(0.6) ? 1 : farm.Random.Between(2, 6);
        _labels = HostLabels.Make(farm.Random, _slots);
        HostLabels.MayManagePower(farm, _labels);
        _gpus = HostLabels.Gpus(farm.Random, _labels);
        _stopsOnSilence = farm.Random.Chance(0.4);
    }

    public string Name { get; }

    /// <summary>Whether there is a process that kills its tasks when it hears nothing.</summary>
    public bool StopsOnSilence => _stopsOnSilence && _registered;

    public void Start()
    {
        StartProcess();
        PlanTrouble();
    }

    public void ShutDown()
    {
        EndProcess();
        foreach (SimulatedSession session in _sessions)
            session.Kill();
    }

    public void Wake() => StartProcess();

    public void Heal()
    {
        _slowness = Math.Min(1, HealedTaskTime / _farm.Shape.TaskTime);
        _diskFullUntil = default;
        _cutOffUntil = default;
        (_accepting, _rest) = (true, null);
        foreach (SimulatedSession session in _sessions)
            session.Hurry();
        if (_incarnation is null)
            StartProcess();
        else
            News();
    }

    /// <summary>How long a task runs here.</summary>
    public TimeSpan TaskTime() => _farm.Random.Wait(_farm.Shape.TaskTime) * _slowness;

    /// <summary>How long a session waits for room on the disk before it can tell anything.</summary>
    public TimeSpan WaitForDisk() =>
        _diskFullUntil > _farm.Agenda.Now ? _diskFullUntil - _farm.Agenda.Now : TimeSpan.Zero;

    private void PlanTrouble() => _farm.Agenda.After(_farm.Random.Wait(_farm.Shape.WorkerPeace), Trouble);

    private void Trouble()
    {
        if (_farm.Healed)
            return;
        switch (_farm.Random.Next(8))
        {
            case 0 or 1: KillProcess(); break;
            case 2: KillHost(); break;
            case 3: LoseMachine(); break;
            case 4: FillDisk(); break;
            case 5: SlowDown(); break;
            case 6: CutOff(); break;
            case 7: SpeakAsOld(); break;
        }

        PlanTrouble();
    }

    private void KillProcess()
    {
        _farm.Tally.Fault(FaultKind.WorkerKilled);
        EndProcess();
        _farm.Agenda.After(Away(), StartProcess);
    }

    private void KillHost()
    {
        List<SimulatedSession> alive = [.. _sessions.Where(session => session.Alive)];
        if (alive.Count == 0)
            return;
        _farm.Tally.Fault(FaultKind.SessionHostDied);
        _farm.Random.Pick(alive).Kill();
        News();
    }

    private void LoseMachine()
    {
        _farm.Tally.Fault(FaultKind.MachineLost);
        EndProcess();
        foreach (SimulatedSession session in _sessions)
            session.Kill();
        if (_farm.Random.Chance(0.4))
        {
            // A new disk: it knows neither its sessions nor, mostly, who it was.
            _sessions.Clear();
            _id = _farm.Random.Chance(0.3) ? _id : null;
        }

        _farm.Agenda.After(Away(), StartProcess);
    }

    private void FillDisk()
    {
        _farm.Tally.Fault(FaultKind.WorkerDiskFull);
        _diskFullUntil = _farm.Agenda.Now + _farm.Random.Wait(_farm.Shape.LeaseTime / 2);
    }

    private void SlowDown()
    {
        _farm.Tally.Fault(FaultKind.WorkerSlow);
        _slowness = _farm.Random.Pick<double>([1, 1, 5, 30]);
    }

    private void CutOff()
    {
        _farm.Tally.Fault(FaultKind.WorkerCutOff);
        _cutOffUntil = _farm.Agenda.Now + _farm.Random.Wait(_farm.Shape.LeaseTime);
    }

    private TimeSpan Away() => _farm.Random.Chance(0.7)
        ? _farm.Random.Wait(TimeSpan.FromSeconds(1))
        : _farm.Random.Wait(_farm.Shape.LeaseTime * 1.5);

    private WorkerRegister Registration(Guid incarnation) => new()
    {
        Name = Name,
        Labels = _labels,
        Capacity = new WorkerCapacity(_slots),
        Gpus = _gpus,
        WorkerId = _id,
        Incarnation = incarnation,
    };
}
