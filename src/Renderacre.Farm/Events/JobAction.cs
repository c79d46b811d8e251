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
}
