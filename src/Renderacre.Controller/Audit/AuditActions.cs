using Renderacre.Contracts.Jobs;
using Renderacre.Storage.Rows;

namespace Renderacre.Controller.Audit;

/// <summary>What events are called in the audit.</summary>
internal static class AuditActions
{
    /// <summary>The kinds that are somebody's act; sessions and ends come about by themselves.</summary>
    public static readonly FarmEventKinds Kinds = FarmEventKinds.All.Without(
        FarmEventKind.SessionOpened, FarmEventKind.SessionClosed, FarmEventKind.JobEnded, FarmEventKind.StepEnded);

    /// <summary>The action of an event.</summary>
    /// <param name="row">The event, of one of <see cref="Kinds"/>.</param>
    public static string Of(EventRow row) => row.Kind switch
    {
        FarmEventKind.JobSubmitted => "job.submit",
        FarmEventKind.JobPaused => "job.pause",
        FarmEventKind.JobResumed => "job.resume",
        FarmEventKind.JobCancelled => "job.cancel",
        FarmEventKind.JobReprioritized => "job.priority",
        FarmEventKind.JobDeleted => "job.delete",
        FarmEventKind.JobArchived => "job.archive",
        FarmEventKind.JobUnarchived => "job.unarchive",
        FarmEventKind.JobDependencyAdded => "job.depend",
        FarmEventKind.JobDependencyMet => "job.dependency_met",
        FarmEventKind.JobDependencyDropped => "job.dependency_drop",
        FarmEventKind.JobEdited => "job.edit",
        FarmEventKind.JobRequeued => "job.requeue",
        FarmEventKind.JobEnded => "job.end",
        FarmEventKind.StepEnded => "step.end",
        FarmEventKind.UnitCancelled => "task.cancel",
        FarmEventKind.UnitRequeued => "task.requeue",
        FarmEventKind.UnitPaused => "task.pause",
        FarmEventKind.UnitResumed => "task.resume",
        FarmEventKind.StepPaused => "step.pause",
        FarmEventKind.StepResumed => "step.resume",
        FarmEventKind.LeaseGranted => "task.lease",
        FarmEventKind.LeaseBegan => "task.start",
        FarmEventKind.LeaseHandedBack => "task.lease_return",
        FarmEventKind.AttemptEnded => EndOf(row.AttemptState),
        FarmEventKind.SessionOpened => "session.open",
        FarmEventKind.SessionClosed => "session.close",
        FarmEventKind.WorkerRegistered => "worker.register",
        FarmEventKind.WorkerWentOffline => "worker.offline",
        FarmEventKind.WorkerCameBack => "worker.online",
        FarmEventKind.WorkerDisabled => "worker.disable",
        FarmEventKind.WorkerEnabled => "worker.enable",
        FarmEventKind.WorkerSickened => "worker.sicken",
        FarmEventKind.WorkerRecovered => "worker.recover",
        FarmEventKind.WorkerNoted => "worker.note",
        FarmEventKind.WorkerShutDown => "worker.shut_down",
        FarmEventKind.WorkerWoken => "worker.wake",
        FarmEventKind.LimitDefined => "limit.define",
        FarmEventKind.LimitDeleted => "limit.delete",
        FarmEventKind.LimitClosed => "limit.close",
        FarmEventKind.LimitReopened => "limit.reopen",
        FarmEventKind.ShareDefined => "share.define",
        FarmEventKind.CommandRefused => "command.refuse",
        FarmEventKind.QueueDefined => "queue.define",
        FarmEventKind.QueueDeleted => "queue.delete",
        FarmEventKind.StorageProfileDefined => "storage_profile.define",
        FarmEventKind.StorageProfileDeleted => "storage_profile.delete",
    };

    private static string EndOf(AttemptState? state) => state switch
    {
        AttemptState.Cancelled => "task.complete_cancelled",
        AttemptState.Expired => "task.lease_expire",
        AttemptState.Leased or AttemptState.Running or AttemptState.Succeeded or AttemptState.Failed or null =>
            "task.complete",
    };
}
