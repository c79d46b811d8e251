namespace Renderacre.Farm.Explaining;

/// <summary>What keeps a task or a step from being leased, whichever worker asks.</summary>
public enum ObstacleKind
{
    /// <summary>A person holds the job back.</summary>
    JobPaused,

    /// <summary>A person holds the step back.</summary>
    StepPaused,

    /// <summary>A person holds the task, or tasks, back.</summary>
    TaskPaused,

    /// <summary>The job was cancelled.</summary>
    JobCancelled,

    /// <summary>The moment has not come before which nothing of the job starts.</summary>
    BeforeStart,

    /// <summary>So many tasks have failed that nothing more of the job starts.</summary>
    FailedTooMuch,

    /// <summary>So many tasks of the step have failed that nothing more of it starts.</summary>
    StepFailedTooMuch,

    /// <summary>The job runs as many tasks as it may.</summary>
    RunningFull,

    /// <summary>The job has as many workers as it may.</summary>
    WorkersFull,

    /// <summary>Tasks rest after a failure before they are tried again.</summary>
    Resting,

    /// <summary>A job that is waited for has not succeeded, or ended.</summary>
    JobUnfinished,

    /// <summary>A step that is waited for as a whole has not succeeded.</summary>
    StepUnfinished,

    /// <summary>A task that is waited for has not succeeded.</summary>
    TaskUnfinished,

    /// <summary>A limit has too little left.</summary>
    LimitFull,

    /// <summary>A limit is shut for a while, since a task found no licence though it had room.</summary>
    LimitClosed,

    /// <summary>More is asked of a limit than it ever has.</summary>
    LimitTooSmall,

    /// <summary>Nobody has defined a limit.</summary>
    LimitUndefined,

    /// <summary>Limits are kept for it, of which too little is free yet.</summary>
    LimitReserved,

    /// <summary>A worker is kept for it, on which too little is free yet.</summary>
    WorkerReserved,

    /// <summary>Others stand before it in the order, and no worker has been free since for it.</summary>
    OthersFirst,
}
