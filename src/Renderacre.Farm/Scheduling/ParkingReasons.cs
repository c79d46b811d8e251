namespace Renderacre.Farm.Scheduling;

/// <summary>
/// Why no session can be opened for a group now, whichever worker asks. Each reason is cleared by what it waits for
/// alone.
/// </summary>
[Flags]
public enum ParkingReasons
{
    /// <summary>It can be leased from.</summary>
    None = 0,

    /// <summary>No unit is ready, and none rests: all are leased, have ended or wait for others.</summary>
    NothingReady = 1,

    /// <summary>A step that it waits for as a whole has not succeeded.</summary>
    StepsUnfinished = 2,

    /// <summary>A person holds its job back.</summary>
    JobPaused = 4,

    /// <summary>Its job was cancelled.</summary>
    JobCancelled = 8,

    /// <summary>The moment has not come before which nothing of its job starts.</summary>
    BeforeStart = 16,

    /// <summary>So many units of its job have failed that nothing more of it starts.</summary>
    FailedTooMuch = 32,

    /// <summary>Its job has as many sessions as it may have; those that it has go on.</summary>
    RunningFull = 64,

    /// <summary>Its job has as many workers as it may have; these may open further sessions.</summary>
    WorkersFull = 128,

    /// <summary>No unit is ready, and some rest after a failure.</summary>
    Resting = 256,

    /// <summary>So many units of its step have failed that nothing more of it starts.</summary>
    StepFailedTooMuch = 512,

    /// <summary>A job that its job waits for has not succeeded, or ended.</summary>
    JobsUnfinished = 1024,

    /// <summary>No unit is ready, and none rests; some would be ready that a person holds back.</summary>
    UnitsPaused = 2048,
}
