using Renderacre.Contracts.Leases;
using Renderacre.Contracts.Sync;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Ids;
using Renderacre.Farm.Ids;
using Renderacre.Simulation.Coverage;
using Renderacre.Simulation.Farms;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Network;

namespace Renderacre.Simulation.Workers;

/// <summary>
/// A worker that says whatever comes into its mind: of sessions and leases of others, of none, in a wrong order, twice,
/// under an old process. It never takes work, so that nothing waits for it.
/// </summary>
internal sealed class Liar(SimulatedFarm farm, int number) : IWorkerModel
{
    private readonly Guid _incarnation = farm.Random.NextGuid();
    private Guid? _id;

    public string Name { get; } = $"liar{number}";

    public void ShutDown()
    {
        // It is none of those that the farm may shut down.
    }

    public void Wake()
    {
        // It does not sleep.
    }

    public void Start()
    {
        var register = new WorkerRegister
        {
            Name = Name,
            Capacity = new WorkerCapacity(1),
            Labels = HostLabels.Make(farm.Random, 1),
            Incarnation = _incarnation,
        };
        farm.Send(WorkerCalls.Register(farm, Name, register, answer =>
        {
            if (answer.IsOk)
                _id = answer.Read(Wire.Json.WorkerInfo).Id;
            farm.Agenda.After(TimeSpan.FromSeconds(1), _id is null ? Start : Lie);
        }));
    }

    public void Heal()
    {
        // It lies no more: see Lie.
    }

    private void Lie()
    {
        if (farm.Healed)
            return;
        farm.Tally.Fault(FaultKind.WorkerLies);
        switch (farm.Random.Next(4))
        {
            case 0: ClaimATask(); break;
            case 1: CompleteATask(); break;
            case 2: Poll(); break;
            default: Sync(); break;
        }

        farm.Agenda.After(farm.Random.Wait(farm.Shape.TaskTime * 3), Lie);
    }

    // Nothing that it is told is done; at most it holds a lease until that expires.
    private void Sync()
    {
        var request = new SyncRequest
        {
            Protocol = farm.Random.Chance(0.02) ? 7 : SyncProtocol.Version,
            WorkerId = farm.Random.Chance(0.8) ? _id!.Value : AnyWorker(), // It has registered.
            Incarnation = farm.Random.Chance(0.9) ? _incarnation : farm.Random.NextGuid(),
            Sequence = farm.Random.Next(5),
            Epoch = farm.Random.Chance(0.5) ? farm.Random.NextGuid() : null,
            LastMessage = farm.Random.Next(1000) - 5,
            Sessions = farm.Random.Chance(0.7)
                ? null
                : [.. Enumerable.Range(0, farm.Random.Next(4)).Select(_ => AnySession())],
            Accepting = farm.Random.Chance(0.1),
            Hold = farm.Random.Chance(0.3),
            Reports = [.. Enumerable.Range(0, farm.Random.Next(4)).Select(_ => AnyReport())],
        };
        farm.Send(WorkerCalls.Sync(farm, Name, request, _ => { }, honest: false));
    }

    private SyncReport AnyReport()
    {
        LedgerLease? lease = AnyLease();
        Guid session = farm.Random.Chance(0.7) && lease is not null ? lease.Granted.Session.ToGuid() : AnySession();
        Guid id = lease?.Granted.Lease.ToGuid() ?? new LeaseId(farm.Random.Next(9_000_000)).ToGuid();
        long report = farm.Random.Pick<long>([1, 1, 2, 3, 4, 10, 1_000_000, 0]);
        return farm.Random.Next(5) switch
        {
            0 => new LeaseStarted { SessionId = session, Number = report, LeaseId = id },
            1 => new LeaseReturned { SessionId = session, Number = report, LeaseId = id },
            2 => new SessionEnded { SessionId = session, Number = report, Failed = farm.Random.Chance(0.5) },
            3 => new SessionActionEnded
            {
                SessionId = session,
                Number = report,
                Environment = "Env",
                Entering = farm.Random.Chance(0.5),
                Outcome = LeaseOutcome.Succeeded,
            },
            _ => new LeaseCompleted
            {
                SessionId = session,
                Number = report,
                LeaseId = id,
                Outcome = farm.Random.Pick(Enum.GetValues<LeaseOutcome>()),
                LogLength = farm.Random.Next(10) - 1,
            },
        };
    }

    private void ClaimATask()
    {
        var proof = new LeaseProof { WorkerId = AnyWorker(), LeaseToken = AnyToken() };
        string verb = farm.Random.Chance(0.5) ? "renew" : "started";
        farm.Send(PollCalls.Prove(farm, Name, AnyTask(), proof, verb, _ => { }));
    }

    private void CompleteATask()
    {
        var complete = new TaskComplete
        {
            WorkerId = AnyWorker(),
            LeaseToken = AnyToken(),
            ExitCode = farm.Random.Next(2),
        };
        farm.Send(PollCalls.Complete(farm, Name, AnyTask(), complete, _ => { }));
    }

    private void Poll()
    {
        Guid worker = farm.Random.Chance(0.8) ? _id!.Value : AnyWorker(); // It has registered.
        farm.Send(farm.Random.Chance(0.2)
            ? PollCalls.Lease(farm, Name, worker, _ => { })
            : PollCalls.Heartbeat(farm, Name, worker, _ => { }));
    }

    private LedgerLease? AnyLease() => farm.Ledger.Leases.Count == 0 || farm.Random.Chance(0.1)
        ? null
        : farm.Ledger.Leases.Values.ElementAt(farm.Random.Next(Math.Min(farm.Ledger.Leases.Count, 30)));

    private Guid AnySession() => new SessionId(farm.Random.Next(3000)).ToGuid();

    private Guid AnyWorker() => farm.Random.Next(3) switch
    {
        0 => farm.Random.NextGuid(),
        1 => new WorkerId(1 + farm.Random.Next(50)).ToGuid(),
        _ => WorkerInTrouble(),
    };

    // What is said by those of whom nothing was to be heard.
    private Guid WorkerInTrouble()
    {
        LedgerWorker[] held = [.. farm.Ledger.Workers.Values.Where(worker => worker.Row.Care.Hold is not null)];
        LedgerWorker[] silent = [.. held.Where(worker => worker.Row.State == WorkerState.Offline)];
        return silent.Length > 0 ? farm.Random.Pick(silent).Id.ToGuid()
            : held.Length > 0 ? farm.Random.Pick(held).Id.ToGuid()
            : farm.Random.NextGuid();
    }

    private Guid AnyTask() => AnyLease() is { } lease && farm.Random.Chance(0.7)
        ? lease.Granted.First.ToGuid()
        : new UnitRef(AnyJob(), farm.Random.Next(2), farm.Random.Next(5)).ToGuid();

    private JobId AnyJob() => farm.Random.Next(3) switch
    {
        0 when farm.Ledger.Deleted.Count > 0 => new JobId(farm.Ledger.Deleted.First()),
        1 when farm.Ledger.Jobs.Count > 0 => farm.Ledger.Jobs.Values.ElementAt(
            farm.Random.Next(Math.Min(farm.Ledger.Jobs.Count, 30))).Id,
        _ => new JobId(1 + farm.Random.Next(500)),
    };

    private string AnyToken() =>
        farm.Random.Chance(0.2) ? "" : $"{farm.Random.NextBits():x16}{farm.Random.NextBits():x16}";
}
