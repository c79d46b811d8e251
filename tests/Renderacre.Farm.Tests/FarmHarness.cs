using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Limits;
using Renderacre.Contracts.Sync;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Commits;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.State;
using Renderacre.Farm.Time;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Tests;

/// <summary>A farm with a clock of the test's own; after every command its books are checked and committed.</summary>
internal sealed class FarmHarness
{
    private readonly FarmSettings _settings;
    private FarmTime _now = new(1_000_000);
    private UInt128 _entropy = 1;

    public FarmHarness(FarmSettings? settings = null)
    {
        _settings = settings ?? new FarmSettings();
        State = new FarmState(_settings, FarmSnapshot.Empty, _now);
    }

    public FarmState State { get; private set; }

    public MemoryStore Store { get; } = new();

    /// <summary>Changes when the farm is made anew: message numbers count within it.</summary>
    public int Epoch { get; private set; }

    /// <summary>Events of the last commit.</summary>
    public IReadOnlyList<FarmEvent> Events { get; private set; } = [];

    public CommandContext Context => new(new Principal("test"), _now, _entropy++);

    public void Advance(double seconds) => _now = _now.Plus(TimeSpan.FromSeconds(seconds));

    /// <summary>Ends a batch as the writer does, and checks that nothing is off.</summary>
    public void EndBatch()
    {
        State.Expire(Context);
        State.Dispatch(Context);
        State.CheckInvariants();
        FarmCommit? commit = State.TakeCommit();
        Events = commit?.Events ?? [];
        if (commit is not null)
            Store.Apply(commit);
        State.CheckInvariants();
    }

    /// <summary>Goes on with a farm made from what was committed, as after a crash.</summary>
    public void Rebuild()
    {
        Epoch++;
        State = new FarmState(_settings, Store.Snapshot(), _now);
        State.CheckInvariants();
    }

    public T Do<T>(Func<FarmState, FarmResult<T>> command)
    {
        FarmResult<T> result = command(State);
        EndBatch();
        return result.Value;
    }

    public FarmErrorKind Refused<T>(Func<FarmState, FarmResult<T>> command)
    {
        FarmResult<T> result = command(State);
        EndBatch();
        Assert.NotNull(result.Error);
        return result.Error.Kind;
    }

    public JobId Submit(params StepPlan[] steps) => Submit(0, steps);

    public JobId Submit(int priority, params StepPlan[] steps) =>
        Submit(new JobPlan { Name = "job", Priority = priority, Steps = steps });

    public JobId Submit(JobPlan plan)
    {
        Assert.Empty(JobPlanCheck.Faults(plan));
        return Do(farm => farm.Submit(Context, plan, new byte[] { 1 }));
    }

    public WorkerId Register(int slots = 1, params (string Name, string Value)[] labels) =>
        Do(farm => farm.Register(Context, Registration(slots, null, labels)));

    public SyncWorker RegisterSync(int slots = 1, params (string Name, string Value)[] labels) =>
        RegisterSync(Registration(slots, null, labels));

    public SyncWorker RegisterSync(WorkerRegistration registration)
    {
        var incarnation = new Guid((int)_entropy, 0, 0, new byte[8]);
        WorkerId id = Do(farm => farm.Register(Context, registration with { Incarnation = incarnation }));
        return new SyncWorker(this, id, incarnation);
    }

    /// <summary>Registers a worker of a name: one that syncs, or not.</summary>
    public WorkerId RegisterNamed(string name, bool syncs = false) => Do(farm => farm.Register(
        Context, Registration(1, syncs ? new Guid((int)_entropy, 0, 0, new byte[8]) : null, []) with { Name = name }));

    public void DefineLimit(string name, int maxCount) =>
        DefineLimit(new LimitDefine { Name = name, MaxCount = maxCount });

    public void DefineLimit(LimitDefine limit) => Do(farm => farm.DefineLimit(Context, limit));

    public LeaseGranted? Lease(WorkerId worker) => Do(farm => farm.LeaseNext(Context, worker));

    public LeaseGranted MustLease(WorkerId worker) => Lease(worker) ?? throw new InvalidOperationException("no lease");

    public void Start(LeaseGranted lease) => Do(farm => farm.Start(Context, Claim(lease)));

    public void Complete(LeaseGranted lease, int exitCode = 0) =>
        Do(farm => farm.Complete(Context, Claim(lease), Result(exitCode)));

    public TaskState StateOf(UnitRef unit) => Store.StateOf(unit);

    public JobState StateOf(JobId job) => Store.Row(job).State;

    public static LeaseClaim Claim(LeaseGranted lease) => new(lease.First, lease.Worker, lease.Token);

    public static AttemptResult Result(int exitCode = 0) => new(
        exitCode == 0 ? LeaseOutcome.Succeeded : LeaseOutcome.Failed, exitCode, null, "out", "first\nlast\n", null, []);

    public static StepPlan Step(long units = 1, int retries = 0, params int[] dependsOn) => new()
    {
        Name = "step",
        UnitCount = units,
        MaxRetries = retries,
        DependsOnSteps = dependsOn,
    };

    public static StepPlan Needs(StepPlan step, RequirementSpec spec) => step with { Classes = [spec] };

    public static WorkerRegistration Registration(
        int slots, Guid? incarnation, (string Name, string Value)[] labels) =>
        new("worker", labels.ToDictionary(label => label.Name, label => label.Value), slots, null, null, incarnation);
}
