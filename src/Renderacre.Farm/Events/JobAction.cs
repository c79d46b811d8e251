namespace Renderacre.Farm.Events;

/// <summary>What a person did to a job.</summary>
public enum JobAction
{
    /// <summary>Held back.</summary>
    Paused,

    /// <summary>Let go on.</summary>
    Resumed,

    /// <summary>Cancelled.</summary>
    Cancelled,

    /// <summary>Given another priority.</summary>
    Reprioritized,

    /// <summary>Put away: lists leave it out.</summary>
    Archived,

    /// <summary>Taken out again.</summary>
    Unarchived,

    /// <summary>Units of it were taken back to pending.</summary>
    Requeued,
}
