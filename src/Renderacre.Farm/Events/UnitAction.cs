namespace Renderacre.Farm.Events;

/// <summary>What a person did to a unit.</summary>
public enum UnitAction
{
    /// <summary>Cancelled.</summary>
    Cancelled,

    /// <summary>Taken back to pending.</summary>
    Requeued,
}
