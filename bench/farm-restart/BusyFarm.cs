using Renderacre.Contracts.Sync;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Commits;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;
using Renderacre.Farm.State;
using Renderacre.Farm.Time;
using Renderacre.Farm.Workers;
using Renderacre.Storage.Sqlite;

namespace Renderacre.Bench.FarmRestart;

/// <summary>Brings a farm of the real state machine, command by command, to where much of it has a history.</summary>
internal sealed class BusyFarm
{
    public const int Jobs = 1_000;
    public const int UnitsPerJob = 10_000;
    public const int Workers = 5_000;
    public const int Leased = 200_000;
    public const int Failed = 300_000;
    public const int Succeeded = 500_000;

    private const int PairsPerCommit = 500;
    private const int Seed = 8;

    /// <summary>The farm's settings: leases outlast the bench, and workers that fail go on.</summary>
    public static readonly FarmSettings Settings = new() { LeaseTime = TimeSpan.FromDays(1), SickAfter = 0 };

    private static readonly AttemptResult Success = new(LeaseOutcome.Succeeded, 0, null, null, null, null, []);
    private static readonly AttemptResult Failure = new(LeaseOutcome.Failed, 1, null, null, null, null, []);

    private readonly FarmState _state = new(Settings, FarmSnapshot.Empty, new FarmTime(1));
    private readonly SqliteFarmStore _store;
    private readonly List<WorkerId> _workers = [];
    private readonly List<LeaseGranted> _held = [];
    private readonly Random _random = new(Seed);
    private long _now = 1;
    private int _nextWorker;

    private BusyFarm(SqliteFarmStore store) => _store = store;

    /// <summary>Builds the farm in a new database.</summary>
    /// <returns>Bytes of heap that the state machine holds at the end.</returns>
    public static long Build(string path)
    {
        using SqliteFarmStore store = SqliteFarmStore.Open(path);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        var farm = new BusyFarm(store);
        farm.Run();
        farm._held.Clear();
        farm._held.TrimExcess();
        long after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(farm);
        return after - before;
    }

    private void Run()
    {
        for (int worker = 0; worker < Workers; worker++)
            _workers.Add(_state.Register(Context(), Registration(worker)).Value);
        for (int job = 0; job < Jobs; job++)
            _ = _state.Submit(Context(), Plan(job), default).Value;
        Commit();
        while (_held.Count < Leased)
            Lease();
        End(Succeeded, Success);
        End(Failed, Failure);
        _now += TimeSpan.FromHours(2).Ticks / TimeSpan.TicksPerMicrosecond;
        Commit();
    }

    private static WorkerRegistration Registration(int worker) => new(
        $"w{worker}", new Dictionary<string, string> { ["os"] = "linux", ["amount.worker.memory"] = "65536" },
        Leased / Workers, null, null, null);

    /// <summary>Priorities all alike and owners many, so that units of all jobs are leased beside each other.</summary>
    private static JobPlan Plan(int job) => new()
    {
        Name = $"job {job}",
        Owner = $"owner{job}",
        Steps =
        [
            new StepPlan
            {
                Name = "Render",
                UnitCount = UnitsPerJob,
                MaxRetries = 3,
                Failures = new FailurePolicy { RetryDelay = 3600 },
            },
        ],
    };

    /// <summary>Ends leases picked at random, and gives as many new ones.</summary>
    private void End(int count, AttemptResult result)
    {
        for (int ended = 0; ended < count; ended++)
        {
            int place = _random.Next(_held.Count);
            LeaseGranted lease = _held[place];
            _held[place] = _held[^1];
            _held.RemoveAt(_held.Count - 1);
            _ = _state.Complete(Context(), new LeaseClaim(lease.First, lease.Worker, lease.Token), result).Value;
            Lease(lease.Worker);
        }

        Commit();
    }

    private void Lease() => Lease(_workers[_nextWorker++ % _workers.Count]);

    private void Lease(WorkerId worker)
    {
        _held.Add(_state.LeaseNext(Context(), worker).Value
            ?? throw new InvalidOperationException($"no lease for worker {worker.Value}"));
        if (_now % PairsPerCommit == 0)
            Commit();
    }

    private void Commit()
    {
        _state.Expire(Context());
        _state.Dispatch(Context());
        if (_state.TakeCommit() is { } commit)
            _store.Commit(commit);
    }

    private CommandContext Context() => new(new Principal("bench"), new FarmTime(++_now), (UInt128)(ulong)_now);
}
