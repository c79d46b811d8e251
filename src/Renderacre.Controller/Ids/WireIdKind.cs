namespace Renderacre.Controller.Ids;

/// <summary>What an id of the wire names. The numbers are part of every id given out: never change one.</summary>
internal enum WireIdKind
{
    /// <summary>A job.</summary>
    Job = 1,

    /// <summary>A task: one unit of a step, or one direct task.</summary>
    Task = 2,

    /// <summary>A worker.</summary>
    Worker = 3,

    /// <summary>A lease.</summary>
    Lease = 4,

    /// <summary>A session.</summary>
    Session = 5,

    /// <summary>An attempt; its number is its lease's.</summary>
    Attempt = 6,

    /// <summary>An entry of the farm log.</summary>
    LogEntry = 7,

    /// <summary>A line of an attempt's raw log.</summary>
    LogLine = 8,

    /// <summary>An event of the audit.</summary>
    AuditEvent = 9,

    /// <summary>A line of the log that an attempt's life gives by itself.</summary>
    AttemptLine = 10,
}
