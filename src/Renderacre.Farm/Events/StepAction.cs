namespace Renderacre.Farm.Events;

/// <summary>What a person did to a step.</summary>
public enum StepAction
{
    /// <summary>All its units were held back.</summary>
    Paused,

    /// <summary>All its units were let go on.</summary>
    Resumed,
}
