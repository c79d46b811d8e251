using System.Buffers;
using System.Text;
using System.Text.Json;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Leases;
using Renderacre.Contracts.Sync;

namespace Renderacre.Contracts.Tests.Json;

public sealed class TaskJsonTests
{
    private static readonly DateTimeOffset Time = new(2026, 1, 31, 14, 5, 6, 789, 123, TimeSpan.FromHours(2));

    public static TheoryData<TaskState> States => [.. Enum.GetValues<TaskState>()];

    public static TheoryData<AttemptState> AttemptStates => [.. Enum.GetValues<AttemptState>()];

    public static TheoryData<LeaseOutcome> Outcomes => [.. Enum.GetValues<LeaseOutcome>()];

    [Fact]
    public void A_task_that_says_as_little_as_it_can_is_written_as_the_wire_has_it() => AssertAsOnTheWire(Bare());

    [Fact]
    public void A_task_that_says_all_it_can_is_written_as_the_wire_has_it() => AssertAsOnTheWire(Full());

    [Theory]
    [MemberData(nameof(States))]
    public void Every_state_is_written_as_the_wire_has_it(TaskState state) =>
        AssertAsOnTheWire(Bare() with { State = state });

    [Theory]
    [MemberData(nameof(AttemptStates))]
    public void Every_state_of_an_attempt_is_written_as_the_wire_has_it(AttemptState state) =>
        AssertAsOnTheWire(Bare() with { AttemptRecords = [Attempt() with { State = state }] });

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void Every_outcome_is_written_as_the_wire_has_it(LeaseOutcome outcome) =>
        AssertAsOnTheWire(Bare() with { AttemptRecords = [Attempt() with { Outcome = outcome }] });

    [Fact]
    public void A_lease_is_written_as_the_wire_has_it()
    {
        var lease = new TaskLease(Full(), "0123456789abcdef");
        string written = Write(json => TaskJson.Write(json, lease));
        Assert.Equal(JsonSerializer.Serialize(lease, WireJson.Default.TaskLease), written);
    }

    private static void AssertAsOnTheWire(TaskInfo task) => Assert.Equal(
        JsonSerializer.Serialize(task, WireJson.Default.TaskInfo), Write(json => TaskJson.Write(json, task)));

    private static string Write(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes);
        write(json);
        json.Flush();
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static TaskInfo Bare() => new()
    {
        Id = Guid.NewGuid(),
        JobId = Guid.NewGuid(),
        Name = "frame",
        State = TaskState.Pending,
        Command = new CommandSpec { Executable = "true" },
        Dependencies = [],
        DependenciesTotal = 0,
        DependsOnSteps = [],
        Requirements = new Requirements(),
        Limits = [],
        Attempts = 0,
        MaxRetries = 0,
        CreatedAt = Time,
        UpdatedAt = Time.AddTicks(7),
        AttemptRecords = [],
        ArtifactPaths = [],
        Artifacts = [],
    };

    private static TaskAttempt Telling() => Attempt() with
    {
        Warnings = ["texture missing"],
        SessionId = Guid.NewGuid(),
        Progress = 0,
        ProgressMessage = "",
    };

    private static TaskInfo Full() => Bare() with
    {
        Name = "Größe \"4\" <ok> 🎬",
        Command = new CommandSpec
        {
            Executable = "/opt/blender",
            Args = ["-b", "ü\u0001"],
            Env = new Dictionary<string, string> { ["A"] = "1", ["Ö"] = "\n" },
            WorkingDir = @"C:\frames",
            TimeoutSeconds = 5_000_000_000,
        },
        Dependencies = [Guid.NewGuid(), Guid.NewGuid()],
        DependenciesTotal = 5_000_000_000,
        DependsOnSteps = ["Model"],
        Requirements = new Requirements
        {
            Labels = new Dictionary<string, string> { ["os"] = "linux" },
            Pools = ["gpu"],
            Amounts = [new AmountRequirement("amount.worker.vcpu", 0.1, null)],
            Attributes = [new AttributeRequirement { Name = "attr.x", AnyOf = ["a"] }],
        },
        Limits = ["nuke"],
        Lease = new LeaseInfo
        {
            Token = "t",
            WorkerId = Guid.NewGuid(),
            AttemptId = Guid.NewGuid(),
            LeasedAt = Time,
            ExpiresAt = Time,
        },
        StartedAt = Time,
        CompletedAt = Time,
        LastExitCode = -9,
        StdoutTail = "a\r\nb",
        StderrTail = "",
        AttemptRecords = [Attempt(), Attempt() with { Usage = Usage(), Artifacts = [Artifact()] }, Telling()],
        ArtifactPaths = ["/out"],
        Progress = 12.5,
        ProgressMessage = "lighting \"3\"",
        Paused = true,
        Artifacts = [Artifact(), Artifact() with { ModifiedAt = Time }],
        Openjd = OpenJd(),
    };

    private static TaskAttempt Attempt() => new()
    {
        Id = Guid.NewGuid(),
        Number = 2,
        WorkerId = Guid.NewGuid(),
        State = AttemptState.Failed,
        LeasedAt = Time,
        StartedAt = Time,
        CompletedAt = Time,
        ExitCode = 1,
        StdoutTail = "out",
        StderrTail = "err",
        FailureSummary = "err",
        LogRef = "/v1/x",
        Artifacts = [],
    };

    private static AttemptUsage Usage() => new()
    {
        CpuSeconds = 1.25,
        PeakMemoryBytes = 5_000_000_000,
        ReadBytes = 1,
        WrittenBytes = 2,
    };

    private static TaskArtifact Artifact() => new()
    {
        Name = "f.png",
        Path = "/out/f.png",
        SizeBytes = 5_000_000_000,
        Kind = ArtifactKind.Image,
    };

    private static OpenJdTask OpenJd() => new()
    {
        JobName = "job",
        StepName = "step",
        Extensions = ["EXPR"],
        JobParameters = new Dictionary<string, OpenJdParameter>
        {
            ["F"] = new("FLOAT", JsonElement.Parse("1.50")),
            ["S"] = new("STRING", JsonElement.Parse("\"ü\"")),
        },
        TaskParameters = new Dictionary<string, OpenJdParameter> { ["L"] = new("LIST[INT]", JsonElement.Parse("[1]")) },
        PathMappingRules = [new PathMapping(SourcePathFormat.Posix, "/a", "/b")],
    };
}
