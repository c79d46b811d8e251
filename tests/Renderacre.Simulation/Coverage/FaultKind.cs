namespace Renderacre.Simulation.Coverage;

/// <summary>What goes wrong in a simulated farm.</summary>
internal enum FaultKind
{
    RequestLost,
    AnswerLost,
    RequestRepeated,
    MessageLate,
    ConnectionGone,
    ControllerKilled,
    KilledBeforeCommit,
    KilledAfterCommit,
    CommitNotDone,
    CommitDoneUnknown,
    ControllerDiskFull,
    LoadFailed,
    ClockSetForward,
    ClockSetBack,
    WorkerKilled,
    SessionHostDied,
    MachineLost,
    WorkerDiskFull,
    WorkerSlow,
    WorkerCutOff,
    OldProcessSpeaks,
    WorkerLies,
    WalCut,
}
