using Renderacre.Storage.Rows;

namespace Renderacre.Controller.Events;

/// <summary>What kinds of events are called on the wire.</summary>
internal static class ChangeKinds
{
    /// <summary>The name of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public static string NameOf(FarmEventKind kind) => kind switch
    {
        FarmEventKind.JobSubmitted => "job_submitted",
        FarmEventKind.JobPaused => "job_paused",
        FarmEventKind.JobResumed => "job_resumed",
        FarmEventKind.JobCancelled => "job_cancelled",
        FarmEventKind.JobReprioritized => "job_reprioritized",
        FarmEventKind.JobDeleted => "job_deleted",
        FarmEventKind.JobArchived => "job_archived",
        FarmEventKind.JobUnarchived => "job_unarchived",
        FarmEventKind.JobRequeued => "job_requeued",
        FarmEventKind.JobDependencyAdded => "job_dependency_added",
        FarmEventKind.JobDependencyMet => "job_dependency_met",
        FarmEventKind.JobDependencyDropped => "job_dependency_dropped",
        FarmEventKind.JobEdited => "job_edited",
        FarmEventKind.JobEnded => "job_ended",
        FarmEventKind.StepEnded => "step_ended",
        FarmEventKind.UnitCancelled => "task_cancelled",
        FarmEventKind.UnitRequeued => "task_requeued",
        FarmEventKind.UnitPaused => "task_paused",
        FarmEventKind.UnitResumed => "task_resumed",
        FarmEventKind.StepPaused => "step_paused",
        FarmEventKind.StepResumed => "step_resumed",
        FarmEventKind.LeaseGranted => "task_leased",
        FarmEventKind.LeaseBegan => "task_started",
        FarmEventKind.LeaseHandedBack => "lease_returned",
        FarmEventKind.AttemptEnded => "attempt_ended",
        FarmEventKind.SessionOpened => "session_opened",
        FarmEventKind.SessionClosed => "session_closed",
        FarmEventKind.WorkerRegistered => "worker_registered",
        FarmEventKind.WorkerWentOffline => "worker_offline",
        FarmEventKind.WorkerCameBack => "worker_online",
        FarmEventKind.WorkerDisabled => "worker_disabled",
        FarmEventKind.WorkerEnabled => "worker_enabled",
        FarmEventKind.WorkerSickened => "worker_sick",
        FarmEventKind.WorkerRecovered => "worker_recovered",
        FarmEventKind.WorkerNoted => "worker_noted",
        FarmEventKind.WorkerShutDown => "worker_shut_down",
        FarmEventKind.WorkerWoken => "worker_woken",
        FarmEventKind.LimitDefined => "limit_defined",
        FarmEventKind.LimitDeleted => "limit_deleted",
        FarmEventKind.LimitClosed => "limit_closed",
        FarmEventKind.LimitReopened => "limit_reopened",
        FarmEventKind.ShareDefined => "share_defined",
        FarmEventKind.CommandRefused => "command_refused",
        FarmEventKind.QueueDefined => "queue_defined",
        FarmEventKind.QueueDeleted => "queue_deleted",
        FarmEventKind.StorageProfileDefined => "storage_profile_defined",
        FarmEventKind.StorageProfileDeleted => "storage_profile_deleted",
    };
}
