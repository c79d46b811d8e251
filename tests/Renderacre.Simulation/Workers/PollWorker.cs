using Renderacre.Contracts.Leases;
using Renderacre.Contracts.Workers;
using Renderacre.Simulation.Coverage;
using Renderacre.Simulation.Farms;
using Renderacre.Simulation.Network;

namespace Renderacre.Simulation.Workers;

/// <summary>A worker of the first protocol: polls for tasks, says that they start, renews, completes.</summary>
internal sealed class PollWorker : IWorkerModel
{
    private readonly SimulatedFarm _farm;
    private readonly int _slots;
    private readonly Dictionary<string, string> _labels;
    private readonly GpuDevice[]? _gpus;
    private readonly List<TaskLease> _held = [];
    private Guid? _id;
    private long _life;
    private bool _isOff;
    private TimeSpan _cutOffUntil;

    public PollWorker(SimulatedFarm farm, int number)
    {
        _farm = farm;
        Name = $"poll{number}";
        _slots = farm.Random.Chance(0.7) ? 1 : farm.Random.Between(2, 4);
        _labels = HostLabels.Make(farm.Random, _slots);
        HostLabels.MayManagePower(farm, _labels);
        _gpus = HostLabels.Gpus(farm.Random, _labels);
    }

    public string Name { get; }

    public void Start()
    {
        Begin();
        PlanTrouble();
    }

    public void ShutDown()
    {
        _isOff = true;
        _life++;
    }

    public void Wake()
    {
        if (_isOff)
            Begin();
    }

    public void Heal()
    {
        _cutOffUntil = default;
    }

    private void Begin()
    {
        _isOff = false;
        _held.Clear();
        _id = null;
        long life = ++_life;
        Register(life);
    }

    private void Register(long life)
    {
        var register = new WorkerRegister
        {
            Name = Name,
            Labels = _labels,
            Capacity = new WorkerCapacity(_slots),
            Gpus = _gpus,
        };
        Send(WorkerCalls.Register(_farm, Name, register, answer =>
        {
            if (life != _life)
                return;
            if (answer.IsOk)
            {
                _id = answer.Read(Wire.Json.WorkerInfo).Id;
                Poll(life);
            }
            else
            {
                After(TimeSpan.FromSeconds(1), life, () => Register(life));
            }
        }));
    }

    private void Poll(long life)
    {
        bool free = _held.Count < _slots;
        Guid id = _id!.Value; // It has registered.
        Call call = free && _farm.Random.Chance(0.9)
            ? PollCalls.Lease(_farm, Name, id, answer => Leased(life, answer))
            : PollCalls.Heartbeat(_farm, Name, id, _ => { });
        Send(call);
        TimeSpan pause = TimeSpan.FromMilliseconds(50) + TaskTime();
        After(pause < _farm.Shape.LeaseTime / 4 ? pause : _farm.Shape.LeaseTime / 4, life, () => Poll(life));
    }

    private void Leased(long life, Answer answer)
    {
        if (life != _life || !answer.IsOk)
            return;
        TaskLease lease = answer.Read(Wire.Json.TaskLease);
        _held.Add(lease);
        if (_farm.Random.Chance(0.9))
            Say(life, lease, "started");
        After(_farm.Shape.LeaseTime / 3, life, () => Renew(life, lease));
        int exitCode = _farm.Healed || _farm.Random.Chance(0.9) ? 0 : 1;
        After(TaskTime(), life, () => Complete(life, lease, exitCode));
    }

    private TimeSpan TaskTime() => _farm.Healed
        ? SyncMachine.HealedTaskTime
        : _farm.Random.Wait(_farm.Shape.TaskTime);

    private void Renew(long life, TaskLease lease)
    {
        if (!_held.Contains(lease))
            return;
        Say(life, lease, "renew");
        After(_farm.Shape.LeaseTime / 3, life, () => Renew(life, lease));
    }

    private void Say(long life, TaskLease lease, string verb) => Send(PollCalls.Prove(
        _farm, Name, lease.Task.Id, Proof(lease), verb, answer =>
        {
            // Its lease is lost: it kills the task.
            if (life == _life && answer.Status is 409 or 404)
                _held.Remove(lease);
        }));

    private void Complete(long life, TaskLease lease, int exitCode)
    {
        if (!_held.Contains(lease))
            return;
        var complete = new TaskComplete
        {
            WorkerId = _id!.Value, // It has registered.
            LeaseToken = lease.LeaseToken,
            ExitCode = exitCode,
            StderrTail = "last words\n",
        };
        Send(PollCalls.Complete(_farm, Name, lease.Task.Id, complete, answer =>
        {
            if (life != _life)
                return;
            if (answer.Status is 200 or 404 or 409)
                _held.Remove(lease);
            else
                After(TimeSpan.FromMilliseconds(500), life, () => Complete(life, lease, exitCode));
        }));
    }

    private LeaseProof Proof(TaskLease lease) => new()
    {
        WorkerId = _id!.Value, // It has registered.
        LeaseToken = lease.LeaseToken,
    };

    private void PlanTrouble() => _farm.Agenda.After(_farm.Random.Wait(_farm.Shape.WorkerPeace), () =>
    {
        if (_farm.Healed)
            return;
        if (_farm.Random.Chance(0.2))
            CutOff();
        else
            KillProcess();
        PlanTrouble();
    });

    private void KillProcess()
    {
        _farm.Tally.Fault(FaultKind.WorkerKilled);
        _life++;
        _farm.Agenda.After(_farm.Random.Wait(TimeSpan.FromSeconds(2)), Begin);
    }

    // Long enough for the farm to give it up: it goes on as if nothing had been.
    private void CutOff()
    {
        _farm.Tally.Fault(FaultKind.WorkerCutOff);
        _cutOffUntil = _farm.Agenda.Now + _farm.Random.Wait(_farm.Shape.LeaseTime * 1.5);
    }

    private void Send(Call call)
    {
        if (_cutOffUntil > _farm.Agenda.Now)
            _farm.Agenda.After(TimeSpan.FromMilliseconds(200), () => call.Heard(Answer.Silence));
        else
            _farm.Send(call);
    }

    private void After(TimeSpan wait, long life, Action act) => _farm.Agenda.After(wait, () =>
    {
        if (life == _life)
            act();
    });
}
