using OpenJd.Sessions.Actions;
using OpenJd.Sessions.Processes;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Sync;
using Renderacre.Worker.Supervision;

namespace Renderacre.Worker.Hosts;

/// <summary>How a lease's run ended, with what it left.</summary>
/// <param name="Verdict">What came of it by all that it was watched for.</param>
/// <param name="LogLength">Final length of its log.</param>
/// <param name="Artifacts">Files it made.</param>
internal sealed record LeaseResult(Verdict Verdict, long LogLength, IReadOnlyList<TaskArtifact> Artifacts)
{
    private ActionOutcome Action => Verdict.Outcome;

    /// <summary>How it ended, in the wire's terms.</summary>
    public LeaseOutcome Outcome => OutcomeOf(Action);

    /// <summary>An action's end in the wire's terms.</summary>
    public static LeaseOutcome OutcomeOf(ActionOutcome action) => action.State switch
    {
        ActionState.Succeeded => LeaseOutcome.Succeeded,
        ActionState.Failed or ActionState.CouldNotStart => LeaseOutcome.Failed,
        ActionState.Canceled => LeaseOutcome.Cancelled,
        ActionState.TimedOut => LeaseOutcome.TimedOut,
        ActionState.OutOfMemory => LeaseOutcome.OutOfMemory,
    };

    private static AttemptUsage ToWire(ProcessUsage usage) => new()
    {
        CpuSeconds = usage.CpuTime.TotalSeconds,
        PeakMemoryBytes = usage.PeakMemoryBytes,
        ReadBytes = usage.ReadBytes,
        WrittenBytes = usage.WrittenBytes,
    };

    /// <summary>As a report.</summary>
    public LeaseCompleted ToReport(Guid session, long number, Guid lease) => new()
    {
        SessionId = session,
        Number = number,
        LeaseId = lease,
        Outcome = Outcome,
        ExitCode = Action.ExitCode,
        Message = Action.FailMessage ?? Action.Message,
        Remedy = Verdict.Remedy,
        LicenceLimit = Verdict.LicenceLimit,
        Warnings = Verdict.Warnings,
        StdoutTail = Action.StdoutTail,
        StderrTail = Action.StderrTail,
        LogLength = LogLength,
        Usage = Action.Usage is { } usage ? ToWire(usage) : null,
        Artifacts = Artifacts,
    };
}
