using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Limits;
using Renderacre.Contracts.Sync;
using Renderacre.Contracts.Workers;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Commits;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Time;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Storage.Tests;

/// <summary>
/// Builds commits by hand, in the order of their revisions; time goes on by one microsecond an event.
/// </summary>
public sealed class FarmScript
{
    public static readonly WorkerId Worker = new(1);
    public static readonly JobId Job = new(10);
    public static readonly SessionId Session = new(20);

    private readonly List<FarmEvent> _events = [];
    private readonly List<BitmapNodeRow> _nodes = [];
    private long _time = 1_700_000_000_000_000;

    public long Revision { get; private set; }

    public static JobPlan Plan { get; } = new()
    {
        Name = "shot 7",
        Priority = 5,
        Owner = "ann",
        Project = "film",
        Queue = "night",
        Tags = ["final", "4k"],
        Comment = "für später",
        Steps =
        [
            new StepPlan
            {
                Name = "Render",
                UnitCount = 10_000,
                MaxRetries = 2,
                Classes =
                [
                    new RequirementSpec
                    {
                        Labels = [new LabelDemand("os", "linux")],
                        Pools = ["gpu"],
                        Amounts = [new AmountDemand("amount.worker.vcpu", 4000, null)],
                        Attributes = [new AttributeDemand("attr.worker.os.family", ["linux"], [])],
                        Limits = ["nuke", "tape"],
                    },
                ],
            },
            new StepPlan
            {
                Name = "Sheet", UnitCount = 3, DependsOnSteps = [0], UnitClasses = [0, 1, 0],
                UnitMaxRetries = [0, 1, 2],
                Classes = [RequirementSpec.None, RequirementSpec.None with { Pools = ["big"] }],
                UnitDependencies = [[], [0], [0, 1]],
            },
        ],
    };

    public static WorkerRow WorkerRow { get; } = new(
        "node-1", new Dictionary<string, string> { ["pool"] = "gpu" }, 4,
        new WorkerIdentity { Provider = "cloud", Subject = "vm-1" }, new Guid("11223344-5566-7788-99aa-bbccddeeff00"),
        WorkerState.Online, new FarmTime(1), new FarmTime(2))
    {
        Gpus = [new GpuDevice("nvidia:0", "A6000", 49140), new GpuDevice("nvidia:2", null, null)],
        GpuShares = 2,
    };

    public FarmScript Add(FarmEvent farmEvent)
    {
        _events.Add(farmEvent with { At = new FarmTime(++_time) });
        return this;
    }

    public FarmScript Node(BitmapNodeRow node)
    {
        _nodes.Add(node);
        return this;
    }

    private static LimitRow Tape => new("tape", 1) { CountedPer = LimitScope.Host };

    public FarmScript Start() => Add(new WorkerRegistered(Worker, WorkerRow) { By = default, At = default })
        .Add(new LimitDefined(new LimitRow("nuke", 2)) { By = new("api"), At = default })
        .Add(new LimitDefined(Tape) { By = new("api"), At = default })
        .Submit(Job, Plan);

    public FarmScript Submit(JobId job, JobPlan plan)
    {
        var units = plan.Steps.Sum(step => step.UnitCount);
        return Add(new JobSubmitted(job, plan, new byte[] { 1, 2, 3 }) { By = new("api"), At = default })
            .Change(job, JobState.Queued, new UnitCounts(units, 0, 0, 0, 0, 0), plan.Priority);
    }

    public FarmScript Change(
        JobId job, JobState state, UnitCounts counts, int priority = 5, bool paused = false, bool inMemory = true) =>
        Add(new JobChanged(job, state, paused, state != JobState.Queued, priority, counts, inMemory)
        {
            By = new("worker:1"),
            At = default,
        });

    public FarmScript Open(SessionId session, JobId job, int step = 0, int place = 0) =>
        Add(new SessionOpened(session, Worker, job, step, place, false)
        {
            By = Principal.Itself,
            At = default,
            Gpus = ["nvidia:0", "nvidia:2"],
        });

    public FarmScript Grant(long lease, UnitRef first, long count = 1, int number = 1, SessionId? session = null) =>
        Add(new LeaseGranted(
            new LeaseId(lease), session ?? Session, Worker, first, count, number,
            new LeaseToken(ulong.MaxValue, 7), false)
        {
            By = new("worker:1"),
            At = default,
        });

    public FarmScript Begin(long lease, UnitRef first) =>
        Add(new LeaseBegan(new LeaseId(lease), first) { By = new("worker:1"), At = default });

    public FarmScript End(long lease, UnitRef first, AttemptState state = AttemptState.Succeeded, long count = 1) =>
        Add(new AttemptEnded(new LeaseId(lease), first, count, state, Result, "it broke")
        {
            By = new("worker:1"),
            At = default,
        });

    public FarmScript Unit(UnitRef unit, UnitRow row) =>
        Add(new UnitChanged(unit, row) { By = default, At = default });

    public static AttemptResult Result { get; } = new(
        LeaseOutcome.Failed, 3, "exit code 3", "", "no licence", 4711,
        [new TaskArtifact { Name = "a.png", Path = "/out/a.png", SizeBytes = 12, Kind = ArtifactKind.Image }],
        new AttemptUsage { CpuSeconds = 1.25, PeakMemoryBytes = 1 << 20, ReadBytes = 512, WrittenBytes = 1024 });

    public FarmCommit Take(long? revision = null)
    {
        Revision = revision ?? Revision + 1;
        // A principal that a test leaves out is the farm itself.
        var events = _events.ConvertAll(e => e.By.Name is null ? e with { By = Principal.Itself } : e);
        var commit = new FarmCommit(Revision, 1_000 + Revision, events, [.. _nodes]);
        _events.Clear();
        _nodes.Clear();
        return commit;
    }

    public static UnitRef UnitAt(long unit, int step = 0) => new(Job, step, unit);
}
