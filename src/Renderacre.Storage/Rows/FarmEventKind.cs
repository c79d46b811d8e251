namespace Renderacre.Storage.Rows;

/// <summary>What happened. The numbers are stored: never give one another meaning.</summary>
public enum FarmEventKind
{
    /// <summary>A job entered the farm.</summary>
    JobSubmitted = 1,

    /// <summary>A job was held back.</summary>
    JobPaused = 2,

    /// <summary>A job was let go on.</summary>
    JobResumed = 3,

    /// <summary>A job was cancelled.</summary>
    JobCancelled = 4,

    /// <summary>A job was given another priority.</summary>
    JobReprioritized = 5,

    /// <summary>A job was deleted.</summary>
    JobDeleted = 6,

    /// <summary>A job was put away.</summary>
    JobArchived = 7,

    /// <summary>A job was taken out again.</summary>
    JobUnarchived = 8,

    /// <summary>Units of a job were taken back to pending.</summary>
    JobRequeued = 9,

    /// <summary>A unit was cancelled.</summary>
    UnitCancelled = 10,

    /// <summary>A unit was taken back to pending.</summary>
    UnitRequeued = 11,

    /// <summary>A unit was held back.</summary>
    UnitPaused = 12,

    /// <summary>A unit was let go on.</summary>
    UnitResumed = 13,

    /// <summary>All units of a step were held back.</summary>
    StepPaused = 24,

    /// <summary>All units of a step were let go on.</summary>
    StepResumed = 25,

    /// <summary>A job waits for another one.</summary>
    JobDependencyAdded = 16,

    /// <summary>A job need not wait for another one any more.</summary>
    JobDependencyMet = 17,

    /// <summary>A job no longer depends on another one.</summary>
    JobDependencyDropped = 18,

    /// <summary>A job was edited.</summary>
    JobEdited = 19,

    /// <summary>A job has ended.</summary>
    JobEnded = 14,

    /// <summary>A step has ended.</summary>
    StepEnded = 15,

    /// <summary>A run of units was leased.</summary>
    LeaseGranted = 20,

    /// <summary>A lease's process was started.</summary>
    LeaseBegan = 21,

    /// <summary>A lease ended without having started.</summary>
    LeaseHandedBack = 22,

    /// <summary>An attempt has ended.</summary>
    AttemptEnded = 23,

    /// <summary>A session was opened.</summary>
    SessionOpened = 30,

    /// <summary>A session has ended.</summary>
    SessionClosed = 31,

    /// <summary>A worker registered.</summary>
    WorkerRegistered = 40,

    /// <summary>A worker is no longer heard of.</summary>
    WorkerWentOffline = 41,

    /// <summary>A worker is heard of again.</summary>
    WorkerCameBack = 42,

    /// <summary>A worker was taken out of service.</summary>
    WorkerDisabled = 43,

    /// <summary>A worker was put back into service.</summary>
    WorkerEnabled = 44,

    /// <summary>A worker was set aside as sick.</summary>
    WorkerSickened = 45,

    /// <summary>A sick worker has succeeded again.</summary>
    WorkerRecovered = 46,

    /// <summary>A note was written about a worker.</summary>
    WorkerNoted = 47,

    /// <summary>A worker is to be shut down, since it has nothing to do.</summary>
    WorkerShutDown = 48,

    /// <summary>A worker is to be woken, since work waits for it.</summary>
    WorkerWoken = 49,

    /// <summary>A limit was defined or changed.</summary>
    LimitDefined = 50,

    /// <summary>A share was given a weight.</summary>
    ShareDefined = 51,

    /// <summary>A limit was deleted.</summary>
    LimitDeleted = 52,

    /// <summary>A limit was shut for a while.</summary>
    LimitClosed = 53,

    /// <summary>A limit is no longer shut.</summary>
    LimitReopened = 54,

    /// <summary>A storage profile was defined or changed.</summary>
    StorageProfileDefined = 56,

    /// <summary>A storage profile was deleted.</summary>
    StorageProfileDeleted = 57,

    /// <summary>A queue was defined or changed.</summary>
    QueueDefined = 58,

    /// <summary>A queue was deleted.</summary>
    QueueDeleted = 59,

    /// <summary>A person's command was refused.</summary>
    CommandRefused = 60,
}
