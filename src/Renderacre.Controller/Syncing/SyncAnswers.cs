using Renderacre.Contracts.Sync;
using Renderacre.Controller.Documents;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Reading;
using Renderacre.Controller.StorageProfiles;
using Renderacre.Controller.Submission;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Syncing;

namespace Renderacre.Controller.Syncing;

/// <summary>What a worker is told, from the farm's terms to the wire's, with all that it needs to run it.</summary>
/// <param name="reading">Reads the jobs' documents.</param>
/// <param name="paths">Works out path mapping rules.</param>
/// <param name="settings">What workers are to keep to.</param>
internal sealed class SyncAnswers(FarmReading reading, SessionPaths paths, SyncSettings settings)
{
    private const decimal BytesPerMebibyte = 1 << 20;

    // More than any machine has, and far from where sums of it overflow.
    private const decimal MemoryBytesMax = long.MaxValue / 2;

    /// <summary>Makes an answer.</summary>
    /// <param name="sequence">The request's number.</param>
    /// <param name="epoch">The epoch.</param>
    /// <param name="reply">What there is to tell.</param>
    public SyncResponse Make(long sequence, Guid epoch, SyncReply reply) => new()
    {
        Protocol = SyncProtocol.Version,
        Sequence = sequence,
        Epoch = epoch,
        Message = reply.Message,
        Sessions = [.. reply.Sessions.Select(ToAssignment)],
        Leases = [.. reply.Leases.Select(ToAssignment)],
        CancelLeases = [.. reply.CancelLeases.Select(WireIds.ToGuid)],
        RecallLeases = [.. reply.RecallLeases.Select(WireIds.ToGuid)],
        EndSessions = [.. reply.EndSessions.Select(WireIds.ToGuid)],
        ForgetSessions = [.. reply.ForgetSessions.Select(WireIds.ToGuid)],
        Settings = settings,
    };

    private SessionAssignment ToAssignment(SessionToOpen told)
    {
        SessionOpened session = told.Opened;
        JobWork work = reading.Work(session.Job);
        return new SessionAssignment
        {
            SessionId = session.Session.ToGuid(),
            JobId = session.Job.ToGuid(),
            JobName = work.JobName,
            StepName = work.StepName(session.Step),
            PathMappingRules = paths.RulesFor(work, session.Worker),
            Gpus = session.Gpus,
            OpenJd = work.SessionWork(session.Step),
            MemoryFactor = work.SessionWork(session.Step) is null
                ? 1
                : MemoryRetries.Factor(work.Policy, work.StepName(session.Step), LevelOf(session)),
            MemoryLimitBytes = told.Memory is { } memory ? BytesOf(memory) : null,
            Supervision = StepPolicies.SupervisionOf(work.Policy, work.StepName(session.Step)),
        };
    }

    private static long BytesOf(long scaledMebibytes) =>
        (long)Math.Min(AmountScale.ToNumber(scaledMebibytes) * BytesPerMebibyte, MemoryBytesMax);

    // A template's step declares one class; numbers of classes begin at a multiple.
    private static int LevelOf(SessionOpened session) => session.Class % FailurePolicy.MemoryLevelsMost;

    private LeaseAssignment ToAssignment(LeaseGranted lease)
    {
        UnitRef unit = lease.First;
        JobWork work = reading.Work(unit.Job);
        IReadOnlyList<TaskParameter>? parameters = work.TaskParameters(unit, lease.Count);
        return new LeaseAssignment
        {
            LeaseId = lease.Lease.ToGuid(),
            SessionId = lease.Session.ToGuid(),
            TaskId = unit.ToGuid(),
            AttemptId = lease.Lease.ToAttemptGuid(),
            TaskName = work.TaskName(unit, lease.Count),
            Count = lease.Count,
            Token = WireToken.Write(lease.Token),
            Command = parameters is null ? work.Command(unit) : null,
            ArtifactPaths = parameters is null ? work.ArtifactPaths(unit) : [],
            OutputChecks = parameters is null ? work.OutputChecks(unit) : [],
            TaskParameters = parameters,
        };
    }
}
