namespace Renderacre.Farm.Events;

/// <summary>What a person did to a unit.</summary>
public enum UnitAction
{
    /// <summary>Cancelled.</summary>
    Cancelled,

    /// <summary>Taken back to pending.</summary>
    Requeued,

    /// <summary>Held back.</summary>
    Paused,

    /// <summary>Let go on.</summary>
    Resumed,
}
